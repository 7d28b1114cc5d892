import Foundation
import Service
import Testing

struct WorkQueueTests {
  @Test func `work beyond the limit is refused`() async throws {
    // Other tests may delay this one for a long time.
    let queue = WorkQueue(threads: 1, limit: 2, patience: .seconds(3600))
    let gate = DispatchSemaphore(value: 0)
    async let first = queue.run {
      gate.wait(); return 1
    }
    async let second = queue.run {
      gate.wait(); return 2
    }
    while queue.length < 2 { await Task.yield() }
    let error = await #expect(throws: ServiceError.self) { try await queue.run { 3 } }
    #expect(error?.code == .overloaded)
    #expect(queue.length == 2)
    for _ in 0..<2 { gate.signal() }
    #expect(try await first == 1)
    #expect(try await second == 2)
    #expect(try await queue.run { 4 } == 4)
    queue.stop()
  }

  @Test func `work that waited too long is refused`() async throws {
    let queue = WorkQueue(threads: 1, limit: 9, patience: .milliseconds(20))
    let gate = DispatchSemaphore(value: 0)
    let (started, start) = AsyncStream.makeStream(of: Bool.self)
    var starts = started.makeAsyncIterator()
    // On a busy machine, the work that blocks the thread may itself wait too long; then try again.
    repeat {
      queue.submit {
        start.yield(true)
        gate.wait()
      } _: { result in
        if case .failure = result { start.yield(false) }
      }
    } while await starts.next() == false
    let (results, finish) = AsyncStream.makeStream(of: Result<Int, any Error>.self)
    queue.submit {
      2
    } _: {
      finish.yield($0)
    }
    try await Task.sleep(for: .milliseconds(100))
    gate.signal()
    var found = results.makeAsyncIterator()
    let late = await found.next()
    let error = #expect(throws: ServiceError.self) { try late?.get() }
    #expect(error?.code == .overloaded)
    queue.stop()
  }

  @Test func `slow work does not hold up quick work`() async throws {
    let queue = WorkQueue(threads: 2, limit: 100, patience: .seconds(60))
    let gate = DispatchSemaphore(value: 0)
    let slow = (0..<4).map { number in
      Task {
        try await queue.run { () -> Int in
          gate.wait(); return number
        }
      }
    }
    while queue.length < 4 { await Task.yield() }
    // Both threads and the two that replace them are busy; short work still gets a thread.
    for number in 0..<10 { #expect(try await queue.run { number } == number) }
    // A thread counts as running until it has returned from its last query.
    while queue.length > 4 { try await Task.sleep(for: .milliseconds(5)) }
    #expect(queue.length == 4)
    for _ in slow { gate.signal() }
    for (number, task) in slow.enumerated() { #expect(try await task.value == number) }
    queue.stop()
  }

  @Test func `extra threads end when they are not needed`() async throws {
    let queue = WorkQueue(threads: 1, limit: 100, patience: .seconds(60))
    let gate = DispatchSemaphore(value: 0)
    async let slow = queue.run { gate.wait() }
    while queue.length < 1 { await Task.yield() }
    try await queue.run {}
    #expect(queue.threadCount == 2)
    gate.signal()
    try await slow
    try await queue.run {}
    try await queue.run {}
    while queue.threadCount > 1 { try await Task.sleep(for: .milliseconds(5)) }
    queue.stop()
    #expect(queue.threadCount == 0)
    await #expect(throws: ServiceError.self) { try await queue.run {} }
  }
}
