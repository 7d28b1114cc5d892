import Literature

/// Recognises the lines of a text that are headings.
enum Headings {
  /// Maximum number of words and bytes in a heading between empty lines.
  private static let mostWords = 14
  private static let mostBytes = 110

  /// Whether a line is a heading.
  ///
  /// A known name ("Methods", "2. Results:") alone on a line is always a heading. Any other short
  /// line without a final full stop is a heading if it is between empty lines. Within a list of
  /// references, only known names and plain short words are headings, because short references look
  /// like headings.
  static func isHeading(_ line: TextLine, inReferences: Bool = false) -> Bool {
    let text = line.text
    guard text.utf8.count <= mostBytes, let last = text.last, !line.isTableRow
    else { return false }
    if knownKind(line) != nil {
      return line.followsBlank || line.precedesBlank || last == ":" || isAllCapitals(text)
    }
    guard line.followsBlank, line.precedesBlank, opens(line), closes(text, last),
      !beginsWithLabel(text)
    else { return false }
    let words = line.words
    guard words.count <= mostWords, words.contains(where: { $0.contains(where: \.isLetter) })
    else { return false }
    if inReferences {
      return words.count <= 6 && !text.contains { $0.isNumber || $0 == "," || $0 == ":" }
    }
    return true
  }

  /// The kind of the section whose name is alone on a line; `nil` for any other line.
  static func knownKind(_ line: TextLine) -> Section.Kind? {
    guard line.text.utf8.count <= mostBytes, line.text.first?.isLowercase == false,
      !line.isTableRow
    else { return nil }
    return SectionLabels.kind(of: line.text)
  }

  /// Whether the line begins like a heading: with a capital, a digit or a question word, and not
  /// with a bullet or quotation mark.
  private static func opens(_ line: TextLine) -> Bool {
    guard let first = line.text.first else { return false }
    if line.isListItem { return first.isNumber && line.words.count > 1 }
    return first.isUppercase || first.isNumber || (first.isLetter && !first.isCased)
  }

  /// Whether the line ends like a heading.
  private static func closes(_ text: Substring, _ last: Character) -> Bool {
    switch last {
    case ".", ",", ";", "…", "”", "\"", "’", "'": false
    case ":": text.split(whereSeparator: \.isWhitespace).count <= 5
    case "。", "،", "؛": false
    default: !text.contains("://") && !text.contains("@")
    }
  }

  /// Whether a line is a label with its text, "Funding: None".
  private static func beginsWithLabel(_ text: Substring) -> Bool {
    guard let colon = text.firstIndex(of: ":"), text.index(after: colon) < text.endIndex else {
      return false
    }
    return SectionLabels.kind(of: text[..<colon]) != nil
  }

  /// Whether all letters of a text are capitals.
  static func isAllCapitals(_ text: some StringProtocol) -> Bool {
    text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
  }
}
