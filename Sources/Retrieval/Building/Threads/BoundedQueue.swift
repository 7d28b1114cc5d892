import Foundation

/// Passes values between threads and blocks producers that are too far ahead.
///
/// Values are taken either by the number they were put in with, or first in, first out.
///
/// Unchecked `Sendable`: all state is guarded by the condition.
final class BoundedQueue<Value: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let capacity: Int
  private var values: [(number: Int, value: Value)] = []
  /// The number that a consumer waits for.
  ///
  /// It is accepted even if the queue is full; otherwise values with later numbers could block it
  /// forever.
  private var wanted: Int?
  private var isClosed = false

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Adds a value, waiting while the queue is full; false if the queue was closed.
  @discardableResult
  func put(_ value: Value, number: Int = 0) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while !isClosed, values.count >= capacity, number != wanted { condition.wait() }
    if isClosed { return false }
    values.append((number, value))
    condition.broadcast()
    return true
  }

  /// Takes the oldest value; `nil` if the queue is closed and empty.
  func take() -> Value? {
    condition.lock()
    defer { condition.unlock() }
    while values.isEmpty, !isClosed { condition.wait() }
    guard !values.isEmpty else { return nil }
    defer { condition.broadcast() }
    return values.removeFirst().value
  }

  /// Waits for the value with a number and takes it; `nil` if the queue is closed without it.
  func take(number: Int) -> Value? {
    condition.lock()
    defer { condition.unlock() }
    wanted = number
    condition.broadcast()
    while true {
      if let index = values.firstIndex(where: { $0.number == number }) {
        defer { condition.broadcast() }
        return values.remove(at: index).value
      }
      if isClosed { return nil }
      condition.wait()
    }
  }

  /// Accepts no more values; those in the queue can still be taken.
  func close() {
    condition.lock()
    isClosed = true
    condition.broadcast()
    condition.unlock()
  }

  /// Closes the queue and discards its values.
  func cancel() {
    condition.lock()
    isClosed = true
    values = []
    condition.broadcast()
    condition.unlock()
  }
}
