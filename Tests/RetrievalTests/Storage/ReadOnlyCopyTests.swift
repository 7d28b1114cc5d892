import Foundation
import GRDB
import Retrieval
import Testing

/// A copy of an index in a read-only folder, where SQLite cannot create the shared memory of a
/// write-ahead log.
struct ReadOnlyCopyTests {
  /// A copy made while `extra` of the records were in the log.
  private static func copy(_ library: TemporaryLibrary, _ extra: Int) throws -> String {
    try library.write("a.jsonl", (0..<20).map { Record("a\($0)", text: "Peers walk.") })
    try library.index()
    let copy = library.root + "/copy.sqlite"
    // The reader keeps the second run in the log.
    let reader = try library.open()
    try reader.probe()
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: library.indexPath, configuration: configuration)
    try queue.inDatabase { database in
      try database.execute(sql: "BEGIN")
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM documents")
      if extra > 0 {
        try library.write("b.jsonl", (0..<extra).map { Record("b\($0)", text: "Peers run.") })
        try library.index()
      }
      for end in ["", "-wal"] where FileManager.default.fileExists(atPath: library.indexPath + end)
      {
        try FileManager.default.copyItem(atPath: library.indexPath + end, toPath: copy + end)
      }
      try database.execute(sql: "COMMIT")
    }
    return copy
  }

  @Test(arguments: [0, 40])
  func `everything that was committed is read`(extra: Int) throws {
    let library = try TemporaryLibrary()
    let copy = try Self.copy(library, extra)
    let log = try? FileManager.default.attributesOfItem(atPath: copy + "-wal")[.size] as? Int
    #expect((log ?? 0 > 0) == (extra > 0))
    let count = try IndexFile.openAlone(path: copy).use {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM documents")
    }
    #expect(count == 20 + extra)
    // No file beside it was created or removed.
    #expect(!FileManager.default.fileExists(atPath: copy + "-shm"))
    #expect(FileManager.default.fileExists(atPath: copy + "-wal") == (log != nil))
  }
}
