import ArgumentParser
import Drawing
import JSON
import Literature
import Retrieval

/// `peerlit map`: one facet against another, an evidence map.
package struct MapCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Count documents by one facet against another: an evidence map.",
    discussion: """
      Shows where there are studies, and where there are none. Facets are method, setting and \
      condition.

      Examples:
        peerlit map method condition
        peerlit map setting method "self-management" --year 2015..
        peerlit map method condition --format svg > map.svg

      Exit status: 0 documents were counted, 1 there were none, 2 trouble, 64 wrong usage.
      """)

  @Argument(help: ArgumentHelp("The facet of the rows.", valueName: "facet"))
  var rows: MapFacet

  @Argument(help: ArgumentHelp("The facet of the columns.", valueName: "facet"))
  var columns: MapFacet

  @OptionGroup var query: QueryOptions

  @Option(help: "The form of the answer.")
  var format = MapFormat.text

  @OptionGroup var place: IndexOption

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    let request = try query.request(query.text)
    let map = try Index(path: place.path(console)).map(
      rows: rows.name, columns: columns.name, request)
    switch format {
    case .text: try console.print(MapText(style: console.style).text(map))
    case .json: try console.print(try JSONText.pretty(map))
    case .tsv: try console.print(MapTable().text(map))
    case .svg: try console.print(FacetMapDrawing(map).svg)
    }
    if format != .json { map.query.notes.forEach { console.tell("peerlit: \($0)") } }
    return map.documents > 0 ? .found : .nothing
  }
}

/// The facets that a map can be made of: those with codes.
package enum MapFacet: String, CaseIterable, Sendable, ExpressibleByArgument {
  case method, setting, condition

  /// The facet's name.
  var name: FacetName {
    switch self {
    case .method: .method
    case .setting: .setting
    case .condition: .condition
    }
  }
}
