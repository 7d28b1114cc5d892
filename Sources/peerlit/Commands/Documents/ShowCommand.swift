import Answers
import ArgumentParser
import Literature
import Retrieval

/// `peerlit show`: a whole document.
package struct ShowCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a document: its record, its facets with evidence, and its text.",
    discussion: """
      The id is what search prints in square brackets. You can also give a DOI, PMID, PMCID, \
      registration number or ISBN.

      Examples:
        peerlit show peers-hcv-2023
        peerlit show peers-hcv-2023 --format json
        peerlit show peers-hcv-2023 --cite apa

      Exit status: 0 success, 1 no such document, 2 error, 64 invalid arguments.
      """)

  @Argument(help: ArgumentHelp("Id of the document, or any other identifier.", valueName: "id"))
  var id: String

  @Option(help: "Output format.")
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("Print only the citation, in this style.", valueName: "style"))
  var cite: CitationStyle?

  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    if cite != nil, format == .json {
      throw ValidationError(
        "--cite prints a citation as text. For JSON, which has the citations in all styles, leave "
          + "--cite out.")
    }
  }

  package func run(on console: Console) throws -> ExitStatus {
    let index = try index.open(console)
    guard let document = try index.document(id) else {
      return MissingDocument(id, command: "show").report(index, on: console)
    }
    if let cite {
      try console.print(TerminalText.escaped(Citation(document, style: cite).text))
      return .found
    }
    try format.print(DocumentJSON(document), on: console) {
      DocumentText(style: console.style).text(document)
    }
    return .found
  }
}

extension CitationStyle: ExpressibleByArgument {}
