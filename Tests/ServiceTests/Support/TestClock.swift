import Synchronization

/// A clock that a test moves.
final class TestClock: Sendable {
  private let time = Mutex(ContinuousClock.now)

  var now: ContinuousClock.Instant { time.withLock { $0 } }

  func move(_ duration: Duration) { time.withLock { $0 += duration } }
}
