import Foundation
import Synchronization

/// Stops queries that take longer than they are given.
///
/// A thread of its own looks after the queries of an index from time to time, so that a query pays
/// nothing for being watched; one that is over time has its connection interrupted, again and again
/// until it ends, since SQLite takes an interruption only while a statement is at work.
final class QueryWatch: Sendable {
  private struct Running {
    var deadline: ContinuousClock.Instant
    var file: IndexFile
    var isStopped = false
  }

  private struct State {
    var running: [Int: Running] = [:]
    var next = 0
  }

  private let limit: Duration
  private let state = Mutex(State())

  /// Begins to watch.
  ///
  /// - Parameter limit: how long a query may take.
  init(limit: Duration) {
    self.limit = limit
    let pause = max(0.001, min(0.02, limit.seconds / 5))
    Thread.detachNewThread { [weak self] in
      while self?.look() != nil { Thread.sleep(forTimeInterval: pause) }
    }
  }

  /// Runs a query.
  ///
  /// - Throws: ``IndexError/interrupted`` when it was stopped: what it found is not to be relied on.
  func watch<Result>(_ file: IndexFile, _ body: () throws -> Result) throws -> Result {
    let number = state.withLock { state in
      state.next += 1
      state.running[state.next] = Running(deadline: .now + limit, file: file)
      return state.next
    }
    let result = Swift.Result(catching: body)
    let isStopped = state.withLock { $0.running.removeValue(forKey: number)?.isStopped ?? false }
    if isStopped { throw IndexError.interrupted }
    return try result.get()
  }

  private func look() {
    let now = ContinuousClock.now
    // Interrupting under the lock: once a query has ended, its connection is left alone.
    state.withLock { state in
      for (number, running) in state.running where running.deadline < now {
        state.running[number]?.isStopped = true
        running.file.interrupt()
      }
    }
  }
}

extension Duration {
  /// The duration in seconds.
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
