import Literature

/// Recognises URLs.
enum WebAddress {
  /// Whether a text is a URL: it begins with a scheme or "www.", and has no white space.
  static func isURL(_ text: some StringProtocol) -> Bool {
    let folded = text.prefix(8).lowercased()
    let begins = ["http://", "https://", "ftp://", "www."].contains { folded.hasPrefix($0) }
    return begins && !text.contains(where: \.isWhitespace)
  }

  /// The URL for a text that may lack a scheme ("doi.org/10.1000/x"), or `nil` if it is not a URL.
  static func url(_ text: String) -> String? {
    if isURL(text) { return text }
    let host = text.prefix { $0 != "/" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, host.utf8.count < text.utf8.count,
      labels.allSatisfy({ label in
        !label.isEmpty && label.utf8.allSatisfy { $0.isDigit || $0 == 0x2D || $0.isLetter }
      }),
      labels.last?.utf8.allSatisfy(\.isLetter) == true, !text.contains(where: \.isWhitespace)
    else { return nil }
    return text
  }
}
