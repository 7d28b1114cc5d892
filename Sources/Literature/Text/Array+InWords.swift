extension [String] {
  /// The texts as a list in a sentence: "method, setting and year".
  package var inWords: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
