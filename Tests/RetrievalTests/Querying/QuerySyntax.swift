import Query
import Retrieval
import SeededRandom

/// Trees at random in canonical shape, and the text that asks for each: the reverse of parsing,
/// written the slow and obviously right way.
struct QuerySyntax {
  var random: SplitMix64

  private static let words = ["role", "HCV", "peer-led", "naïve", "互助", "c++", "not", "x1"]

  mutating func tree() -> QueryTree {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: operand(depth: 3, inField: false)
    default: list(depth: 3, inField: false)
    }
  }

  /// Words beside each other, at least two parts and one of them wanted.
  private mutating func list(depth: Int, inField: Bool) -> QueryTree {
    var should = [operand(depth: depth - 1, inField: inField)]
    var must: [QueryTree] = []
    var not: [QueryTree] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      switch Int.random(in: 0..<3, using: &random) {
      case 0: should.append(operand(depth: depth - 1, inField: inField))
      case 1: must.append(atom(inField: inField))
      default: not.append(operand(depth: depth - 1, inField: inField))
      }
    }
    // Optional words inside optional words are one list.
    should = should.flatMap {
      if case .any(let inner, [], []) = $0 { inner } else { [$0] }
    }
    return .any(should: should, must: must, not: not)
  }

  private mutating func operand(depth: Int, inField: Bool) -> QueryTree {
    switch depth <= 0 ? 0 : Int.random(in: 0..<6, using: &random) {
    case 3: list(depth: depth, inField: inField)
    case 4:
      .and(operands(depth: depth, inField: inField) { if case .and = $0 { true } else { false } })
    case 5:
      .or(operands(depth: depth, inField: inField) { if case .or = $0 { true } else { false } })
    default: atom(inField: inField)
    }
  }

  private mutating func operands(
    depth: Int, inField: Bool, isSame: (QueryTree) -> Bool
  ) -> [QueryTree] {
    (0..<Int.random(in: 2...3, using: &random)).map { _ in
      var operand = operand(depth: depth - 1, inField: inField)
      if isSame(operand) { operand = atom(inField: inField) }
      return Int.random(in: 0..<4, using: &random) == 0 ? .not(operand) : operand
    }
  }

  private mutating func atom(inField: Bool) -> QueryTree {
    switch Int.random(in: 0..<(inField ? 4 : 6), using: &random) {
    case 0: .near(distance: Int.random(in: 0...9, using: &random), [leaf(), leaf()])
    case 4:
      .field(.title, leaf())
    case 5:
      .field(.author, operand(depth: 2, inField: true))
    default: leaf()
    }
  }

  private mutating func leaf() -> QueryTree {
    let word = Self.words.randomElement(using: &random) ?? ""
    return switch Int.random(in: 0..<5, using: &random) {
    case 0: .prefix(word.replacing("c++", with: "coun"))
    case 1: .phrase([word, Self.words.randomElement(using: &random) ?? ""])
    default: .word(word)
    }
  }

  /// A text that means the tree.
  static func text(_ tree: QueryTree) -> String {
    switch tree {
    case .any(let should, let must, let not):
      (should.map(inList) + must.map { "+" + inList($0) } + not.map { "NOT " + tight($0) })
        .joined(separator: " ")
    case .and(let operands): operands.map(tight).joined(separator: " AND ")
    case .or(let operands):
      operands.map { if case .and = $0 { text($0) } else { tight($0) } }.joined(separator: " OR ")
    case .not(let operand): "NOT " + tight(operand)
    case .near(let distance, let operands):
      operands.map(text).joined(separator: " NEAR/\(distance) ")
    case .word(let word): word
    case .prefix(let prefix): prefix + "*"
    case .phrase(let words): "“" + words.joined(separator: " ") + "”"
    case .field(let field, let inner):
      switch inner {
      case .word, .prefix, .phrase: field.rawValue + ":" + text(inner)
      default: field.rawValue + ":(" + text(inner) + ")"
      }
    }
  }

  private static func inList(_ tree: QueryTree) -> String {
    if case .any = tree { return "(" + text(tree) + ")" }
    return text(tree)
  }

  private static func tight(_ tree: QueryTree) -> String {
    switch tree {
    case .any, .and, .or: "(" + text(tree) + ")"
    default: text(tree)
    }
  }
}
