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
    let lines = text.unicodeScalars.prefix(position).split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r"
    }
    // A break at the beginning or the end, as files have one, makes no second line.
    let trimmed = text.drop(while: \.isWhitespace)
    guard let end = trimmed.lastIndex(where: { !$0.isWhitespace }),
      trimmed[...end].contains(where: \.isNewline), let last = lines.last
    else { return "character \(position + 1)" }
    // CR and LF are one break.
    let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(position)))
    let breaks = before.count { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
    return "line \(breaks + 1), character \(last.count + 1)"
  }
}
