import Foundation
import GRDB
import Query
import Retrieval
import Synchronization
import Testing

/// Opening an index, reading while a process writes, and errors in files.
struct IndexTests {
  private static func library(_ count: Int = 3) throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      (0..<count).map { Record("d\($0)", title: "Peer \($0)", text: "Peer support number \($0).") })
    try library.index()
    return library
  }

  @Test func `a file that is missing or is not an index`() throws {
    let library = try Self.library()
    let missing = library.root + "/none.sqlite"
    #expect(throws: IndexError.missing(path: missing)) { _ = try Index(path: missing) }
    let text = library.path("a.jsonl")
    #expect(throws: IndexError.notAnIndex(path: text)) { _ = try Index(path: text) }
    let other = library.root + "/other.sqlite"
    let queue = try DatabaseQueue(path: other)
    try queue.write { try $0.execute(sql: "CREATE TABLE t (x)") }
    try queue.close()
    #expect(throws: IndexError.notAnIndex(path: other)) { _ = try Index(path: other) }
    #expect(throws: IndexError.notAnIndex(path: other)) {
      _ = try Indexer(path: other).index([library.folder])
    }
  }

  @Test func `a file of another version or analyzer`() throws {
    let library = try Self.library()
    try library.use {
      try $0.execute(sql: "UPDATE properties SET value = '99' WHERE name = 'format'")
    }
    #expect(
      throws: IndexError.wrongVersion(
        path: library.indexPath, found: "99", expected: String(IndexSchema.version))
    ) { _ = try library.open() }
    let second = try Self.library()
    try second.use {
      try $0.execute(sql: "UPDATE properties SET value = 'ICU 1' WHERE name = 'analyzer'")
    }
    do {
      _ = try second.open()
      Issue.record("an index of another analyzer was opened")
    } catch IndexError.otherAnalyzer(let path, let found, _) {
      #expect(path == second.indexPath && found == "ICU 1")
    }
  }

  @Test func `a folder without room for shared memory is read as immutable`() throws {
    let library = try Self.library()
    // SQLite can't create the file, because a folder has its name; this stops even root.
    try? FileManager.default.removeItem(atPath: library.indexPath + "-shm")
    try? FileManager.default.removeItem(atPath: library.indexPath + "-wal")
    try FileManager.default.createDirectory(
      atPath: library.indexPath + "-shm", withIntermediateDirectories: false)
    #expect(try library.open().search(SearchRequest("support")).total.documents == 3)
  }

  @Test func `a copy of the one file is the whole index`() throws {
    let library = try Self.library()
    let copy = library.root + "/copy of 100% é?.sqlite"
    try FileManager.default.copyItem(atPath: library.indexPath, toPath: copy)
    #expect(try Index(path: copy).search(SearchRequest("support")).total.documents == 3)
  }

  @Test func `a reader sees a whole commit or none of it`() throws {
    let library = try Self.library(5)
    let index = try library.open()
    #expect(try index.search(SearchRequest("support")).total.documents == 5)
    try library.write("b.jsonl", [Record("new", text: "Peer support arrives.")])
    // A transaction in progress is not visible.
    let queue = try DatabaseQueue(path: library.indexPath)
    try queue.inDatabase { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      try database.execute(sql: "DELETE FROM documents")
      try database.execute(sql: "DELETE FROM segments")
      #expect((try? index.search(SearchRequest("support")).total.documents) == 5)
      try database.execute(sql: "ROLLBACK")
    }
    try queue.close()
    try library.index()
    #expect(try index.search(SearchRequest("support")).total.documents == 6)
    #expect(try index.search(SearchRequest("arrives")).hits.first?.document.id == "new")
    try library.remove("b.jsonl")
    try library.index(prune: true)
    #expect(try index.search(SearchRequest("support")).total.documents == 5)
    #expect(try index.document("new") == nil)
  }

  @Test func `many search while one writes`() async throws {
    var corpus = RandomCorpus(seed: 51, words: 30)
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", (0..<200).map { corpus.record("a\($0)", sentences: 5) })
    try library.index()
    let index = try library.open()
    let queries = (0..<20).map { _ in corpus.query() }
    let batches = (0..<4).map { batch in
      (0..<20).map { corpus.record("b\(batch)-\($0)", sentences: 5) }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for round in 0..<15 {
            var request = SearchRequest(queries[(task + round) % queries.count])
            request.unit = round % 2 == 0 ? .passage : .document
            let answer = try index.search(request)
            #expect(answer.hits.map(\.rank) == Array(1..<answer.hits.count + 1))
            #expect(answer.hits.allSatisfy { !$0.document.id.isEmpty && !$0.passage.text.isEmpty })
          }
        }
      }
      for (number, batch) in batches.enumerated() {
        try library.write("b\(number).jsonl", batch)
        try library.index()
      }
      try await group.waitForAll()
    }
    #expect(try index.stats().documents == 280)
    #expect(try index.check().problems == [])
  }

  @Test func `check finds a damaged file`() throws {
    let library = try Self.library(400)
    #expect(try library.open().check().problems == [])
    for sql in [
      "DELETE FROM passages WHERE number = 3",
      "DELETE FROM passage_positions WHERE id = (SELECT min(id) FROM passage_positions)",
      "UPDATE passage_postings SET data = substr(data, 1, 14)",
      "DELETE FROM texts WHERE id = (SELECT max(id) FROM texts)",
      "UPDATE texts SET data = zeroblob(20) WHERE id = (SELECT max(id) FROM texts)",
    ] {
      let damaged = try TemporaryLibrary()
      try FileManager.default.copyItem(atPath: library.indexPath, toPath: damaged.indexPath)
      try damaged.use { try $0.execute(sql: sql) }
      #expect(try damaged.open().check().problems != [], "\(sql)")
    }
    // Overwrites a page.
    let torn = try TemporaryLibrary()
    var bytes = try Data(contentsOf: URL(filePath: library.indexPath))
    bytes.replaceSubrange(bytes.count / 2..<bytes.count / 2 + 40_000, with: Data(count: 40_000))
    try bytes.write(to: URL(filePath: torn.indexPath))
    do {
      #expect(try torn.open().check().problems != [])
    } catch is IndexError {}
  }
}

/// The functions of GRDB that peerlit uses, since GRDB is not tested on Linux.
struct GRDBTests {
  @Test func `statements, blobs, transactions and errors`() throws {
    let folder = try TemporaryLibrary()
    let path = folder.root + "/grdb.sqlite"
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = 8192") }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      #expect(try Int.fetchOne(database, sql: "PRAGMA page_size") == 8192)
      try database.execute(sql: "BEGIN IMMEDIATE")
      #expect(database.isInsideTransaction)
      try database.execute(sql: "CREATE TABLE t (id INTEGER PRIMARY KEY, data BLOB, text TEXT)")
      let insert = try database.makeStatement(sql: "INSERT INTO t (data, text) VALUES (?, ?)")
      for index in 0..<3 {
        try insert.execute(arguments: [Data([UInt8(index), 0, 255]), "naïve 互助"])
      }
      #expect(database.lastInsertedRowID == 3)
      try database.execute(sql: "COMMIT")
      let rows = try Row.fetchCursor(database, sql: "SELECT * FROM t ORDER BY id")
      var found: [Data] = []
      while let row = try rows.next() {
        found.append(row["data"])
        #expect(row["text"] as String == "naïve 互助")
      }
      #expect(found == (0..<3).map { Data([UInt8($0), 0, 255]) })
      #expect(try database.tableExists("t") && !database.tableExists("u"))
      #expect(throws: DatabaseError.self) { try database.execute(sql: "INSERT INTO u VALUES (1)") }
      #expect(
        try Int.fetchOne(
          database.cachedStatement(sql: "SELECT count(*) FROM t WHERE id > ?"), arguments: [1]) == 2
      )
    }
    var readOnly = Configuration()
    readOnly.readonly = true
    let reader = try DatabaseQueue(path: path, configuration: readOnly)
    do {
      try reader.writeWithoutTransaction { try $0.execute(sql: "DELETE FROM t") }
      Issue.record("a reader wrote")
    } catch let error as DatabaseError {
      #expect(error.resultCode.primaryResultCode == .SQLITE_READONLY)
    }
  }
}
