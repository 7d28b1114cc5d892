import ArgumentParser
import Foundation
import Retrieval

/// `peerlit replay`: runs a saved search again.
package struct ReplayCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Run a saved search again and report what has changed.",
    discussion: """
      Reads a file written by search --record, and lists the documents that are new, gone or \
      ranked differently. The search uses your own synonyms as they were saved with it, unless \
      --synonyms names others.

      Examples:
        peerlit replay search.json
        peerlit replay search.json --index newer.sqlite --format json

      Exit status: 0 the same documents in the same order, 1 something changed, 2 error, \
      64 invalid arguments.
      """)

  @Argument(
    help: ArgumentHelp("File written by search --record.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var file: String

  @Option(help: "Output format.")
  var format = ReportFormat.text

  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    try QueryHint.refuseWords([file], command: "replay")
    let saved = try SavedSearchFile.read(file)
    let comparison = try index.open(
      console, timeLimit: timeLimit.duration(console), savedSynonyms: saved.synonyms
    ).replay(saved, by: Program.nameAndVersion, at: .now)
    try format.print(comparison, on: console) {
      ComparisonText(style: console.style).text(comparison)
    }
    return comparison.same ? .found : .nothing
  }
}
