/// A mistake in a structured query and its position.
///
///     peer AND (burnout OR stress
///              ^
///     Unmatched “(” at character 10. Add “)” where the group ends.
public struct MalformedQuery: Sendable, Equatable {
  /// The query as typed.
  public var text: String
  /// The problem, as a sentence without position and full stop: `Unmatched “(”`.
  public var problem: String
  /// The fix, one or more sentences.
  public var fix: String
  /// Offset of the mistake in the query, in Unicode scalars.
  public var position: Int

  /// Describes a mistake.
  public init(text: String, problem: String, fix: String, position: Int) {
    self.text = text
    self.problem = problem
    self.fix = fix
    self.position = position
  }

  /// The problem with its position, as a sentence: the line and the character in it if the text has
  /// several lines.
  public var message: String { "\(problem) at \(Self.place(position, in: text))." }

  /// A note on plain text, which is searched in spite of the mistake.
  var asWords: String { "\(message) \(Self.searchedAsWords)" }

  /// The end of such a note.
  static let searchedAsWords = "Searched as plain words."

  /// An offset in a text, in words: its line and the character in it if the text has several lines.
  package static func place(_ position: Int, in text: String) -> String {
    let scalars = text.unicodeScalars
    let before = scalars.prefix(position)
    let inLine = before.reversed().prefix { !isBreak($0) }.count
    // A break at the beginning or the end, as files have one, makes no second line.
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }),
      scalars[first..<max(first, last, before.endIndex)].contains(where: isBreak)
    else { return "character \(inLine + 1)" }
    // CR and LF are one break.
    let breaks = String(String.UnicodeScalarView(before)).count {
      $0 == "\n" || $0 == "\r" || $0 == "\r\n"
    }
    return "line \(breaks + 1), character \(inLine + 1)"
  }

  /// The line with an offset, without its break, in the Unicode scalars of a text.
  package static func line(at position: Int, of scalars: [Unicode.Scalar]) -> Range<Int> {
    let start = scalars[..<position].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
    return start..<(scalars[position...].firstIndex(where: isBreak) ?? scalars.count)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r"
  }
}
