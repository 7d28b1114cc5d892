extension QueryTree {
  /// The words of a term with their wildcards, separated by spaces.
  var wildcardText: String {
    switch self {
    case .prefix(let word): word + "*"
    case .pre(_, let parts): parts.map(\.wildcardText).joined(separator: " ")
    default: plainText
    }
  }

  /// The words of a term, separated by spaces.
  var plainText: String {
    switch self {
    case .word(let word), .prefix(let word), .wildcard(let word), .identifier(_, let word): word
    case .phrase(let words): words.joined(separator: " ")
    case .near(_, let parts), .pre(_, let parts), .and(let parts), .or(let parts):
      parts.map(\.plainText).joined(separator: " ")
    case .any(let should, let must, _): (should + must).map(\.plainText).joined(separator: " ")
    case .field(_, let tree), .not(let tree): tree.plainText
    case .filter(let filter): filter.queryText
    }
  }
}
