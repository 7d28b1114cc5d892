/// The operators of other platforms by their words.
///
/// Patterns that find the marks of a single platform inside a text list its operators again.
enum StrategyOperators {
  // MARK: AND, OR and NOT

  /// AND, OR or NOT, if a word or a sign means it on a platform; `nil` for any other text.
  static func boolean(_ word: String, in syntax: QuerySyntax) -> StrategyToken.Kind? {
    if word == "&" { return syntax == .pubmed ? nil : .and }
    if word == "|" { return .or }
    return switch BooleanOperator(word) {
    case .and?: .and
    case .or?: .or
    case .not?: .not
    case nil: nil
    }
  }

  // MARK: Proximity

  /// A proximity operator.
  private struct Proximity {
    /// The word in capitals, without the number after it.
    let name: String
    /// The number of words between the operands if no number follows; `nil` if one must follow.
    var fixed: Int?
    var isOrdered = false
    /// How much larger the number is than the number of words between the operands.
    var excess = 0
  }

  private static let proximities: [QuerySyntax: [Proximity]] = [
    // ADJ3 allows two words between, in either order.
    .ovid: [
      Proximity(name: "ADJ", fixed: 0, isOrdered: true), Proximity(name: "ADJ", excess: 1),
      Proximity(name: "NEAR/", excess: 1), Proximity(name: "NEAR", excess: 1),
    ],
    .ebsco: [Proximity(name: "N"), Proximity(name: "W", isOrdered: true)],
    .scopus: [Proximity(name: "W/"), Proximity(name: "PRE/", isOrdered: true)],
    .wos: [
      Proximity(name: "NEAR", fixed: 15), Proximity(name: sentence, fixed: 15),
      Proximity(name: "NEAR/"),
    ],
  ]

  /// The operator for words in the same sentence, which has no distance.
  static let sentence = "SAME"

  /// The proximity operator that a word is on a platform; `nil` for any other word.
  static func proximity(
    _ word: some StringProtocol, in syntax: QuerySyntax
  ) -> StrategyToken.Kind? {
    kind(word.uppercased(), among: proximities[syntax, default: []])
  }

  private static func kind(_ upper: String, among known: [Proximity]) -> StrategyToken.Kind? {
    for proximity in known where upper.hasPrefix(proximity.name) {
      let digits = upper.dropFirst(proximity.name.count)
      if let distance = proximity.fixed {
        if digits.isEmpty { return .near(distance: distance, isOrdered: proximity.isOrdered) }
      } else if let number = QueryTree.distance(digits) {
        let distance = max(0, number - proximity.excess)
        return .near(distance: distance, isOrdered: proximity.isOrdered)
      }
    }
    return nil
  }

  /// Whether a word is a proximity operator on any platform, except SAME, which is mostly a word.
  static func isProximity(_ word: some StringProtocol) -> Bool {
    let upper = word.uppercased()
    return upper != sentence && proximities.values.contains { kind(upper, among: $0) != nil }
  }

  // MARK: Other platforms

  /// Proximity operators that are unlikely to be words, of platforms whose searches are not read or
  /// not recognised by them: the Cochrane Library, Embase.com, ProQuest, Scopus and Web of Science.
  private static let others = [
    Proximity(name: "NEXT", fixed: 0, isOrdered: true),
    Proximity(name: "NEXT/", isOrdered: true, excess: 1), Proximity(name: "N/"),
    Proximity(name: "P/", isOrdered: true), Proximity(name: "W/"),
    Proximity(name: "ONEAR/", isOrdered: true), Proximity(name: "WITHIN/"),
    Proximity(name: sentence, fixed: 15),
  ]

  /// The operator of the query language that means the same as one of another platform: `NEAR/3`
  /// for `N/3`; `nil` for any other word, and for one without a number that is not in capitals.
  static func equivalent(of word: String) -> String? {
    guard word.contains("/") || word == word.uppercased(),
      case .near(let distance, let isOrdered)? = kind(word.uppercased(), among: others)
    else { return nil }
    return "\(isOrdered ? "PRE" : "NEAR")/\(distance)"
  }

  // MARK: Both

  /// Whether a word is an operator on a platform.
  static func isOperator(_ word: some StringProtocol, in syntax: QuerySyntax) -> Bool {
    BooleanOperator(word) != nil || proximity(word, in: syntax) != nil
  }

  /// Whether a word is an operator on any platform, except SAME.
  static func isOperator(_ word: some StringProtocol) -> Bool {
    BooleanOperator(word) != nil || isProximity(word)
  }
}
