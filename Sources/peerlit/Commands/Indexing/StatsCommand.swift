import ArgumentParser
import Retrieval

/// `peerlit stats`: index statistics.
package struct StatsCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show index statistics.",
    discussion: """
      Examples:
        peerlit stats
        peerlit stats --index library.sqlite --format json

      Exit status: 0 success, 2 error, 64 invalid arguments.
      """)

  @Option(help: "Output format.")
  var format = ReportFormat.text

  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    let stats = try index.open(console).stats()
    try format.print(stats, on: console) { StatsText(style: console.style).text(stats) }
    return .found
  }
}
