/// A proximity operator of another platform.
struct ProximityOperator {
  /// The word in capitals, without the number after it.
  let name: String
  /// The number of words between the operands if no number follows; `nil` if one must follow.
  var fixed: Int?
  var isOrdered = false
  /// How much larger the number is than the number of words between the operands.
  var excess = 0

  /// The operator for words in the same sentence, which has no distance.
  static let sentence = "SAME"

  /// The number of words between the operands of a word in capitals, if it is the operator.
  func distance(_ upper: String) -> Int? {
    guard upper.hasPrefix(name) else { return nil }
    let digits = upper.dropFirst(name.count)
    if let fixed { return digits.isEmpty ? fixed : nil }
    return QueryTree.distance(digits).map { max(0, $0 - excess) }
  }

  // MARK: The query language

  /// Proximity operators that are unlikely to be words, of platforms whose searches are not read or
  /// not recognised by them: the Cochrane Library, Embase.com, ProQuest, Scopus and Web of Science.
  private static let others = [
    ProximityOperator(name: "NEXT", fixed: 0, isOrdered: true),
    ProximityOperator(name: "NEXT/", isOrdered: true, excess: 1), ProximityOperator(name: "N/"),
    ProximityOperator(name: "P/", isOrdered: true), ProximityOperator(name: "W/"),
    ProximityOperator(name: "ONEAR/", isOrdered: true), ProximityOperator(name: "WITHIN/"),
    ProximityOperator(name: sentence, fixed: 15),
  ]

  /// The operator of the query language that means the same as one of another platform: `NEAR/3`
  /// for `N/3`; `nil` for any other word, and for one without a number that is not in capitals.
  static func equivalent(of word: String) -> String? {
    let upper = word.uppercased()
    guard word.contains("/") || word == upper else { return nil }
    for known in others {
      if let distance = known.distance(upper) {
        return "\(known.isOrdered ? "PRE" : "NEAR")/\(distance)"
      }
    }
    return nil
  }
}
