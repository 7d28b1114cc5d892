import Answers
import ArgumentParser
import JSON
import Retrieval

/// `peerlit show`: one document whole.
package struct ShowCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a document: its record, its facets with evidence, its text.",
    discussion: """
      The id is what search prints in square brackets.

      Examples:
        peerlit show peers-hcv-2023
        peerlit show peers-hcv-2023 --format json

      Exit status: 0 shown, 1 there is no such document, 2 trouble.
      """)

  @Argument(help: ArgumentHelp("The document's id.", valueName: "id"))
  var id: String

  @Option(help: "The form of the answer.")
  var format = ReportFormat.text

  @OptionGroup var place: IndexOption

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    let index = try Index(path: place.path(console))
    guard let document = try index.document(id) else {
      console.tell("peerlit: There is no document “\(id)” in \(index.path).")
      return .nothing
    }
    switch format {
    case .text: try console.print(DocumentText(style: console.style).text(document))
    case .json: try console.print(try JSONText.pretty(DocumentJSON(document)))
    }
    return .found
  }
}
