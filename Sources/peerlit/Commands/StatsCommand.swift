import ArgumentParser
import JSON
import Retrieval

/// `peerlit stats`: the figures of an index.
package struct StatsCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Tell the figures of an index.",
    discussion: """
      Examples:
        peerlit stats
        peerlit stats --index library.sqlite --format json
      """)

  @Option(help: "The form of the answer.")
  var format = ReportFormat.text

  @OptionGroup var place: IndexOption

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    let figures = try Index(path: place.path(console)).stats()
    switch format {
    case .text: try console.print(FiguresText(style: console.style).text(figures))
    case .json: try console.print(try JSONText.pretty(figures))
    }
    return .found
  }
}
