/// What was asked, as a tree: the meaning of a query's text, before any analysis.
///
/// Words stay as typed; planning analyses them. ``description`` is the one canonical form, which
/// tests, `--explain` and the JSON field `interpreted` print:
///
///     try QueryParser().parse("a b AND c").tree.description   // "(any a (and b c))"
///
/// A list of one is that one: `role` prints as `role`, `"role clarity"` as `(phrase role clarity)`.
public indirect enum QueryTree: Sendable, Equatable {
  /// A word as typed, without the punctuation around it.
  case word(String)
  /// Words beside each other in this order, as typed; at least one.
  case phrase([String])
  /// Operands at most `distance` tokens apart, in any order: at least two, each a word, a phrase
  /// or a prefix.
  case near(distance: Int, [QueryTree])
  /// Every word that begins so, as typed without the star.
  case prefix(String)
  /// A tree that is looked for in one field alone; holds no other field.
  case field(QueryField, QueryTree)
  /// Words beside each other: each of `should` adds to the score, each of `must` is required as
  /// well, none of `not` may occur. Without `should` and `must` it matches nothing.
  case any(should: [QueryTree], must: [QueryTree] = [], not: [QueryTree] = [])
  /// All of at least two.
  case and([QueryTree])
  /// One or more of at least two.
  case or([QueryTree])
  /// Everything that does not match.
  case not(QueryTree)

  /// The tree that asks for nothing.
  public static let nothing = QueryTree.any(should: [])

  /// Whether it asks for nothing and excludes nothing.
  public var isEmpty: Bool { self == .nothing }

  /// Whether it only says what is not wanted, so that there is nothing to rank.
  public var isOnlyNegative: Bool {
    switch self {
    case .word, .phrase, .near, .prefix: false
    case .field(_, let tree): tree.isOnlyNegative
    case .any(let should, let must, let not):
      !(should + must + not).isEmpty && (should + must).allSatisfy(\.isOnlyNegative)
    case .and(let operands), .or(let operands): operands.allSatisfy(\.isOnlyNegative)
    case .not: true
    }
  }
}

extension QueryTree: CustomStringConvertible {
  /// The canonical form, words folded to lower case.
  public var description: String {
    switch self {
    case .word(let word): word.lowercased()
    case .phrase(let words): Self.list("phrase", words.map { $0.lowercased() })
    case .near(let distance, let operands): Self.list("near \(distance)", operands)
    case .prefix(let prefix): Self.list("prefix", [prefix.lowercased()])
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

  private static func list(_ head: String, _ members: [some CustomStringConvertible]) -> String {
    "(" + ([head] + members.map(\.description)).joined(separator: " ") + ")"
  }
}
