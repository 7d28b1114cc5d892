import ArgumentParser
import JSON
import Retrieval

/// `peerlit check`: the integrity of an index.
package struct CheckCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check that an index is whole.",
    discussion: """
      Examples:
        peerlit check
        peerlit check --index library.sqlite --format json

      Exit status: 0 all is well, 2 something is wrong.
      """)

  @Option(help: "The form of the answer.")
  var format = ReportFormat.text

  @OptionGroup var place: IndexOption

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    let check = try Index(path: place.path(console)).check()
    switch format {
    case .text: try console.print(CheckText(style: console.style).text(check))
    case .json: try console.print(try JSONText.pretty(check))
    }
    return check.problems.isEmpty ? .found : .trouble
  }
}
