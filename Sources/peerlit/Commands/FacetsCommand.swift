import Appraisal
import ArgumentParser
import JSON
import Retrieval

/// `peerlit facets`: how many documents have each facet value.
package struct FacetsCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "facets",
    abstract: "Count documents by study design, setting, condition, sample size and year.",
    discussion: """
      Counts every document, or those that a query and limits select. A parent counts the \
      documents of its children as well.

      Examples:
        peerlit facets
        peerlit facets burnout --method qualitative
        peerlit facets --codes

      Exit status: 0 documents were counted, 1 there were none, 2 trouble, 64 wrong usage.
      """)

  @OptionGroup var query: QueryOptions

  @Flag(help: "List the codes that filters know, and what they mean, instead of counting.")
  var codes = false

  @Option(help: "The form of the answer.")
  var format = TableFormat.text

  @OptionGroup var place: IndexOption

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    if codes {
      try console.print(
        CodeList(style: console.style).text(.standard, isTable: format == .tsv))
      return .found
    }
    let request = try query.request(query.text)
    let report = try Index(path: place.path(console)).facets(request)
    switch format {
    case .text: try console.print(FacetText(style: console.style).text(report))
    case .json: try console.print(try JSONText.pretty(report))
    case .tsv: try console.print(FacetTable().text(report.facets))
    }
    if format == .tsv { report.query.notes.forEach { console.tell("peerlit: \($0)") } }
    return report.documents > 0 ? .found : .nothing
  }
}
