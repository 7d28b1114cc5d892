import Answers
import ArgumentParser
import JSON
import Retrieval

/// `peerlit duplicates`: merged records with the reasons, and possible duplicates to decide.
package struct DuplicatesCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "List merged records and possible duplicates.",
    discussion: """
      Counts the records, duplicates and documents of each file, for the flow diagram of a review. \
      Then lists the documents that were merged from several records, with the reasons, and pairs \
      of documents that may be the same work but were not merged. Use merge and split to record \
      your decision.

      Examples:
        peerlit duplicates
        peerlit duplicates --index library.sqlite --format json -o duplicates.json

      Exit status: 0 duplicates or possible duplicates found, 1 none, 2 error, 64 invalid \
      arguments.
      """)

  @Option(help: "Output format.")
  var format = DuplicatesFormat.text

  @OptionGroup var spreadsheet: SpreadsheetOption
  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws { try spreadsheet.check(isCSV: format == .csv) }

  package func run(on console: Console) throws -> ExitStatus {
    let report = try index.open(console).duplicates()
    switch format {
    case .text: try console.print(DuplicatesText(style: console.style).text(report))
    case .json: try console.print(try JSONText.pretty(report))
    case .csv:
      let form = TableForm.csv(marksFormulas: spreadsheet.spreadsheetSafe)
      try console.print(DuplicatesTable(form: form).text(report))
    }
    return report.merged.isEmpty && report.possible.isEmpty ? .nothing : .found
  }
}
