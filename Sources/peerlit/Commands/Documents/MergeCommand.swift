import Answers
import ArgumentParser
import Retrieval

/// `peerlit merge`: records that documents are the same work.
package struct MergeCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge documents that describe the same work.",
    discussion: """
      Records your decision that documents are the same work. It is kept in a file beside the index \
      (library.decisions.jsonl for library.sqlite) and applies again whenever the sources are \
      indexed, even if their files have moved. split undoes it.

      Examples:
        peerlit merge peers-hcv-2023 hepcare-advanced-peers
        peerlit merge peers-hcv-2023 hepcare-advanced-peers --index library.sqlite

      Exit status: 0 merged, or already one document, 1 no such document, or documents that stay \
      separate, 2 error, 64 invalid arguments.
      """)

  @Argument(
    help: ArgumentHelp(
      "Ids or other identifiers of two or more documents, such as DOIs.", valueName: "id"))
  var ids: [String]

  @Option(help: "Output format.")
  var format = ReportFormat.text

  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    if ids.count < 2 { throw ValidationError("Give the ids of at least two documents.") }
  }

  package func run(on console: Console) throws -> ExitStatus {
    let path = try index.path(console)
    let report: DecisionReport
    do {
      report = try Indexer(path: path).merge(ids)
    } catch {
      switch error {
      case .unknownDocument(let id, _):
        return MissingDocument(id, others: ids, command: "merge")
          .report(try index.open(console), on: console)
      case .severalDocuments, .unrecognisableRecord:
        console.error(TerminalText.escaped(error.description))
        return .nothing
      default: throw error
      }
    }
    try format.print(report, on: console) {
      report.decisions == 0 ? "They are already one document." : DecisionText.text(report)
    }
    if report.documents.count > 1 {
      console.error(
        "Decisions on other records keep these documents separate. Merge them with the documents of "
          + "those records as well, or delete the decisions from the file beside the index.")
      return .nothing
    }
    return .found
  }
}
