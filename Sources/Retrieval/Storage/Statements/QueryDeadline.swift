import GRDB
import GRDBSQLite

/// Stops a query that exceeds its time limit.
///
/// SQLite calls back after every hundred steps of a statement, on the thread of the query, to ask
/// whether to continue, and ``check()`` is called before a posting list is opened. So the limit
/// applies even on a busy machine, and a query that has ended is never stopped by mistake.
final class QueryDeadline {
  /// When the queries of the current task must end, regardless of the limit of their index.
  @TaskLocal static var current: ContinuousClock.Instant?

  /// The time at which the running query must end; `nil` for no limit.
  private(set) var end: ContinuousClock.Instant?
  private var isExceeded = false

  /// The number of steps of SQLite's virtual machine between two checks of the clock: a few
  /// microseconds.
  private static let steps: Int32 = 100

  /// Watches the statements of a connection, which must not outlive the deadline.
  func watch(_ database: Database) {
    sqlite3_progress_handler(
      database.sqliteConnection, Self.steps,
      { context in
        guard let context else { return 0 }
        let deadline = Unmanaged<QueryDeadline>.fromOpaque(context).takeUnretainedValue()
        return deadline.isOver ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Runs a query.
  ///
  /// - Parameter end: when to stop it; `nil` for no limit.
  /// - Throws: ``IndexError/interrupted`` if it was stopped; its results are incomplete.
  func run<Result>(
    until end: ContinuousClock.Instant?, _ body: () throws -> Result
  ) throws -> Result {
    self.end = end
    isExceeded = false
    defer { self.end = nil }
    let result = Swift.Result(catching: body)
    // A stopped statement may have looked like one without rows.
    if isExceeded { throw IndexError.interrupted }
    return try result.get()
  }

  /// Stops the query if it has exceeded its time limit.
  ///
  /// - Throws: ``IndexError/interrupted``.
  func check() throws {
    if isOver { throw IndexError.interrupted }
  }

  private var isOver: Bool {
    guard let end, ContinuousClock.now > end else { return false }
    isExceeded = true
    return true
  }
}
