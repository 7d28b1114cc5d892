import Retrieval

/// The error of a command whose argument is not a document: says that it was removed, suggests
/// similar ids, and suggests a search for words that look like a query.
struct MissingDocument {
  private let id: String
  private let words: [String]
  private let command: String

  /// - Parameters:
  ///   - others: all arguments of the command, `id` among them.
  ///   - command: the name of the command.
  init(_ id: String, others: [String] = [], command: String) {
    self.id = id
    words = others.isEmpty ? [id] : others
    self.command = command
  }

  /// Reports that there is no such document.
  ///
  /// - Returns: the exit status for an unknown id.
  /// - Throws: ``UsageError`` for words.
  func report(_ index: Index, on console: Console) throws -> ExitStatus {
    if let removed = removedMessage(index) {
      console.error(removed)
      return .nothing
    }
    if let hint = QueryHint.hint([command] + words) {
      throw UsageError(
        "No document “\(TerminalText.escaped(id))”. \(hint)\n"
          + "Index: \(TerminalText.escaped(index.path))")
    }
    console.error(unknownMessage(index))
    return .nothing
  }

  /// The error as a message, for a command that accepts further ids.
  func message(_ index: Index) -> String {
    removedMessage(index) ?? unknownMessage(index)
  }

  private func removedMessage(_ index: Index) -> String? {
    guard let removed = try? Indexer(path: index.path).removedDocument(named: id) else {
      return nil
    }
    let name = TerminalText.escaped(removed.id)
    return "“\(TerminalText.escaped(id))” was removed. To add it again: "
      + "peerlit remove --restore \(name), and then index its source."
  }

  private func unknownMessage(_ index: Index) -> String {
    let similar = (try? index.similarIDs(to: id)) ?? []
    if similar.isEmpty {
      return TerminalText.escaped(
        IndexError.unknownDocument(id: id, path: index.path).description)
    }
    let names = similar.map { "“\($0)”" }.joined(separator: " or ")
    return TerminalText.escaped("No document “\(id)” in \(index.path). Did you mean \(names)?")
  }
}
