import ArgumentParser
import Literature
import Reading
import Retrieval
import Service

/// `peerlit open`: opens the source of a document in the system's default program.
package struct OpenCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open the source file or web page of a document.",
    discussion: """
      Opens the file that the document was read from, if it contains only that document; otherwise \
      a web page: the link in the record, the DOI or the PubMed page. If there is none, opens the \
      archive or the file of records, and prints where the document is in it.

      Examples:
        peerlit open peers-hcv-2023
        peerlit open peers-hcv-2023 --print
        peerlit open peers-hcv-2023 --web --print

      Exit status: 0 success, 1 no such document or nothing to open, 2 error, \
      64 invalid arguments.
      """)

  @Argument(help: ArgumentHelp("Id of the document, or any other identifier.", valueName: "id"))
  var id: String

  @Flag(help: "Open the web page even if there is a file.")
  var web = false

  @Flag(name: .customLong("print"), help: "Print the path or address instead of opening it.")
  var prints = false

  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var isPaged: Bool { false }

  package func run(on console: Console) throws -> ExitStatus {
    let index = try index.open(console)
    guard let document = try index.document(id) else {
      return MissingDocument(id, command: "open").report(index, on: console)
    }
    let name = "“\(TerminalText.escaped(document.id))”"
    if let target = Self.target(of: document, web: web) {
      try open(target, console)
    } else if let address = document.url, web || document.sharedFile == nil {
      console.error(
        "The address of \(name) is not opened, because it is not a web address (https://…): "
          + TerminalText.escaped(address))
      return .trouble
    } else if web {
      console.error("\(name) has no web address.")
      return .nothing
    } else if let shared = document.sharedFile {
      let file = shared.path.split(separator: "/").last ?? ""
      console.note("\(name) is in \(TerminalText.escaped("\(file): \(shared.place)"))")
      try open(shared.path, console)
    } else {
      console.error(
        "The file of \(name) no longer exists: \(TerminalText.escaped(document.source.path))")
      return .nothing
    }
    return .found
  }

  private func open(_ target: String, _ console: Console) throws {
    if prints {
      try console.print(TerminalText.escaped(target))
    } else {
      try console.open(target)
    }
  }

  /// The file that contains only this document, or the web page of a document.
  ///
  /// Records come from others, so an address that is not one of the web is not opened: it could
  /// start a program, or be an option of the program that opens it.
  static func target(of document: Document, web: Bool) -> String? {
    if !web, let file = document.ownFile { return file }
    return WebLink.safe(document.url) ?? WebLink.doi(document.doi)
      ?? WebLink.pmid(document.identifier(.pmid)) ?? WebLink.pmcid(document.identifier(.pmcid))
  }
}
