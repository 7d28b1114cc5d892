import ArgumentParser
import Foundation
import JSON
import Retrieval

/// `peerlit index`: brings an index up to date with files and folders.
package struct IndexCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Read files and folders into the index.",
    discussion: """
      What is new is added, what changed is replaced, what is as it was costs next to nothing. \
      A file or record that can't be read is told with its place and reason; the rest goes on, \
      and the version that was indexed before stays.

      Examples:
        peerlit index corpus/
        peerlit index library/ export.jsonl --index library.sqlite
        peerlit index library/ --prune --report report.jsonl

      Exit status: 0 all was read, 2 something could not be read, 64 wrong usage.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders.", valueName: "path"), completion: .file())
  var paths: [String]

  @Flag(help: "Drop documents whose source is gone, under the paths of this call.")
  var prune = false

  @Flag(help: "Merge everything into one segment, as a fresh build would have it.")
  var optimize = false

  @Option(
    help: ArgumentHelp(
      "Language of the texts of a new index, as Snowball names it.", valueName: "name"))
  var language = "english"

  @Option(
    help: ArgumentHelp(
      "Write what failed, was skipped, repaired or is a duplicate to a file, a JSON object a line.",
      valueName: "file"),
    completion: .file(extensions: ["jsonl"]))
  var report: String?

  @Option(help: "The form of the account.")
  var format = ReportFormat.text

  @OptionGroup var place: IndexOption

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    var options = IndexOptions()
    options.prune = prune
    options.optimize = optimize
    options.language = language
    options.countsAhead = console.showsProgress
    let log = try IncidentLog(report: report, console: console)
    let indexer = Indexer(path: place.path(console), options: options)
    let start = ContinuousClock.now
    console.letOthersFirst()
    // From now on Ctrl-C and SIGTERM ask to stop, and no longer end the program at once.
    _ = console.isInterrupted()
    let account = try indexer.index(
      paths,
      progress: { progress in
        console.progress(ProgressText.line(progress, after: start.duration(to: .now)))
      },
      incident: { log.add($0) },
      shouldStop: console.isInterrupted)
    try log.close()
    switch format {
    case .text: try console.print(AccountText(style: console.style).text(account))
    case .json: try console.print(try JSONText.pretty(account))
    }
    if console.isInterrupted() {
      console.tell("peerlit: Interrupted; what was read until then is in the index.")
      return .trouble
    }
    return account.hasFailures ? .trouble : .found
  }
}
