import Foundation

/// Hands values from threads to threads, and makes those wait that are ahead of the others.
///
/// Values are taken out in the order of the numbers they were put in under, when they are taken by
/// number, or first come first served.
///
/// Unchecked `Sendable`: all state is guarded by the condition.
final class BoundedQueue<Value: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let capacity: Int
  private var values: [(number: Int, value: Value)] = []
  /// The number that a taker waits for: it is let in even when the queue is full, or those who hold
  /// the numbers after it would keep it out for ever.
  private var wanted: Int?
  private var isClosed = false

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Puts a value in, waiting while the queue is full; false when the queue has been closed.
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

  /// Takes the value that came first; `nil` when the queue is closed and empty.
  func take() -> Value? {
    condition.lock()
    defer { condition.unlock() }
    while values.isEmpty, !isClosed { condition.wait() }
    guard !values.isEmpty else { return nil }
    defer { condition.broadcast() }
    return values.removeFirst().value
  }

  /// Takes the value of a number, waiting for it; `nil` when the queue is closed without it.
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

  /// Lets no more values in; those inside can still be taken.
  func close() {
    condition.lock()
    isClosed = true
    condition.broadcast()
    condition.unlock()
  }

  /// Closes and throws away what is inside.
  func cancel() {
    condition.lock()
    isClosed = true
    values = []
    condition.broadcast()
    condition.unlock()
  }
}
