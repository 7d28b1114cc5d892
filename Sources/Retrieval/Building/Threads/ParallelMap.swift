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

  /// Passes the values of `body` for some inputs to `write`, in order.
  ///
  /// Other threads compute values, while the caller's thread gets inputs and writes values.
  ///
  /// - Parameters:
  ///   - ahead: the maximum weight of inputs whose values are not yet written; at this weight, no
  ///     more inputs are taken until some values are written. It bounds the memory.
  ///   - next: returns the next input and its weight; `nil` at the end.
  ///   - body: called once for each input, on several threads; never after the function returns.
  package static func forEach<Input: Sendable, Value: Sendable>(
    ahead: Int, next: () throws -> (input: Input, weight: Int)?,
    _ body: @escaping @Sendable (Input) -> Value, write: (Value) throws -> Void
  ) throws {
    let inputs = BoundedQueue<(Int, Input)>(capacity: .max)
    let values = BoundedQueue<Value>(capacity: .max)
    let group = DispatchGroup()
    for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
      DispatchQueue.global().async(group: group) {
        while let (number, input) = inputs.take() { values.put(body(input), number: number) }
      }
    }
    defer {
      inputs.cancel()
      group.wait()
    }
    var weights: [Int] = []
    var (written, waiting) = (0, 0)
    var isOver = false
    while true {
      let begun = weights.count
      if !isOver, written == begun || waiting < ahead {
        if let (input, weight) = try next() {
          inputs.put((begun, input))
          weights.append(weight)
          waiting += weight
        } else {
          isOver = true
        }
      } else if written < begun, let value = values.take(number: written) {
        try write(value)
        waiting -= weights[written]
        written += 1
      } else {
        return
      }
    }
  }

  /// Passes the values of `body` for the numbers below `count` to `write`, in order.
  ///
  /// Other threads compute values, while the caller's thread writes them and does its tasks.
  ///
  /// - Parameters:
  ///   - ahead: the maximum weight of numbers whose values are not yet written; at this weight, no
  ///     more values are computed until some are written. It bounds the memory.
  ///   - weight: returns the weight of a number.
  ///   - body: called once for each number, on several threads; never after the function returns.
  ///   - tasks: other work for the caller's thread, done in order and spread evenly, so that the
  ///     other threads have values to compute meanwhile.
  package static func forEach<Value: Sendable>(
    _ count: Int, ahead: Int, weight: (Int) -> Int = { _ in 1 },
    _ body: @escaping @Sendable (Int) -> Value,
    meanwhile tasks: [() throws -> Void] = [], write: (Int, Value) throws -> Void
  ) throws {
    var (begun, written, done) = (0, 0, 0)
    try forEach(
      ahead: ahead,
      next: { () throws -> (input: Int, weight: Int)? in
        while done < tasks.count, begun * tasks.count >= (done + 1) * count {
          try tasks[done]()
          done += 1
        }
        guard begun < count else { return nil }
        begun += 1
        return (input: begun - 1, weight: weight(begun - 1))
      }, body,
      write: { value in
        try write(written, value)
        written += 1
      })
  }
}
