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
}
