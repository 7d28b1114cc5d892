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
    let id = TerminalText.escaped(id)
    guard let hint = QueryHint.hint([command] + words) else {
      console.error("No document “\(id)” in \(index.path).")
      return .nothing
    }
    throw UsageError(
      "No document “\(id)”. \(hint)\nIndex: \(TerminalText.escaped(index.path))")
  }
}
