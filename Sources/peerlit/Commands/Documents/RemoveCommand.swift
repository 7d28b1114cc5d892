import Answers
import ArgumentParser
import Retrieval

/// `peerlit remove`: removes documents from the index permanently.
package struct RemoveCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove documents from the index.",
    discussion: """
      A removed document is not added again when its source is indexed, nor is the same work from \
      another source. After --restore, indexing the source adds it again. Source files are never \
      changed.

      Examples:
        peerlit remove peer-support-challenge-areas --yes
        peerlit remove --removed
        peerlit remove --restore peer-support-challenge-areas

      Exit status: 0 success, 1 no such document, or removal was not confirmed, 2 error, \
      64 invalid arguments.
      """)

  @Argument(help: ArgumentHelp("Ids of documents, or other identifiers.", valueName: "id"))
  var ids: [String] = []

  @Flag(help: "Do not ask for confirmation.")
  var yes = false

  @Flag(help: "Allow removed documents to be indexed again.")
  var restore = false

  @Flag(help: "List the documents that were removed.")
  var removed = false

  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var isPaged: Bool { false }

  package func validate() throws {
    if removed, !ids.isEmpty || restore {
      throw ValidationError("Use --removed without ids and without --restore.")
    }
    if !removed, ids.isEmpty { throw ValidationError("Give the id of at least one document.") }
  }

  package func run(on console: Console) throws -> ExitStatus {
    let path = try index.path(console)
    let indexer = Indexer(path: path)
    if removed {
      let all = try indexer.removedDocuments()
      for document in all { try console.print(Self.line(document)) }
      return all.isEmpty ? .nothing : .found
    }
    if restore {
      let (restored, unknown) = try indexer.restore(ids)
      for document in restored {
        try console.print(
          "Restored: \(Self.line(document)). Index its source again to add it.")
      }
      for id in unknown { console.error("No removed document “\(TerminalText.escaped(id))”.") }
      return unknown.isEmpty ? .found : .nothing
    }
    let opened = try index.open(console)
    var documents: [String] = []
    for id in ids {
      guard let document = try opened.document(id) else {
        return MissingDocument(id, others: ids, command: "remove").report(opened, on: console)
      }
      documents.append(
        Self.line(RemovedDocumentName(id: document.id, title: document.title)))
    }
    if !yes {
      guard console.isInteractive else {
        throw UsageError(
          "Can't ask for confirmation without a terminal. Use --yes to remove without asking.")
      }
      let list = documents.map { "  \($0)\n" }.joined()
      let count = NumberText.counted(documents.count, "document")
      guard try console.confirm("\(list)Remove \(count) from \(path)?") else { return .nothing }
    }
    let (gone, _) = try indexer.remove(ids)
    for document in gone { try console.print("Removed: \(Self.line(document))") }
    return .found
  }

  private static func line(_ document: RemovedDocumentName) -> String {
    TerminalText.escaped(
      "[\(document.id)]" + (document.title.isEmpty ? "" : " \(document.title)"))
  }
}
