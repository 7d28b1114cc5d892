import Literature

/// Finds phrases in single quotation marks, as Embase.com writes them: `'peer support'`.
///
/// An apostrophe inside a word or after one (`people's`, `peers'`) is not a quotation mark.
struct SingleQuotes {
  /// The ranges of the phrases, with their marks.
  private(set) var phrases: [Range<Int>] = []
  /// Where a mark is that is ignored because an operator or a parenthesis follows before the next
  /// one.
  private(set) var ignored: Int?
  /// The first phrase that may end at another mark: `'patients' needs'`.
  private(set) var ambiguous: Range<Int>?

  private let text: [Unicode.Scalar]

  /// Finds the phrases of a text.
  init(_ text: [Unicode.Scalar]) {
    self.text = text
    var index = 0
    var isQuoted = false
    while index < text.count {
      if QueryCharacters.isQuote(text[index]) { isQuoted.toggle() }
      guard !isQuoted, Self.isMark(text[index]) else {
        index += 1
        continue
      }
      if isOpening(index), let end = closing(after: index) {
        let inside = text[(index + 1)..<end]
        if isPhrase(inside) {
          phrases.append(index..<end + 1)
          index = end
        } else if inside.count > 1 {
          ignored = ignored ?? index
        }
      } else if let last = phrases.last, index - last.upperBound < Self.longest, isClosing(index),
        isPhrase(text[(last.lowerBound + 1)..<index])
      {
        ambiguous = ambiguous ?? last
      }
      index += 1
    }
  }

  /// The text with double quotation marks around the phrases; `nil` if there are none.
  ///
  /// Offsets stay the same.
  var withDoubleMarks: [Unicode.Scalar]? {
    if phrases.isEmpty { return nil }
    var changed = text
    for phrase in phrases {
      changed[phrase.lowerBound] = "\""
      changed[phrase.upperBound - 1] = "\""
    }
    return changed
  }

  /// The phrases of at least two words, with their marks.
  var ofSeveralWords: [Range<Int>] {
    phrases.filter { text[$0].contains(where: QueryCharacters.isSeparator) }
  }

  /// The text of a phrase, with its marks.
  func typed(_ phrase: Range<Int>) -> String { String(scalars: text[phrase]) }

  /// A note on how marks in a structured query are read; `nil` if that is certain.
  var note: String? {
    if let phrase = ambiguous {
      return "“\(typed(phrase))” is read as a phrase. If it is longer, use double quotation marks."
    }
    return ignored.map {
      "The single quotation mark at character \($0 + 1) is ignored. Put phrases in double quotation "
        + "marks."
    }
  }

  // MARK: Marks

  /// The maximum length of a phrase.
  private static let longest = 200

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "‘", "’", "‚", "‛": true
    default: false
    }
  }

  /// Whether a mark can begin a phrase: it is before a word, and not in one.
  private func isOpening(_ index: Int) -> Bool {
    guard index + 1 < text.count, QueryCharacters.isSearchable(text[index + 1]) else {
      return false
    }
    return index == 0 || QueryCharacters.isSeparator(text[index - 1])
      || "(:+-=".unicodeScalars.contains(text[index - 1])
  }

  /// Whether a mark can end a phrase: it is after a word, and not in one.
  private func isClosing(_ index: Int) -> Bool {
    guard index > 0, !QueryCharacters.isSeparator(text[index - 1]) else { return false }
    return index + 1 == text.count || QueryCharacters.isSeparator(text[index + 1])
      || "()[],.;:!?~".unicodeScalars.contains(text[index + 1])
  }

  private func closing(after index: Int) -> Int? {
    let end = min(text.count, index + Self.longest)
    return ((index + 1)..<end).first { Self.isMark(text[$0]) && isClosing($0) }
  }

  /// Whether a text between two marks is a phrase; a single letter is not one, as in “rock 'n'
  /// roll”.
  private func isPhrase(_ inside: ArraySlice<Unicode.Scalar>) -> Bool {
    if inside.count < 2 || inside.contains(where: { "()".unicodeScalars.contains($0) }) {
      return false
    }
    return !inside.contains(where: QueryCharacters.isQuote)
      && !inside.split(whereSeparator: QueryCharacters.isSeparator).contains { word in
        QueryLexeme.mayBeOperator(word) && QueryLexeme.isOperator(String(scalars: word))
      }
  }
}
