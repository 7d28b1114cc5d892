import Answers
import Foundation
import GRDB
import Retrieval
import Testing

/// Files that are refused as an index, and the messages.
struct IndexFileTests {
  @Test func `a folder, a pipe and a device are refused at once`() throws {
    let library = try TemporaryLibrary()
    let pipe = library.root + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    for (path, kind) in [
      (library.folder, "a folder"), (pipe, "a named pipe"), ("/dev/null", "a device"),
    ] {
      let refusal = IndexError.notAFile(path: path, kind: kind)
      #expect(throws: refusal) { _ = try Index(path: path) }
      #expect(throws: refusal) { _ = try Indexer(path: path).index([library.folder]) }
      #expect(
        refusal.description == "\(path) is \(kind), not an index file. Choose a file with --index.")
    }
  }

  @Test func `an error of SQLite says whether reading or writing failed`() {
    let reading = "Can't read /x. Check that you may read the file and open its folder."
    let writing =
      "Can't write to /x. Check that its folder exists, and that you are allowed to write to the "
      + "folder and the file."
    for (code, isReading, message) in [
      (ResultCode.SQLITE_CANTOPEN, true, reading), (.SQLITE_PERM, true, reading),
      (.SQLITE_CANTOPEN, false, writing), (.SQLITE_READONLY, true, writing),
    ] {
      let error = IndexFile.translate(
        DatabaseError(resultCode: code), path: "/x", isReading: isReading)
      #expect(error.description == message)
    }
  }

  @Test func `a file that can't be compacted stays as it is`() {
    for (code, expected) in [
      (ResultCode.SQLITE_FULL, true), (.SQLITE_BUSY, true), (.SQLITE_BUSY_SNAPSHOT, true),
      (.SQLITE_LOCKED, true), (.SQLITE_CANTOPEN, true), (.SQLITE_IOERR, true),
      (.SQLITE_IOERR_GETTEMPPATH, true), (.SQLITE_CORRUPT, false), (.SQLITE_INTERRUPT, false),
    ] {
      #expect(IndexFile.canStay(after: code) == expected)
    }
  }

  @Test(arguments: [
    (CocoaError.Code.fileWriteOutOfSpace, IndexError.diskFull(path: "/x")),
    (.fileWriteNoPermission, .readOnly(path: "/x")),
  ])
  func `a full disk is not a missing permission`(code: CocoaError.Code, expected: IndexError) {
    #expect(IndexError(writing: "/x", CocoaError(code)) == expected)
  }

  @Test func `an index of another format is refused, and left alone`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    try library.index()
    try library.use { try $0.execute(sql: "UPDATE properties SET value = 3 WHERE name = 'format'") }
    let refusal = IndexError.wrongVersion(
      path: library.indexPath, found: "3", expected: String(IndexSchema.version))
    #expect(throws: refusal) { _ = try library.open() }
    #expect(throws: refusal) { _ = try library.index() }
    #expect(refusal.description.contains("has index format 3, but this version of peerlit reads"))
    let rows = try DatabaseQueue(path: library.indexPath).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM documents")
    }
    #expect(rows == 1)
  }

  @Test func `a file that an indexer has just created is not an index yet`() throws {
    let library = try TemporaryLibrary()
    try Data().write(to: URL(filePath: library.indexPath))
    #expect(throws: IndexError.missing(path: library.indexPath)) { _ = try library.open() }
    try DatabaseQueue(path: library.indexPath).writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA journal_mode = WAL")
    }
    #expect(throws: IndexError.missing(path: library.indexPath)) { _ = try library.open() }
  }

  @Test func `a database of another program is refused, and left alone`() throws {
    let library = try TemporaryLibrary()
    try DatabaseQueue(path: library.indexPath).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    let before = try Data(contentsOf: URL(filePath: library.indexPath))
    #expect(throws: IndexError.notAnIndex(path: library.indexPath)) { _ = try library.open() }
    #expect(throws: IndexError.notAnIndex(path: library.indexPath)) { _ = try library.index() }
    #expect(try Data(contentsOf: URL(filePath: library.indexPath)) == before)
  }

  @Test(arguments: [("next_document", "-5"), ("next_passage", "0"), ("next_segment", "123456789")])
  func `check finds a wrong next number, and nothing is written with it`(
    name: String, value: String
  ) throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    try library.index()
    #expect(try library.open().check().problems == [])
    try library.use {
      try $0.execute(
        sql: "UPDATE properties SET value = ? WHERE name = ?", arguments: [value, name])
    }
    let problems = try library.open().check().problems
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("The number of the next") == true, "\(problems)")
    #expect(problems.first?.contains("is \(value)") == true)
    try library.write("b.jsonl", [Record("2", text: "Mentors.")])
    #expect(throws: IndexError.self) { _ = try library.index() }
  }

  @Test func `a reader that stays open does not make a run wait, and is reported`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", (0..<50).map { Record("a\($0)", text: "Peers walk.") })
    #expect(try library.index().logBytes == 0)
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: library.indexPath, configuration: configuration)
    try queue.inDatabase { database in
      try database.execute(sql: "BEGIN")
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM documents")
      try library.write("b.jsonl", (0..<50).map { Record("b\($0)", text: "Peers run.") })
      let start = ContinuousClock.now
      let account = try library.index()
      #expect(start.duration(to: .now) < .seconds(15))
      #expect(account.logBytes > 0)
      #expect(try library.open().stats().documents == 100)
      try database.execute(sql: "COMMIT")
    }
    try queue.close()
    #expect(try library.index().logBytes == 0)
  }
}
