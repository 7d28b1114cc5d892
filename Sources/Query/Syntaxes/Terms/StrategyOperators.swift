/// The operators of other platforms by their words.
///
/// Patterns that find the marks of a single platform inside a text list its operators again.
enum StrategyOperators {
  // MARK: AND, OR and NOT

  /// AND, OR or NOT, if a word or a sign means it on a platform; `nil` for any other text.
  static func boolean(_ word: String, in syntax: QuerySyntax) -> StrategyLexeme.Kind? {
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

  private static let proximities: [QuerySyntax: [ProximityOperator]] = [
    // ADJ3 allows two words between, in either order.
    .ovid: [
      ProximityOperator(name: "ADJ", fixed: 0, isOrdered: true),
      ProximityOperator(name: "ADJ", excess: 1),
      ProximityOperator(name: "NEAR/", excess: 1), ProximityOperator(name: "NEAR", excess: 1),
    ],
    .ebsco: [ProximityOperator(name: "N"), ProximityOperator(name: "W", isOrdered: true)],
    .scopus: [ProximityOperator(name: "W/"), ProximityOperator(name: "PRE/", isOrdered: true)],
    .wos: [
      ProximityOperator(name: "NEAR", fixed: 15),
      ProximityOperator(name: ProximityOperator.sentence, fixed: 15),
      ProximityOperator(name: "NEAR/"),
    ],
  ]

  /// The proximity operator that a word is on a platform; `nil` for any other word.
  static func proximity(
    _ word: some StringProtocol, in syntax: QuerySyntax
  ) -> StrategyLexeme.Kind? {
    kind(word.uppercased(), among: proximities[syntax, default: []])
  }

  private static func kind(
    _ upper: String, among known: [ProximityOperator]
  ) -> StrategyLexeme.Kind? {
    for proximity in known {
      if let distance = proximity.distance(upper) {
        return .near(distance: distance, isOrdered: proximity.isOrdered)
      }
    }
    return nil
  }

  /// Whether a word is a proximity operator on any platform, except SAME, which is mostly a word.
  static func isProximity(_ word: some StringProtocol) -> Bool {
    let upper = word.uppercased()
    return upper != ProximityOperator.sentence
      && proximities.values.contains { kind(upper, among: $0) != nil }
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
