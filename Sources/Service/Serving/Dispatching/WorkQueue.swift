import Foundation

/// A pool of threads that run queries, with a bounded queue.
///
/// Queries block their thread, so they never run on an event loop.
///
/// There is one thread per core. A query that has run for ``slow`` while others wait no longer
/// counts: another thread is started, so that a few expensive queries don't delay cheap ones. Extra
/// threads end when they have nothing left to do.
///
/// Unchecked `Sendable`: mutable state is only accessed under the condition's lock.
package final class WorkQueue: @unchecked Sendable {
  private struct Work {
    var asked: ContinuousClock.Instant
    var run: (_ isTooLate: Bool) -> Void
  }

  /// The running time after which a query counts as slow.
  private static let slow = Duration.milliseconds(50)

  private let threads: Int
  private let mostThreads: Int
  private let limit: Int
  private let patience: Duration

  private let condition = NSCondition()
  private var waiting: [Work] = []
  private var firstWaiting = 0
  /// The time at which each thread began its current work; `nil` if the thread is idle.
  private var begun: [Int: ContinuousClock.Instant?] = [:]
  private var idle = 0
  private var nextThread = 0
  private var isRelieved = false
  private var isStopped = false

  /// Starts the threads.
  ///
  /// - Parameters:
  ///   - limit: the maximum number of running and waiting queries; more are refused.
  ///   - patience: how long a query may wait for a thread before it is refused.
  package init(threads: Int, limit: Int, patience: Duration = .seconds(5)) {
    self.threads = threads
    mostThreads = 8 * threads
    self.limit = limit
    self.patience = patience
    condition.withLock { startThreads(threads) }
  }

  /// Runs `body` on one of the threads and passes its result to `done` on the same thread.
  ///
  /// A query that can't be accepted fails immediately, on the calling thread, with a
  /// ``ServiceError`` of the code ``ServiceError/Code/overloaded``. A query that has waited too
  /// long fails with the same error, on one of the threads.
  package func submit<Result>(
    _ body: @escaping @Sendable () throws -> Result,
    _ done: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
  ) {
    let work = Work(asked: .now) { isTooLate in
      done(isTooLate ? .failure(Self.overload) : Swift.Result(catching: body))
    }
    condition.lock()
    guard !isStopped, waitingCount + running < limit else {
      condition.unlock()
      return done(.failure(Self.overload))
    }
    waiting.append(work)
    if idle > 0 { condition.signal() }
    // Idle threads may already have been woken for earlier work.
    if waitingCount > idle { relieveLater() }
    condition.unlock()
  }

  /// Runs work on the queue, for asynchronous callers.
  package func run<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      submit(body) { continuation.resume(with: $0) }
    }
  }

  /// The number of queries running and waiting.
  package var length: Int { condition.withLock { waitingCount + running } }

  /// The number of threads.
  package var threadCount: Int { condition.withLock { begun.count } }

  /// Ends the threads when their work is done.
  package func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    while !begun.isEmpty { condition.wait() }
    condition.unlock()
  }

  private static let overload = ServiceError(
    .overloaded, "Too many queries are waiting.", hint: "Try again in a moment.")

  // Everything below is called under the lock, except `work(_:)` and `relieve()`, which take it.

  private var waitingCount: Int { waiting.count - firstWaiting }
  private var running: Int { begun.count - idle }

  private func startThreads(_ count: Int) {
    for _ in 0..<count {
      nextThread += 1
      let id = nextThread
      begun[id] = .some(nil)
      idle += 1
      let thread = Thread { [self] in work(id) }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// The oldest waiting query.
  private func next() -> Work? {
    guard firstWaiting < waiting.count else { return nil }
    let work = waiting[firstWaiting]
    firstWaiting += 1
    if firstWaiting == waiting.count {
      waiting.removeAll(keepingCapacity: true)
      firstWaiting = 0
    }
    return work
  }

  /// The loop of a thread.
  private func work(_ id: Int) {
    condition.lock()
    while true {
      if let work = next() {
        let now = ContinuousClock.now
        begun[id] = now
        idle -= 1
        condition.unlock()
        // A client that waited this long has probably given up, so the time is better spent on
        // others.
        work.run(now - work.asked > patience)
        condition.lock()
        begun[id] = .some(nil)
        idle += 1
      } else if isStopped || begun.count > wantedThreads {
        break
      } else {
        condition.wait()
      }
    }
    begun[id] = nil
    idle -= 1
    if isStopped { condition.broadcast() }
    condition.unlock()
  }

  /// The wanted number of threads: the regular ones, plus one per slow query, up to a limit.
  private var wantedThreads: Int {
    let now = ContinuousClock.now
    let slow = begun.values.count { begun in begun.map { now - $0 >= Self.slow } ?? false }
    return min(mostThreads, threads + slow)
  }

  /// Checks after a short delay whether slow queries make others wait.
  private func relieveLater() {
    guard !isRelieved else { return }
    isRelieved = true
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.05) { [weak self] in self?.relieve() }
  }

  private func relieve() {
    condition.withLock {
      isRelieved = false
      guard waitingCount > 0, !isStopped else { return }
      startThreads(min(waitingCount, max(0, wantedThreads - begun.count)))
      if waitingCount > 0 { relieveLater() }
    }
  }
}
