import Answers
import ArgumentParser
import JSON
import Retrieval

/// `peerlit list`: the documents of an index.
package struct ListCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List documents, one line each.",
    discussion: """
      Lists all documents in the index, or those that pass the filters.

      Examples:
        peerlit list
        peerlit list --sort year --method qualitative
        peerlit list --format json -o documents.json

      Exit status: 0 documents were listed, 1 there are none, 2 error, 64 invalid arguments.
      """)

  @OptionGroup(title: "Filters") var filters: FilterOptions

  @Option(help: "Order of the documents.")
  var sort = DocumentList.Order.added

  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp("Maximum number of documents (default: all).", valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp("Number of documents to skip.", valueName: "n"))
  var offset = 0

  @Option(help: "Output format.")
  var format = ListFormat.text

  @OptionGroup var spreadsheet: SpreadsheetOption
  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    try spreadsheet.check(isCSV: format == .csv)
    try NegativeNumber.refuse(limit, "--limit")
    try NegativeNumber.refuse(offset, "--offset")
  }

  package func run(on console: Console) throws -> ExitStatus {
    let filter = try filters.filter()
    let index = try index.open(console, timeLimit: timeLimit.duration(console))
    let list = try index.list(filter, by: sort, limit: limit, offset: offset)
    if format == .json {
      try console.print(try JSONText.pretty(list))
    } else {
      let printer = DocumentListText(
        width: console.screenRows == nil ? nil : console.style.width,
        marksFormulas: spreadsheet.spreadsheetSafe)
      for line in try printer.lines(list, format) { try console.print(line) }
    }
    if format != .json { list.notes.forEach { console.note($0) } }
    if list.documents.isEmpty, format == .text {
      console.note(
        list.total == 0
          ? "No documents match in \(TerminalText.escaped(index.path))."
          : "\(NumberText.counted(list.total, "document")), none shown.")
    }
    return list.total > 0 ? .found : .nothing
  }
}

extension DocumentList.Order: ExpressibleByArgument {}
