import ArgumentParser
import Drawing
import JSON
import Literature
import Retrieval

/// `peerlit map`: one facet against another, an evidence map.
package struct MapCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Tabulate one facet against another: an evidence map.",
    discussion: """
      Shows where there are studies and where there are gaps: all values that occur in the index, \
      including those without a match, unless you use --hide-empty. The facets are \
      \(FacetDefinition.axes.names).

      Examples:
        peerlit map method condition
        peerlit map setting method "self-management" --year 2010..
        peerlit map condition year "peer support"
        peerlit map method condition --format svg -o map.svg

      Exit status: 0 documents were counted, 1 there were none, 2 error, 64 invalid arguments.
      """)

  @Argument(help: ArgumentHelp("Facet for the rows.", valueName: "facet"))
  var rows: MapFacet

  @Argument(help: ArgumentHelp("Facet for the columns.", valueName: "facet"))
  var columns: MapFacet

  @OptionGroup var query: QueryOptions

  @Flag(help: "Leave out rows and columns without a matching document.")
  var hideEmpty = false

  @Option(help: "Output format.")
  var format = MapFormat.text

  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    let request = try query.request(query.text)
    let index = try index.open(console, timeLimit: timeLimit.duration(console))
    let whole = try index.map(rows: rows.name, columns: columns.name, request)
    let map = hideEmpty ? whole.withoutEmpty : whole
    console.detail("Query: \(map.query.interpreted)")
    switch format {
    // A table without a number says nothing.
    case .text where map.documents == 0: break
    case .text: try console.print(MapText(style: console.style).text(map))
    case .json: try console.print(try JSONText.pretty(map))
    case .tsv: try console.print(MapTable().text(map))
    case .csv: try console.print(MapTable().text(map, as: .csv(marksFormulas: false)))
    case .svg: try console.print(FacetMapDrawing(map, notes: .options).svg)
    }
    if format != .json { map.query.notes.forEach { console.note($0) } }
    // An index without documents has no values.
    if whole.rows.isEmpty {
      console.note(
        "\(TerminalText.escaped(index.path)) has no documents. Add some with “peerlit index FOLDER”."
      )
    } else if map.documents == 0, format == .text {
      console.note("Nothing found in \(TerminalText.escaped(index.path)).")
    }
    return map.documents > 0 ? .found : .nothing
  }
}
