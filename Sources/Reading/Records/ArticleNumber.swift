import Literature

/// The article number that replaces page numbers in a journal published only online.
struct ArticleNumber {
  /// The number as written: "e1234", "104".
  let text: String

  /// Reads the identifier that a publisher gives an item (PII); `nil` if it is not an article
  /// number.
  ///
  /// An article number is a short number, perhaps with one letter before it. Identifiers such as
  /// "S0140-6736(20)30183-5" are longer.
  init?(publisherItem text: some StringProtocol) {
    let text = text.trimmed
    let digits = text.first?.isLetter == true ? text.dropFirst() : text[...]
    guard (1...8).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
    self.text = text
  }
}
