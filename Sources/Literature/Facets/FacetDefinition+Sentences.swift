extension [FacetDefinition] {
  /// Their nouns as a list in a sentence: "study design, setting and year of publication".
  public var inWords: String { Self.list(map(\.noun)) }

  /// Their names as a list in a sentence: "method, setting and year".
  public var names: String { Self.list(map(\.name.rawValue)) }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
