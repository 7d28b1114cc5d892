import Answers
import ArgumentParser
import JSON
import Retrieval

/// `peerlit split`: records that the records of a document are different works.
package struct SplitCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Split a document whose records describe different works.",
    discussion: """
      Records your decision that the records of a document are different works: all of them, or \
      those whose numbers, ids or keys you give. Exact copies of a record stay together. duplicates \
      lists the records of each document. The decision is kept in a file beside the index and \
      applies again whenever the sources are indexed. merge undoes it.

      Examples:
        peerlit split peers-hcv-2023
        peerlit split peers-hcv-2023 hepcare-advanced-peers --index library.sqlite

      Exit status: 0 split, 1 no such document, or one that is a single record, 2 error, \
      64 invalid arguments.
      """)

  @Argument(
    help: ArgumentHelp("Id or other identifier of the document, such as a DOI.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp(
      "Numbers, ids or keys of the records to split off, from duplicates (default: separate "
        + "all records).",
      valueName: "record"))
  var records: [String] = []

  @Option(help: "Output format.")
  var format = ReportFormat.text

  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    let path = try index.path(console)
    let report: DecisionReport
    do {
      report = try Indexer(path: path).split(id, records)
    } catch {
      switch error {
      case .unknownDocument:
        return MissingDocument(id, others: [id] + records, command: "split")
          .report(try index.open(console), on: console)
      case .unknownRecord, .ambiguousRecord:
        console.error(TerminalText.escaped(error.description))
        return .nothing
      default: throw error
      }
    }
    switch format {
    case .text where report.decisions == 0:
      console.error("“\(TerminalText.escaped(id))” has only one record. There is nothing to split.")
    case .text: try console.print(DecisionText.text(report))
    case .json: try console.print(try JSONText.pretty(report))
    }
    return report.decisions == 0 ? .nothing : .found
  }
}
