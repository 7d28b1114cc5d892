import Appraisal
import ArgumentParser
import Literature
import Retrieval

/// `peerlit correct`: a person's corrections of the facets of a document.
package struct CorrectCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Correct the facets of a document.",
    discussion: """
      FACET=VALUE replaces all values of a facet; several codes are separated by semicolons. \
      FACET=-CODE removes a code and FACET=+CODE adds one. FACET=none records that the document states \
      none, and FACET=auto takes all corrections of the facet back. \
      The correction is stored in the index with your name and the date, and is applied again \
      whenever the document is indexed, even if its file has moved. To share corrections, write them \
      with export --corrections, and read them with index --corrections FILE.

      Examples:
        peerlit correct peers-hcv-2023 method=qualitative sample_size=45
        peerlit correct peers-hcv-2023 setting=-community --note "table 1"

      Exit status: 0 success, 1 no such document, 2 error, 64 invalid arguments.
      """)

  @Argument(help: ArgumentHelp("Id of the document, or any other identifier.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Changes to make, such as method=qualitative.", valueName: "facet=value"))
  var changes: [String]

  @Option(help: ArgumentHelp("Reason for the correction.", valueName: "text"))
  var note: String = ""

  @Option(
    help: ArgumentHelp("Your name (default: $PEERLIT_USER, or $USER).", valueName: "name"))
  var by: String?

  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    let parsed: [FacetName: FacetChange]
    do {
      parsed = try Correction.changes(changes)
    } catch {
      throw UsageError(error.description)
    }
    let path = try index.path(console)
    let opened = try index.open(console)
    guard let document = try opened.document(id) else {
      return MissingDocument(id, others: [id] + changes, command: "correct")
        .report(opened, on: console)
    }
    let names = [by, console.environment["PEERLIT_USER"], console.environment["USER"]]
    let correction = Correction(
      of: document, changes: parsed, person: names.compactMap(\.self).first { !$0.isEmpty } ?? "",
      date: Correction.today, note: note)
    let report = try Indexer(path: path).correct([correction])
    let others = report.documents.filter { $0 != document.id }
    if !others.isEmpty {
      let names = others.map { "“\(TerminalText.escaped($0))”" }.inWords
      console.note("The correction also applies to what seems to be the same work: \(names).")
    }
    guard let corrected = try Index(path: path).document(document.id) else { return .trouble }
    try console.print(AppraisalText(style: console.style).text(corrected))
    return .found
  }
}
