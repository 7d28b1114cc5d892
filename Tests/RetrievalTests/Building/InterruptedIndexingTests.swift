import Foundation
import GRDB
import Retrieval
import Synchronization
import TestSupport
import Testing

struct InterruptedIndexingTests {
  @Test func `work done before an interruption is not done again`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let folder = temporary.url
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

  @Test func `a run without a commit leaves the last one`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    try library.index()
    do {
      // A killed process leaves changes without a commit.
      var configuration = Configuration()
      configuration.allowsUnsafeTransactions = true
      let queue = try DatabaseQueue(path: library.indexPath, configuration: configuration)
      try queue.inDatabase { database in
        try database.execute(sql: "BEGIN IMMEDIATE")
        try database.execute(sql: "DELETE FROM documents")
      }
      try queue.close()
    } catch is DatabaseError {}
    #expect(try library.ids() == ["1"])
    try library.expectIntact()
  }

  @Test func `an empty index file is used, another file refused`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    try Data().write(to: URL(filePath: library.indexPath))
    #expect(try library.index().records.added == 1)
    #expect(throws: IndexError.notAnIndex(path: library.path("a.jsonl"))) {
      _ = try Indexer(path: library.path("a.jsonl")).index([library.folder])
    }
  }

  @Test(arguments: [2, 3, 4, 6, 9], [true, false])
  func `records that a file no longer has are missing after a stop, too`(
    stop: Int, prune: Bool
  ) throws {
    var corpus = RandomCorpus(seed: 43, words: 40)
    let library = try TemporaryLibrary()
    var files = (0..<6).map { file in
      (0..<300).map { corpus.record("\(file)-\($0)", sentences: 2) }
    }
    func write() throws {
      for (number, records) in files.enumerated() {
        try library.write("f\(number).jsonl", records)
      }
    }
    try write()
    try library.index()
    for file in files.indices {
      files[file].remove(at: 7)
      files[file][0] = corpus.record("\(file)-0", sentences: 3)
    }
    try write()
    let asked = Mutex(0)
    let stopped = try library.index(
      prune: prune,
      shouldStop: {
        asked.withLock { count in
          count += 1
          return count > stop
        }
      })
    let report = try library.index(prune: prune)
    #expect((prune ? stopped.removed + report.removed : report.missing) == 6)
    #expect(try library.ids().count == (prune ? 6 * 299 : 6 * 300))
    // The files are not read again once nothing is missing.
    let last = try library.index(prune: prune)
    #expect(last.missing == (prune ? 0 : 6) && last.removed == 0)
    try library.expectIntact()
  }

  @Test func `a stop keeps what was read, loses nothing and can be continued`() throws {
    var corpus = RandomCorpus(seed: 41, words: 40)
    let library = try TemporaryLibrary()
    for file in 0..<6 {
      try library.write(
        "f\(file).jsonl", (0..<300).map { corpus.record("\(file)-\($0)", sentences: 2) })
    }
    let asked = Mutex(0)
    let part = try library.index(shouldStop: {
      asked.withLock { count in
        count += 1
        return count > 3
      }
    })
    #expect(part.records.added > 0 && part.records.added < 1_800 && part.records.addUp)
    try library.expectIntact()
    // A run with pruning that stops at once does not remove records that it did not reach.
    let stopped = try library.index(prune: true, shouldStop: { true })
    #expect(stopped.removed == 0 && stopped.missing == 0)
    let rest = try library.index(prune: true)
    #expect(rest.records.added + part.records.added == 1_800)
    #expect(rest.records.seen == 1_800 && rest.removed == 0)
    #expect(try library.ids().count == 1_800)
    try library.expectIntact()
  }
}
