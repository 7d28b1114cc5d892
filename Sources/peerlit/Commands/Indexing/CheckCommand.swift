import ArgumentParser
import Retrieval

/// `peerlit check`: the integrity of an index.
package struct CheckCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the integrity of an index.",
    discussion: """
      Checks the file, the texts, the ranked postings, the tables for SQL and the FTS5 table.

      Examples:
        peerlit check
        peerlit check --index library.sqlite --format json

      Exit status: 0 no problems, 2 problems were found or the index can't be read, \
      64 invalid arguments.
      """)

  @Option(help: "Output format.")
  var format = ReportFormat.text

  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    let check = try index.open(console).check()
    try format.print(check, on: console) { CheckText(style: console.style).text(check) }
    return check.problems.isEmpty ? .found : .trouble
  }
}
