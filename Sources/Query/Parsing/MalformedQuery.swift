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

  /// The problem with its position, as a sentence.
  public var message: String { "\(problem) at character \(position + 1)." }
}
