import Answers
import Literature
import Query

/// The words of a query that are ids of documents, which only `id:` finds.
///
/// DOIs and other identifiers in public registers are recognised when a query is read. Ids can look
/// like any word, so only words are looked up that are not found.
struct TypedIDs {
  let identifiers: IdentifierLookup

  /// No more words are looked up.
  private static let mostRead = 20
  /// The most ids that are reported.
  private static let limit = 3

  /// The whole query if it is an id; otherwise those of its words that are.
  ///
  /// - Parameter isMissing: whether a text is not found as words.
  func ids(_ query: Query, where isMissing: (String) -> Bool) throws -> [String] {
    let whole = query.text.trimmed
    if isMissing(whole), try isID(whole) { return [whole] }
    var ids: [String] = []
    for word in Self.words(query.tree).prefix(Self.mostRead)
    where ids.count < Self.limit && !ids.contains(word) && isMissing(word) {
      if try isID(word) { ids.append(word) }
    }
    return ids
  }

  /// The note on an id that was typed as a word.
  static func note(_ id: String) -> SearchNote {
    let query = QueryTree.identifier(.id, id).queryText
    return .sentence("“\(id)” is the id of a document. To find it, search for \(query).")
  }

  private func isID(_ text: String) throws -> Bool {
    guard !text.isEmpty, text.utf8.count <= Self.longest else { return false }
    return try !identifiers.documents(.id, text).isEmpty
  }

  /// The words that a document may have anywhere.
  private static func words(_ tree: QueryTree) -> [String] {
    switch tree {
    case .word(let word): [word]
    case .phrase(let words): [words.joined(separator: " ")]
    case .any(let should, let must, _): (should + must).flatMap(words)
    case .and(let operands), .or(let operands): operands.flatMap(words)
    case .near, .pre, .prefix, .wildcard, .field, .not, .identifier, .filter: []
    }
  }

  /// Longer texts are not looked up, in bytes.
  private static let longest = 300
}
