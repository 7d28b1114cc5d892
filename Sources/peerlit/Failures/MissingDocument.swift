import Retrieval

/// The error of a command whose argument is not a document; for words that look like a query, it
/// suggests a search.
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
    let removed = (try? Indexer(path: index.path).removedDocuments()) ?? []
    if removed.contains(where: { $0.id == id }) {
      let name = TerminalText.escaped(id)
      console.error(
        "“\(name)” was removed. To add it again: peerlit remove --restore \(name), and then "
          + "index its source.")
      return .nothing
    }
    try refuseWords(path: index.path)
    console.error("No document “\(TerminalText.escaped(id))” in \(index.path).")
    return .nothing
  }

  /// Refuses words.
  ///
  /// - Parameter path: of the index.
  /// - Throws: ``UsageError`` for words.
  func refuseWords(path: String) throws(UsageError) {
    guard let hint = QueryHint.hint([command] + words) else { return }
    throw UsageError(
      "No document “\(TerminalText.escaped(id))”. \(hint)\nIndex: \(TerminalText.escaped(path))")
  }
}
