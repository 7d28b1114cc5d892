import Retrieval

/// The error of a command whose argument is not a document: says that it was removed, suggests
/// similar ids or, for words that look like a query, suggests a search.
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
  /// - Returns: the exit status for an unknown id, whether or not it looks like a query, so that
  ///   programs can tell it from invalid arguments.
  func report(_ index: Index, on console: Console) -> ExitStatus {
    if let removed = Self.removed([id], index)[id] {
      console.error(Self.removedMessage(id, removed))
      return .nothing
    }
    let suggestion = index.suggestions(for: [id])[id]
    if suggestion == nil, let hint = QueryHint.hint([command] + words) {
      console.error(
        "No document “\(TerminalText.escaped(id))”. \(hint)\n"
          + "Index: \(TerminalText.escaped(index.path))")
    } else {
      console.error(Self.unknownMessage(id, suggestion, index))
    }
    return .nothing
  }

  /// The number of ids for which similar ones are suggested.
  private static let mostSuggestions = 10

  /// The errors for several ids, in their order, for a command that accepts others.
  ///
  /// Looking for similar ids takes time, so only the first ten get suggestions.
  static func messages(_ ids: [String], _ index: Index) -> [String] {
    if ids.isEmpty { return [] }
    let removed = Self.removed(ids, index)
    let unknown = ids.filter { removed[$0] == nil }
    let suggestions = index.suggestions(for: Array(unknown.prefix(mostSuggestions)))
    return ids.map { id in
      removed[id].map { removedMessage(id, $0) }
        ?? unknownMessage(id, suggestions[id], index)
    }
  }

  private static func removed(_ ids: [String], _ index: Index) -> [String: RemovedDocumentName] {
    (try? Indexer(path: index.path).removedDocuments(named: ids)) ?? [:]
  }

  private static func removedMessage(_ id: String, _ removed: RemovedDocumentName) -> String {
    let name = TerminalText.escaped(shellWord(removed.id))
    return "“\(TerminalText.escaped(id))” was removed. To add it again: "
      + "peerlit remove --restore \(name), and then index its source."
  }

  private static func unknownMessage(
    _ id: String, _ suggestion: String?, _ index: Index
  ) -> String {
    TerminalText.escaped(
      suggestion.map { "No document “\(id)” in \(index.path). \($0)" }
        ?? IndexError.unknownDocument(id: id, path: index.path).description)
  }

  /// An id as a word of a command line, in quotation marks if a shell would divide or change it.
  private static func shellWord(_ id: String) -> String {
    let isPlain = id.allSatisfy { $0.isLetter || $0.isNumber || "-_./:,+@%".contains($0) }
    return isPlain ? id : "'\(id.replacing("'", with: "'\\''"))'"
  }
}
