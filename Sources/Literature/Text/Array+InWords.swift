extension [String] {
  /// The texts as a list in a sentence: "method, setting and year".
  package var inWords: String { joined(last: " and ") }

  /// The texts as alternatives in a sentence: "method, setting or year".
  package var asAlternatives: String { joined(last: " or ") }

  /// The texts as alternatives in quotation marks: "“ris”, “csv” or “jsonl”".
  package var quotedAlternatives: String { map { "“\($0)”" }.asAlternatives }

  private func joined(last word: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + word + last
  }
}
