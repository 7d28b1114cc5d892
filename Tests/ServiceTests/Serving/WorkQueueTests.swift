import Foundation
import Service
import Testing

struct WorkQueueTests {
  @Test func `more work than can wait is refused`() async throws {
    let queue = WorkQueue(threads: 1, limit: 2)
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
    async let slow = queue.run {
      Thread.sleep(forTimeInterval: 0.2); return 1
    }
    while queue.length < 1 { await Task.yield() }
    let error = await #expect(throws: ServiceError.self) { try await queue.run { 2 } }
    #expect(error?.code == .overloaded)
    #expect(try await slow == 1)
    await queue.stop()
  }
}
