import Literature

/// A line of a text and its location.
struct TextLine: Equatable {
  /// The range of the line in the text, without surrounding white space: half-open, in UTF-8 bytes.
  let bytes: Range<Int>
  /// The line without surrounding white space, including no-break spaces and zero-width characters.
  let text: Substring
  /// Whether an empty line, or the beginning of the text, comes before it.
  let followsBlank: Bool
  /// Whether an empty line, or the end of the text, comes after it.
  var precedesBlank: Bool

  /// The lines of a text that are not empty.
  static func lines(of text: String) -> [TextLine] {
    var lines: [TextLine] = []
    var followsBlank = true
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(where: \.isNewline) ?? rest.endIndex
      var line = rest[..<end]
      rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...]
      while line.first.map(isBlank) ?? false { line.removeFirst() }
      while line.last.map(isBlank) ?? false { line.removeLast() }
      if line.isEmpty {
        if let last = lines.indices.last { lines[last].precedesBlank = true }
        followsBlank = true
        continue
      }
      let start = text.utf8.distance(from: text.startIndex, to: line.startIndex)
      let bytes = start..<start + line.utf8.count
      lines.append(
        TextLine(bytes: bytes, text: line, followsBlank: followsBlank, precedesBlank: false))
      followsBlank = false
    }
    if let last = lines.indices.last { lines[last].precedesBlank = true }
    return lines
  }

  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace || character == "\u{200B}" || character == "\u{FEFF}"
  }

  /// Whether the line is a table row with cells separated by bars.
  var isTableRow: Bool { text.contains(" | ") || text.hasPrefix("| ") }

  /// The words of the line.
  var words: [Substring] { text.split(whereSeparator: \.isWhitespace) }

  /// Whether the line is an item of a list.
  var isListItem: Bool { ListItem.begins(text) }
}
