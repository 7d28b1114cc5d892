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

  /// A sentence without its full stop: `Unmatched “(” at character 10`.
  var reason: String { "\(problem) at character \(position + 1)" }
}
