import Foundation
import Retrieval
import Synchronization
import Testing

struct InterruptedIndexingTests {
  @Test func `what was read before an interruption is not done again`() throws {
    let folder = URL.temporaryDirectory.appending(path: "peerlit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let count = 5_000
    let lines = (0..<count).map {
      "{\"_id\":\"\($0)\",\"title\":\"T\($0)\",\"text\":\"peer w\($0)\"}\n"
    }
    let file = folder.appending(path: "x.jsonl")
    try Data(lines.joined().utf8).write(to: file)
    let index = folder.appending(path: "i.sqlite").path

    let asked = Atomic(0)
    let first = try Indexer(path: index).index(
      [file.path],
      shouldStop: { asked.wrappingAdd(1, ordering: .relaxed).newValue > 2 })
    #expect(first.records.added > 0)
    #expect(first.records.added < count)
    #expect(first.records.addUp)
    #expect(try Index(path: index).stats().documents == first.records.added)

    let second = try Indexer(path: index).index([file.path])
    #expect(second.records.unchanged == first.records.added)
    #expect(second.records.added == count - first.records.added)
    #expect(second.records.updated == 0)
    #expect(try Index(path: index).check().problems.isEmpty)
  }
}
