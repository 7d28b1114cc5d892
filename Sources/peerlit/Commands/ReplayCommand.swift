import ArgumentParser
import Foundation
import JSON
import Retrieval

/// `peerlit replay`: runs a kept search again.
package struct ReplayCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Run a kept search again and tell what changed.",
    discussion: """
      The file is what search --record wrote. Documents that were not found before, that are not \
      found any more and that stand in another order are told.

      Examples:
        peerlit replay search.json
        peerlit replay search.json --index newer.sqlite --format json

      Exit status: 0 the same documents in the same order, 1 something changed, 2 trouble, \
      64 wrong usage.
      """)

  @Argument(
    help: ArgumentHelp("What search --record wrote.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var file: String

  @Option(help: "The form of the answer.")
  var format = ReportFormat.text

  @OptionGroup var place: IndexOption

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    let record = try SavedSearchFile.read(file)
    let index = try Index(path: place.path(console))
    let comparison = try index.replay(record, by: Program.nameAndVersion, at: .now)
    switch format {
    case .text: try console.print(ComparisonText(style: console.style).text(comparison))
    case .json: try console.print(try JSONText.pretty(comparison))
    }
    return comparison.same ? .found : .nothing
  }
}
