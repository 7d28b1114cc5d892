/// A syntax error, found by the lexer or the grammar.
///
/// In a structured query it becomes a ``MalformedQuery``; in plain text, a note.
struct Malformed: Error, Equatable {
  /// The problem: `Unmatched “(”`.
  let problem: String
  /// The fix.
  let fix: String
  /// Offset in the text, in Unicode scalars.
  let position: Int

  init(_ problem: String, _ fix: String, at position: Int) {
    self.problem = problem
    self.fix = fix
    self.position = position
  }

  /// The same as an error of a whole text.
  ///
  /// - Parameter start: the offset in the text at which the part begins that was read.
  func mistake(in text: String, from start: Int = 0) -> MalformedQuery {
    MalformedQuery(text: text, problem: problem, fix: fix, position: start + position)
  }
}
