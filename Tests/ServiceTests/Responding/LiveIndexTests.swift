import Foundation
import Query
import Retrieval
import Service
import Synchronization
import Testing

struct LiveIndexTests {
  let folder = FileManager.default.temporaryDirectory.path + "/live-\(UUID().uuidString)"

  /// Makes an index of documents of one word each.
  func build(_ name: String, _ words: [String]) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let source = "\(folder)/\(name).jsonl"
    let lines = words.map { "{\"_id\":\"\($0)\",\"title\":\"\",\"text\":\"\($0) peer\"}" }
    try lines.joined(separator: "\n").write(toFile: source, atomically: true, encoding: .utf8)
    let path = "\(folder)/\(name).sqlite"
    _ = try Indexer(path: path).index([source])
    return path
  }

  func found(_ index: LiveIndex) throws -> Set<String> {
    Set(try index.current().index.search(SearchRequest("peer")).hits.map(\.document.id))
  }

  @Test func `an index that is renamed into place answers the next request`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let live = try LiveIndex(path: try build("a", ["one"]))
    #expect(try found(live) == ["one"])
    let before = live.current()
    let context = ServiceContext(index: live, version: "0")
    let tag = try context.entityTag()
    #expect(rename(try build("b", ["two"]), live.path) == 0)
    #expect(try found(live) == ["two"])
    #expect(live.current().number == 2)
    #expect(try context.entityTag() != tag)
    // Who began before finishes on what was there.
    #expect(try before.index.search(SearchRequest("one")).hits.count == 1)
  }

  @Test func `an index that is updated in place answers the next request`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let live = try LiveIndex(path: try build("a", ["one"]))
    let context = ServiceContext(index: live, version: "0")
    let tag = try context.entityTag()
    _ = try build("a", ["one", "three"])
    #expect(try found(live) == ["one", "three"])
    #expect(live.current().number == 1)
    #expect(try context.entityTag() != tag)
  }

  @Test func `what is no index leaves the old one at work`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let live = try LiveIndex(path: try build("a", ["one"]))
    try "text".write(toFile: folder + "/c", atomically: true, encoding: .utf8)
    #expect(rename(folder + "/c", live.path) == 0)
    // More queries at once than there are connections: none may open what is there now.
    let answers = Mutex<[Set<String>?]>([])
    DispatchQueue.concurrentPerform(iterations: 16) { _ in
      let answer = try? found(live)
      answers.withLock { $0.append(answer) }
    }
    #expect(answers.withLock { $0 } == Array(repeating: ["one"], count: 16))
    unlink(live.path)
    #expect(try found(live) == ["one"])
    #expect(rename(try build("b", ["two"]), live.path) == 0)
    #expect(try found(live) == ["two"])
  }
}
