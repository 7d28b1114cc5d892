import Dispatch
import Foundation

/// Computes values on all cores.
package enum ParallelMap {
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
  /// Other threads compute the next values meanwhile.
  ///
  /// - Parameters:
  ///   - ahead: the largest number of values that are computed but not yet written, which bounds
  ///     the memory.
  ///   - body: called once for each number, on several threads; never after the function returns.
  ///   - tasks: other work for the caller's thread, spread evenly over the numbers and done in
  ///     order, so that the other threads have values to compute meanwhile.
  package static func forEach<Value: Sendable>(
    _ count: Int, ahead: Int, _ body: @escaping @Sendable (Int) -> Value,
    meanwhile tasks: [() throws -> Void] = [], write: (Int, Value) throws -> Void
  ) throws {
    let numbers = BoundedQueue<Int>(capacity: .max)
    let values = BoundedQueue<Value>(capacity: .max)
    let group = DispatchGroup()
    for _ in 0..<min(count, ProcessInfo.processInfo.activeProcessorCount) {
      DispatchQueue.global().async(group: group) {
        while let number = numbers.take() { values.put(body(number), number: number) }
      }
    }
    defer {
      numbers.cancel()
      group.wait()
    }
    var (begun, written, done) = (0, 0, 0)
    while true {
      while done < tasks.count, begun * tasks.count >= (done + 1) * count {
        try tasks[done]()
        done += 1
      }
      if begun < count, begun - written < max(1, ahead) {
        numbers.put(begun)
        begun += 1
      } else if written < begun, let value = values.take(number: written) {
        try write(written, value)
        written += 1
      } else {
        return
      }
    }
  }
}
