extension [String] {
  /// The texts as a list in a sentence: "method, setting and year".
  package var inWords: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }

  /// The texts as alternatives in a sentence: "method, setting or year".
  package var asAlternatives: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
