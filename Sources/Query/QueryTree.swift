/// The structure of a query, before its words are analysed.
///
/// Words are kept as typed. ``description`` is the canonical form, which
/// tests, `--explain` and the JSON field `interpreted` print:
///
///     try QueryParser().parse("a b AND c").tree.description   // "(any a (and b c))"
///
/// A list with one element is that element: `role` prints as `role`.
public enum QueryTree: Sendable, Hashable {
  /// A word as typed, without the punctuation around it.
  case word(String)
  /// Adjacent words in this order, as typed; at least one.
  case phrase([String])
  /// At least two operands with at most `distance` words between them, in any order.
  ///
  /// An operand is a word, phrase, prefix or wildcard, alternatives of these, or another proximity.
  case near(distance: Int, [QueryTree])
  /// At least two operands with at most `distance` words between them, in this order; at distance
  /// 0, a phrase of operands (`"peer work*"`).
  case pre(distance: Int, [QueryTree])
  /// All words that begin with a prefix, as typed without the star.
  case prefix(String)
  /// All words that match a pattern (see ``WordPattern``), as typed.
  case wildcard(String)
  /// The documents with an identifier or a type of publication, as typed. Without a field,
  /// documents whose text mentions it match as well.
  case identifier(IdentifierField?, String)
  /// The documents that pass a filter, which applies only to this part of the query.
  indirect case filter(Filter)
  /// A tree that is searched in one field; contains no other field and no filter.
  indirect case field(QueryField, QueryTree)
  /// Optional words: each of `should` adds to the score, each of `must` is required as
  /// well, and none of `not` may occur. Without `should` and `must`, it matches nothing.
  case any(should: [QueryTree], must: [QueryTree] = [], not: [QueryTree] = [])
  /// All of at least two operands.
  case and([QueryTree])
  /// At least one of two or more operands.
  case or([QueryTree])
  /// Everything that does not match.
  indirect case not(QueryTree)

  /// The empty tree.
  public static let nothing = QueryTree.any(should: [])

  /// Whether the tree is empty.
  public var isEmpty: Bool { self == .nothing }

  /// Whether the tree only excludes words, so that there is nothing to rank.
  public var isOnlyNegative: Bool {
    switch self {
    case .word, .phrase, .near, .pre, .prefix, .wildcard, .identifier: false
    case .field(_, let tree): tree.isOnlyNegative
    case .any(let should, let must, let not):
      !(should + must + not).isEmpty && (should + must).allSatisfy(\.isOnlyNegative)
    case .and(let operands), .or(let operands): operands.allSatisfy(\.isOnlyNegative)
    case .not, .filter: true
    }
  }

  /// Whether operators and fields are nested in more than some levels.
  func isDeeper(than levels: Int) -> Bool {
    let parts: [QueryTree] =
      switch self {
      case .word, .phrase, .prefix, .wildcard, .identifier, .filter: []
      case .near(_, let operands), .pre(_, let operands), .and(let operands), .or(let operands):
        operands
      case .any(let should, let must, let not): should + must + not
      case .field(_, let tree), .not(let tree): [tree]
      }
    if levels == 0 { return !parts.isEmpty }
    return parts.contains { $0.isDeeper(than: levels - 1) }
  }
}

extension QueryTree: CustomStringConvertible {
  /// The canonical form, words folded to lower case.
  public var description: String {
    switch self {
    case .word(let word): word.lowercased()
    case .phrase(let words): Self.list("phrase", words.map { $0.lowercased() })
    case .near(let distance, let operands): Self.list("near \(distance)", operands)
    case .pre(let distance, let operands):
      Self.list(isPhraseOfPatterns ? "phrase" : "pre \(distance)", operands)
    case .prefix(let prefix): Self.list("prefix", [prefix.lowercased()])
    case .wildcard(let pattern): Self.list("wildcard", [pattern.lowercased()])
    case .identifier(let field, let value):
      Self.list(field?.rawValue ?? "identifier", [value.lowercased()])
    case .filter(let filter): Self.list("filter", [filter.queryText])
    case .field(let field, let tree): Self.list("field \(field.rawValue)", [tree])
    case .any(let should, let must, let not):
      Self.list(
        "any",
        should.map(\.description) + must.map { Self.list("must", [$0]) }
          + not.map { Self.list("not", [$0]) })
    case .and(let operands): Self.list("and", operands)
    case .or(let operands): Self.list("or", operands)
    case .not(let operand): Self.list("not", [operand])
    }
  }

  /// Whether the tree is written as a phrase, although some of its words have wildcards.
  var isPhraseOfPatterns: Bool {
    guard case .pre(0, let operands) = self else { return false }
    return operands.allSatisfy {
      switch $0 {
      case .word, .prefix, .wildcard: true
      default: false
      }
    }
  }

  private static func list(_ head: String, _ members: [some CustomStringConvertible]) -> String {
    "(" + ([head] + members.map(\.description)).joined(separator: " ") + ")"
  }
}

extension QueryTree {
  /// The tree with the operands of AND, OR, NOT and lists changed; any other tree as it is.
  package func mapOperands(_ change: (QueryTree) throws -> QueryTree) rethrows -> QueryTree {
    switch self {
    case .any(let should, let must, let not):
      .any(should: try should.map(change), must: try must.map(change), not: try not.map(change))
    case .and(let parts): .and(try parts.map(change))
    case .or(let parts): .or(try parts.map(change))
    case .not(let part): .not(try change(part))
    case .word, .phrase, .near, .pre, .prefix, .wildcard, .identifier, .filter, .field: self
    }
  }
}

extension [QueryTree] {
  /// The operands of an AND of these trees; a tree that is an AND gives its own operands.
  var joinedByAnd: [QueryTree] {
    // In most queries, no operand has operands of its own.
    if !contains(where: { if case .and = $0 { true } else { false } }) { return self }
    return flatMap { if case .and(let inner) = $0 { inner } else { [$0] } }
  }

  /// The operands of an OR of these trees; a tree that is an OR gives its own operands.
  var joinedByOr: [QueryTree] {
    flatMap { if case .or(let inner) = $0 { inner } else { [$0] } }
  }
}

extension QueryTree {
  /// Any of some trees, each once.
  static func alternatives(_ trees: [QueryTree]) -> QueryTree {
    var flat: [QueryTree] = []
    var seen: Set<QueryTree> = []
    for tree in trees.joinedByOr where seen.insert(tree).inserted { flat.append(tree) }
    return flat.count == 1 ? flat[0] : .or(flat)
  }
}
