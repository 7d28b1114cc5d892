import ArgumentParser
import Query
import Retrieval

/// `peerlit similar`: documents similar to a given one.
package struct SimilarCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "Find documents similar to a given document.",
    discussion: """
      Examples:
        peerlit similar peers-hcv-2023
        peerlit similar peers-hcv-2023 --method qualitative -n 5

      Exit status: 0 success, 1 nothing was found, 2 error, 64 invalid arguments.
      """)

  @Argument(help: ArgumentHelp("Id of the document, or any other identifier.", valueName: "id"))
  var id: String

  @OptionGroup(title: "Filters") var filters: FilterOptions

  @Option(name: [.customShort("n"), .long], help: .of(.limit))
  var limit: Int?

  @Option(help: "Output format.")
  var format = SearchFormat.text

  @Flag(help: "Print whole passages instead of the sentences around the best matches.")
  var full = false

  @OptionGroup var spreadsheet: SpreadsheetOption
  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    try spreadsheet.check(isCSV: format == .csv)
    try NegativeNumber.refuse(limit, "--limit")
  }

  package func run(on console: Console) throws -> ExitStatus {
    var request = SearchRequest("")
    request.filter = try filters.filter()
    request.limit = limit ?? console.settings.limit
    request.unit = .document
    let index = try index.open(console, timeLimit: timeLimit.duration(console))
    guard let response = try index.similar(to: id, request) else {
      return MissingDocument(id, command: "similar").report(index, on: console)
    }
    let printer = format.printer(
      style: console.style, isBatch: false, isFull: full, areSimilar: true,
      marksFormulas: spreadsheet.spreadsheetSafe, place: "Index: \(index.path)")
    return try SearchOutput(printer, on: console).write(response)
  }
}
