import Query
import SeededRandom

/// Random trees in canonical form.
struct RandomQueryTrees {
  var random: SplitMix64

  private static let words = ["role", "HCV", "peer-led", "naïve", "互助", "c++", "not", "x1"]

  mutating func tree() -> QueryTree {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: operand(depth: 3, inField: false)
    default: list(depth: 3, inField: false)
    }
  }

  /// Adjacent words: at least two parts, of which at least one is not excluded.
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
      .and(
        operands(depth: depth, inField: inField, excludes: true) {
          if case .and = $0 { true } else { false }
        })
    case 5:
      .or(
        operands(depth: depth, inField: inField, excludes: false) {
          if case .or = $0 { true } else { false }
        })
    default: atom(inField: inField)
    }
  }

  private mutating func operands(
    depth: Int, inField: Bool, excludes: Bool, isSame: (QueryTree) -> Bool
  ) -> [QueryTree] {
    (0..<Int.random(in: 2...3, using: &random)).map { index in
      var operand = operand(depth: depth - 1, inField: inField)
      if isSame(operand) { operand = atom(inField: inField) }
      // A query that only excludes words is refused, so the first operand is not excluded.
      let isExcluded = excludes && index > 0 && Int.random(in: 0..<4, using: &random) == 0
      return isExcluded ? .not(operand) : operand
    }
  }

  private mutating func atom(inField: Bool) -> QueryTree {
    switch Int.random(in: 0..<(inField ? 4 : 6), using: &random) {
    case 0: proximity(depth: 2)
    case 4:
      .field(.title, leaf())
    case 5:
      .field(
        .author,
        operand(depth: 2, inField: true))
    default: leaf()
    }
  }

  private mutating func proximity(depth: Int) -> QueryTree {
    let distance = Int.random(in: 1...9, using: &random)
    let operands = (0..<Int.random(in: 2...3, using: &random)).map { _ in
      switch depth <= 0 ? 0 : Int.random(in: 0..<6, using: &random) {
      case 4: proximity(depth: depth - 1)
      case 5: QueryTree.or([leaf(), leaf()])
      default: leaf()
      }
    }
    return Bool.random(using: &random)
      ? .near(distance: distance, operands) : .pre(distance: distance, operands)
  }

  private mutating func leaf() -> QueryTree {
    let word = Self.words.randomElement(using: &random) ?? ""
    return switch Int.random(in: 0..<8, using: &random) {
    case 0: .prefix(["coun", "HCV", "naïv", "互"].randomElement(using: &random) ?? "")
    case 1: .phrase([word, Self.words.randomElement(using: &random) ?? ""])
    case 2:
      .wildcard(
        ["behavio?r", "psychos#s", "w*n", "wom#n*", "work??", "cat#", "ca##t"]
          .randomElement(using: &random) ?? "")
    case 3: .pre(distance: 0, [.word(word), .prefix("work"), .wildcard("wom?n")])
    default: .word(word)
    }
  }
}
