extension [String] {
  /// The texts as a list in a sentence: "method, setting and year".
  package var inWords: String { joined(last: " and ") }

  /// The texts as alternatives in a sentence: "“ris”, “csv” or “jsonl”".
  package var alternatives: String { map { "“\($0)”" }.joined(last: " or ") }

  private func joined(last word: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + word + last
  }

  /// The texts as alternatives in a sentence: "method, setting or year".
  package var asAlternatives: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
