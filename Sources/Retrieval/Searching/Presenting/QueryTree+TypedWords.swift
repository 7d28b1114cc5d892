import Query

extension QueryTree {
  /// The words as typed, without prefixes and without those that are excluded.
  var typedWords: [TypedWord] { typedWords(isName: false) }

  /// A word of a query as typed.
  struct TypedWord {
    let text: String
    /// Whether it is a name of an author, a journal or a publisher; many of these are rare.
    let isName: Bool
  }

  private func typedWords(isName: Bool) -> [TypedWord] {
    switch self {
    case .word(let word): [TypedWord(text: word, isName: isName)]
    case .phrase(let words): words.map { TypedWord(text: $0, isName: isName) }
    case .field(let field, let tree):
      tree.typedWords(isName: [.author, .journal, .publisher].contains(field))
    case .any(let should, let must, _):
      (should + must).flatMap { $0.typedWords(isName: isName) }
    case .near(_, let operands), .pre(_, let operands), .and(let operands), .or(let operands):
      operands.flatMap { $0.typedWords(isName: isName) }
    case .prefix, .wildcard, .not, .identifier, .filter: []
    }
  }
}
