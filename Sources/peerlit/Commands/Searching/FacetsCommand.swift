import ArgumentParser
import JSON
import Literature
import Retrieval

/// `peerlit facets`: the number of documents with each facet value.
package struct FacetsCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "facets",
    abstract: "Count documents by \(FacetDefinition.filters.inWords).",
    discussion: """
      Counts all documents, or those that match a query and filters. A broader code includes the \
      documents of narrower ones.

      Examples:
        peerlit facets
        peerlit facets engagement --method qualitative
        peerlit facets --codes

      Exit status: 0 documents were counted, 1 there were none, 2 error, 64 invalid arguments.
      """)

  @OptionGroup var query: QueryOptions

  @Flag(help: "List the codes of all facets and their meanings instead of counting.")
  var codes = false

  @Option(help: "Output format.")
  var format = TableFormat.text

  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    if codes {
      let list = CodeList(style: console.style)
      switch format {
      case .text: try console.print(list.text(.standard))
      case .json: try console.print(JSONText.pretty(CodesJSON(.standard)))
      case .tsv: try console.print(list.table(.standard, as: .tsv))
      case .csv: try console.print(list.table(.standard, as: .csv(marksFormulas: false)))
      }
      return .found
    }
    let request = try query.request(query.text)
    let index = try index.open(console, timeLimit: timeLimit.duration(console))
    let report = try index.facets(request)
    console.detail("Query: \(report.query.interpreted)")
    switch format {
    case .text: try console.print(FacetText(style: console.style).text(report))
    case .json: try console.print(try JSONText.pretty(report))
    case .tsv: try console.print(FacetTable().text(report.facets))
    case .csv:
      try console.print(FacetTable().text(report.facets, as: .csv(marksFormulas: false)))
    }
    if [.tsv, .csv].contains(format) { report.query.notes.forEach { console.note($0) } }
    if report.documents == 0, format == .text {
      console.note("Nothing found in \(TerminalText.escaped(index.path)).")
    }
    return report.documents > 0 ? .found : .nothing
  }
}
