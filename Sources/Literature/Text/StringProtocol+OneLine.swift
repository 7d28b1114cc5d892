extension StringProtocol {
  /// The text on one line: white space collapsed.
  package var oneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text with line breaks as spaces; other white space stays.
  var unbroken: String {
    String(map { $0.isNewline ? " " : $0 }).trimmed
  }
}
