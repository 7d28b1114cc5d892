import Answers
import Foundation
import GRDB
import Retrieval
import Synchronization
import Testing

/// Several runs of the indexer on one file.
struct TwoWritersTests {
  @Test(arguments: 0..<4)
  func `writers that begin together on a new file take turns`(round: Int) throws {
    let library = try TemporaryLibrary()
    for writer in 0..<4 {
      try library.write(
        "\(writer).jsonl", (0..<30).map { Record("\(writer)-\($0)", text: "Peers walk \($0).") })
    }
    let errors = Mutex<[String]>([])
    let (path, folder) = (library.indexPath, library.folder)
    DispatchQueue.concurrentPerform(iterations: 4) { writer in
      do {
        let account = try Indexer(path: path).index(["\(folder)/\(writer).jsonl"])
        if account.records.added != 30 { errors.withLock { $0.append("\(account)") } }
      } catch {
        errors.withLock { $0.append("\(error)") }
      }
    }
    #expect(errors.withLock { $0 } == [])
    let index = try library.open()
    #expect(try index.stats().documents == 120)
    #expect(try index.check().problems == [])
    #expect(!FileManager.default.fileExists(atPath: path + "-lock"))
  }

  @Test func `a lock is refused while it is held, and free after it is released`() throws {
    let library = try TemporaryLibrary()
    var lock: WriterLock? = try WriterLock(index: library.indexPath)
    #expect(throws: IndexError.busy(path: library.indexPath)) {
      _ = try WriterLock(index: library.indexPath, seconds: 0)
    }
    withExtendedLifetime(lock) {}
    lock = nil
    _ = try WriterLock(index: library.indexPath, seconds: 0)
  }

  @Test func `a lock file left by a killed process is harmless`() throws {
    let library = try TemporaryLibrary()
    try Data().write(to: URL(filePath: library.indexPath + "-lock"))
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    #expect(try library.index().records.added == 1)
    #expect(!FileManager.default.fileExists(atPath: library.indexPath + "-lock"))
  }

  @Test func `another program's transaction is waited for, and then reported as busy`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    try library.index()
    try library.write("b.jsonl", [Record("2", text: "Mentors.")])
    let queue = try DatabaseQueue(path: library.indexPath)
    try queue.inDatabase { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      let start = ContinuousClock.now
      #expect(throws: IndexError.busy(path: library.indexPath)) { _ = try library.index() }
      #expect(start.duration(to: .now) > .seconds(5))
      // Searches still work in the meantime.
      #expect(try library.open().stats().documents == 1)
      try database.execute(sql: "ROLLBACK")
    }
    #expect(try library.index().records.added == 1)
  }
}
