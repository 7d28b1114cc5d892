extension StringProtocol {
  /// The text without white space around it.
  package var trimmed: String {
    let text = Substring(self)
    // Most texts need no trimming, which their first and last bytes show.
    if let first = text.utf8.first, let last = text.utf8.last, (0x21..<0x80).contains(first),
      (0x21..<0x80).contains(last)
    {
      return String(text)
    }
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }

  /// The parts that a character separates, without white space around them; empty ones are left
  /// out.
  package func parts(separatedBy separator: Character) -> [String] {
    parts { $0 == separator }
  }

  /// The parts that any of several characters separates, without white space around them; empty
  /// ones are left out.
  package func parts(separatedBy isSeparator: (Character) -> Bool) -> [String] {
    split(whereSeparator: isSeparator).map { $0.trimmed }.filter { !$0.isEmpty }
  }
}
