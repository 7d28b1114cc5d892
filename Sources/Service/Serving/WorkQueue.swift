import NIOPosix
import Synchronization

/// Threads for queries, as many as the machine has cores, with a queue that does not grow without
/// end.
///
/// Queries block the thread that they run on, so they never run where connections are served.
package final class WorkQueue: Sendable {
  private let pool: NIOThreadPool
  private let limit: Int
  private let patience: Duration
  private let waiting = Atomic(0)

  /// Starts the threads.
  ///
  /// - Parameters:
  ///   - limit: how many pieces of work may be under way and waiting; more are refused.
  ///   - patience: how long a piece of work may wait for a thread; it is then refused.
  package init(threads: Int, limit: Int, patience: Duration = .seconds(5)) {
    pool = NIOThreadPool(numberOfThreads: threads)
    self.limit = limit
    self.patience = patience
    pool.start()
  }

  /// Runs a piece of work on one of the threads.
  ///
  /// - Throws: ``ServiceError`` of the code ``ServiceError/Code/overloaded``.
  package func run<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    let before = waiting.add(1, ordering: .relaxed).oldValue
    defer { waiting.subtract(1, ordering: .relaxed) }
    guard before < limit else { throw Self.overload }
    let asked = ContinuousClock.now
    return try await pool.runIfActive { [patience] in
      // Whoever waited that long has most likely gone; the time is better spent on those who wait
      // behind.
      if ContinuousClock.now - asked > patience { throw Self.overload }
      return try body()
    }
  }

  /// Pieces of work under way and waiting.
  package var length: Int { waiting.load(ordering: .relaxed) }

  private static let overload = ServiceError(
    .overloaded, "The server has more to do than it can keep waiting.",
    hint: "Try again in a moment.")

  /// Ends the threads when their work is done.
  package func stop() async {
    try? await pool.shutdownGracefully()
  }
}
