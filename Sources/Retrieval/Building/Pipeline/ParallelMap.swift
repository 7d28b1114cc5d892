import Dispatch

/// Computes values on all cores.
enum ParallelMap {
  /// The values of `body` for the numbers below `count`, in order.
  ///
  /// - Parameter body: called once for each number, on several threads.
  static func map<Value: Sendable>(
    _ count: Int, _ body: @Sendable (Int) -> Value
  ) -> [Value] {
    var values = [Value?](repeating: nil, count: count)
    values.withUnsafeMutableBufferPointer { values in
      // Each iteration writes to its own place.
      nonisolated(unsafe) let values = values
      DispatchQueue.concurrentPerform(iterations: count) { values[$0] = body($0) }
    }
    return values.compactMap { $0 }
  }

  /// Passes the values of `body` for the numbers below `count` to `write`, in order, on the
  /// caller's thread.
  ///
  /// - Parameter perRound: how many are computed before they are written, which bounds the memory.
  static func forEach<Value: Sendable>(
    _ count: Int, perRound: Int, _ body: @Sendable (Int) -> Value,
    write: (Int, Value) throws -> Void
  ) rethrows {
    for first in stride(from: 0, to: count, by: perRound) {
      let round = first..<min(first + perRound, count)
      for (number, value) in zip(round, map(round.count) { body(first + $0) }) {
        try write(number, value)
      }
    }
  }
}
