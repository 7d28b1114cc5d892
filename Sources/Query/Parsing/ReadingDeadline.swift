/// When the reading of a query must end.
///
/// Reading takes time linear in the length of a text, but a long strategy takes seconds. The clock
/// is checked between lines and every few hundred terms.
public enum ReadingDeadline {
  /// The deadline for the queries that the current task reads; `nil` for none.
  @TaskLocal public static var current: ContinuousClock.Instant?

  /// Number of steps between two checks of the clock.
  static let steps = 256

  /// Whether the deadline has passed.
  static var isOver: Bool { current.map { ContinuousClock.now > $0 } ?? false }

  /// Stops reading if the deadline has passed.
  ///
  /// - Throws: ``QueryError/tookTooLong``.
  static func check() throws(QueryError) {
    if isOver { throw .tookTooLong }
  }
}
