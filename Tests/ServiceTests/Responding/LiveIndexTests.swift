import Foundation
import Query
import Retrieval
import Service
import Synchronization
import TestSupport
import Testing

struct LiveIndexTests {
  private let temporary: TemporaryFolder
  private var folder: String { temporary.path }

  init() throws {
    temporary = try TemporaryFolder()
  }

  /// Builds an index of documents with one word each.
  func build(_ name: String, _ words: [String]) throws -> String {
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
    let live = try LiveIndex(path: try build("a", ["one"]))
    #expect(try found(live) == ["one"])
    let before = try live.current()
    let context = ServiceContext(index: live, version: "0")
    let tag = try context.entityTag(of: live.current())
    #expect(rename(try build("b", ["two"]), live.path) == 0)
    #expect(try found(live) == ["two"])
    #expect(try live.current().number == 2)
    #expect(try context.entityTag(of: live.current()) != tag)
    // A request that began before finishes on the old file.
    #expect(try before.index.search(SearchRequest("one")).hits.count == 1)
  }

  @Test func `an index that is updated in place answers the next request`() throws {
    let live = try LiveIndex(path: try build("a", ["one"]))
    let context = ServiceContext(index: live, version: "0")
    let tag = try context.entityTag(of: live.current())
    _ = try build("a", ["one", "three"])
    #expect(try found(live) == ["one", "three"])
    #expect(try context.entityTag(of: live.current()) != tag)
  }

  @Test func `a file that is not an index leaves the old one in use`() throws {
    let live = try LiveIndex(path: try build("a", ["one"]))
    try "text".write(toFile: folder + "/c", atomically: true, encoding: .utf8)
    #expect(rename(folder + "/c", live.path) == 0)
    // More queries at once than there are connections: none may open the new file.
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

  /// The errors that an index reports.
  private final class Reported: Sendable {
    let errors = Mutex<[IndexError]>([])
  }

  @Test func `the reason why a new file can't be opened is reported once`() throws {
    let reported = Reported()
    let live = try LiveIndex(path: try build("a", ["one"]), settings: SearchSettings()) { error in
      reported.errors.withLock { $0.append(error) }
    }
    try "text".write(toFile: folder + "/c", atomically: true, encoding: .utf8)
    #expect(rename(folder + "/c", live.path) == 0)
    #expect(try found(live) == ["one"])
    Thread.sleep(forTimeInterval: 0.3)
    #expect(try found(live) == ["one"])
    #expect(reported.errors.withLock { $0.count } == 1)
  }

  @Test func `an index that is overwritten in place answers when it is whole`() throws {
    let live = try LiveIndex(path: try build("a", ["one", "three"]))
    let new = try Data(contentsOf: URL(filePath: try build("b", ["two"])))
    #expect(try found(live) == ["one", "three"])
    let before = try live.current()
    let file = try #require(FileHandle(forWritingAtPath: live.path))
    // The memory maps of open connections now extend beyond the end of the file.
    try file.truncate(atOffset: 0)
    #expect(throws: IndexError.self) { try before.index.search(SearchRequest("peer")) }
    #expect(throws: IndexError.replaced(path: live.path)) { try live.current() }
    try file.write(contentsOf: new.prefix(new.count / 2))
    #expect(throws: IndexError.replaced(path: live.path)) { try live.current() }
    try file.write(contentsOf: new.dropFirst(new.count / 2))
    #expect(try found(live) == ["two"])
    #expect(try live.current().number == 2)
  }

  @Test func `an index that is overwritten again and again never stops the server`() throws {
    let words = (0..<200).map { "word\($0)" }
    let live = try LiveIndex(path: try build("a", words))
    let old = try Data(contentsOf: URL(filePath: live.path))
    let new = try Data(contentsOf: URL(filePath: try build("b", ["two"])))
    let responder = Responder(ServiceContext(index: live, version: "0"))
    let isOver = Atomic(false)
    let wrong = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      if thread == 0 {
        for round in 0..<30 {
          guard let file = FileHandle(forWritingAtPath: live.path) else { continue }
          let bytes = round.isMultiple(of: 2) ? new : old
          try? file.truncate(atOffset: 0)
          for start in stride(from: 0, to: bytes.count, by: 1 << 18) {
            try? file.write(contentsOf: bytes[start..<min(start + 1 << 18, bytes.count)])
          }
          try? file.close()
          Thread.sleep(forTimeInterval: 0.03)
        }
        isOver.store(true, ordering: .sequentiallyConsistent)
      } else {
        while !isOver.load(ordering: .sequentiallyConsistent) {
          let response = responder.respond(
            to: ServiceRequest("GET", "/search?q=peer&unit=document&count=true&limit=0"))
          let text = String(decoding: response.body, as: UTF8.self)
          let isRight =
            response.status == 503
            || text.contains("\"documents\":200,") || text.contains("\"documents\":1,")
          if !isRight { wrong.withLock { $0.append(text) } }
        }
      }
    }
    #expect(wrong.withLock { $0 }.isEmpty)
    let end = ContinuousClock.now + .seconds(30)
    while (try? live.current().index.stats().documents) != 200, .now < end {
      Thread.sleep(forTimeInterval: 0.1)
    }
    #expect(try live.current().index.stats().documents == 200)
  }
}
