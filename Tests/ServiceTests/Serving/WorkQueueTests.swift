import Foundation
import Service
import Testing

struct WorkQueueTests {
  @Test func `more work than can wait is refused`() async throws {
    // Other tests may keep this one waiting for long.
    let queue = WorkQueue(threads: 1, limit: 2, patience: .seconds(3600))
    let gate = DispatchSemaphore(value: 0)
    async let first = queue.run {
      gate.wait(); return 1
    }
    async let second = queue.run { 2 }
    while queue.length < 2 { await Task.yield() }
    let error = await #expect(throws: ServiceError.self) { try await queue.run { 3 } }
    #expect(error?.code == .overloaded)
    #expect(queue.length == 2)
    gate.signal()
    #expect(try await first == 1)
    #expect(try await second == 2)
    #expect(try await queue.run { 4 } == 4)
    await queue.stop()
  }

  @Test func `work that waited too long is refused`() async throws {
    let queue = WorkQueue(threads: 1, limit: 9, patience: .milliseconds(20))
    let gate = DispatchSemaphore(value: 0)
    async let slow = queue.run {
      gate.wait()
      return 1
    }
    while queue.length < 1 { await Task.yield() }
    async let late = queue.run { 2 }
    while queue.length < 2 { await Task.yield() }
    try await Task.sleep(for: .milliseconds(100))
    gate.signal()
    #expect(try await slow == 1)
    do {
      _ = try await late
      Issue.record("It was done all the same.")
    } catch let error as ServiceError {
      #expect(error.code == .overloaded)
    }
    await queue.stop()
  }
}
