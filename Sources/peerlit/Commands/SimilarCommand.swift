import ArgumentParser
import Query
import Retrieval

/// `peerlit similar`: documents like one that is known.
package struct SimilarCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "Find documents like one that is known.",
    discussion: """
      Examples:
        peerlit similar peers-hcv-2023
        peerlit similar peers-hcv-2023 --method qualitative --limit 5

      Exit status: 0 something found, 1 nothing found, 2 trouble, 64 wrong usage.
      """)

  @Argument(help: ArgumentHelp("The document's id, as search prints it.", valueName: "id"))
  var id: String

  @OptionGroup(title: "Limits") var filters: FilterOptions

  @Option(help: .of(.limit))
  var limit = 10

  @Option(help: "The form of the answer.")
  var format = SearchFormat.text

  @OptionGroup var place: IndexOption

  package init() {}

  package func validate() throws {
    if limit < 0 { throw ValidationError("--limit must be 0 or more.") }
  }

  package func run(on console: Console) throws -> ExitStatus {
    var request = SearchRequest("")
    request.filter = try filters.filter()
    request.limit = limit
    request.unit = .document
    let index = try Index(path: place.path(console))
    guard let response = try index.similar(to: id, request) else {
      console.tell("peerlit: There is no document “\(id)” in \(index.path).")
      return .nothing
    }
    let printer = format.printer(style: console.style, isBatch: false)
    return try Answer(printer, on: console).write(response)
  }
}
