import Analysis
import CAnalysis
import Foundation
import GRDB
import GRDBSQLite

/// A connection to an index file: opens or makes it, checks what wrote it, and turns what SQLite
/// reports into an ``IndexError``.
package final class IndexFile: Sendable {
  package let path: String
  let queue: DatabaseQueue

  private init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// Opens an index for reading.
  package static func open(path: String, language: String? = nil) throws(IndexError) -> IndexFile {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    let file = try connect(path: path, writable: false)
    try file.verify()
    return file
  }

  /// Opens an index for writing, and makes it if there is none.
  package static func openForWriting(
    path: String, language: String
  ) throws(IndexError) -> IndexFile {
    let file = try connect(path: path, writable: true)
    // A file without any table is what a build leaves that was killed before its first commit.
    let isNew = try file.use { try Int.fetchOne($0, sql: "SELECT 1 FROM sqlite_schema") == nil }
    if isNew {
      let identity = AnalyzerIdentity(language: language)
      try file.use { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL")
        try database.execute(sql: "BEGIN IMMEDIATE")
        try database.execute(sql: IndexSchema.tables)
        try database.execute(sql: IndexSchema.fullText(language: language))
        try IndexProperties.set(database, .format, String(IndexSchema.version))
        try IndexProperties.set(database, .language, language)
        try IndexProperties.set(database, .analyzer, identity.description)
        try database.execute(sql: "COMMIT")
      }
    } else {
      try file.use { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      try file.verify()
    }
    return file
  }

  /// Runs `body` on the connection, outside of any transaction of GRDB's.
  package func use<Result>(_ body: (Database) throws -> Result) throws(IndexError) -> Result {
    do {
      return try queue.writeWithoutTransaction { database in
        do {
          return try body(database)
        } catch {
          if database.isInsideTransaction { try? database.execute(sql: "ROLLBACK") }
          throw error
        }
      }
    } catch let error as IndexError {
      throw error
    } catch {
      throw Self.translate(error, path: path)
    }
  }

  /// Makes the statements that are at work fail; for another thread than theirs.
  func interrupt() { queue.interrupt() }

  /// The analyzer language of the index.
  func language() throws(IndexError) -> String {
    try use { try IndexProperties.value($0, .language) ?? "english" }
  }

  // MARK: Opening

  private static func connect(path: String, writable: Bool) throws(IndexError) -> IndexFile {
    do {
      do {
        return try makeConnection(path: path, writable: writable)
      } catch let error as DatabaseError
        where !writable
        && [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode.primaryResultCode)
      {
        // A folder that can't be written has no place for the shared memory of a write-ahead log:
        // the file is then read as immutable, which `index` leaves it fit for.
        let escaped =
          path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return try makeConnection(path: "file:\(escaped)?immutable=1", shown: path, writable: false)
      }
    } catch {
      throw translate(error, path: path)
    }
  }

  private static func makeConnection(
    path: String, shown: String? = nil, writable: Bool
  ) throws -> IndexFile {
    var configuration = Configuration()
    configuration.readonly = !writable
    configuration.busyMode = .timeout(writable ? 10 : 2)
    configuration.label = "peerlit"
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA page_size = \(IndexSchema.pageSize)")
      try database.execute(sql: "PRAGMA cache_size = -\(writable ? 32_768 : 16_384)")
      try database.execute(sql: "PRAGMA mmap_size = \(writable ? 0 : 1 << 40)")
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
      let code = pl_register_fts5(UnsafeMutableRawPointer(database.sqliteConnection))
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let file = IndexFile(path: shown ?? path, queue: queue)
    // Opening is lazy: a first read tells whether the file can be read at all.
    _ = try queue.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
    return file
  }

  private func verify() throws(IndexError) {
    let found: (format: String?, analyzer: String?, language: String?) = try use { database in
      guard try database.tableExists("properties") else { return (nil, nil, nil) }
      return (
        try IndexProperties.value(database, .format),
        try IndexProperties.value(database, .analyzer),
        try IndexProperties.value(database, .language)
      )
    }
    guard let format = found.format else { throw .notAnIndex(path: path) }
    guard format == String(IndexSchema.version) else {
      throw .wrongVersion(path: path, found: format, expected: String(IndexSchema.version))
    }
    let running = AnalyzerIdentity(language: found.language ?? "english").description
    guard found.analyzer == running else {
      throw .otherAnalyzer(path: path, found: found.analyzer ?? "nothing known", running: running)
    }
  }

  static func translate(_ error: any Error, path: String) -> IndexError {
    guard let error = error as? DatabaseError else {
      return .failed(path: path, detail: String(describing: error))
    }
    let detail = error.message ?? String(describing: error.resultCode)
    switch error.resultCode.primaryResultCode {
    case .SQLITE_NOTADB: return .notAnIndex(path: path)
    case .SQLITE_CORRUPT: return .damaged(path: path, detail: detail)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
    case .SQLITE_FULL: return .diskFull(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: return .readOnly(path: path)
    case .SQLITE_INTERRUPT: return .interrupted
    case .SQLITE_CANTOPEN:
      return FileManager.default.fileExists(atPath: path)
        ? .readOnly(path: path) : .failed(path: path, detail: detail)
    default: return .failed(path: path, detail: detail)
    }
  }
}

/// The named values that an index keeps about itself.
enum IndexProperties: String {
  case format, language, analyzer, generation
  case nextDocument = "next_document"
  case nextPassage = "next_passage"
  case nextSegment = "next_segment"

  static func value(_ database: Database, _ name: IndexProperties) throws -> String? {
    try String.fetchOne(
      database, sql: "SELECT value FROM properties WHERE name = ?", arguments: [name.rawValue])
  }

  static func number(_ database: Database, _ name: IndexProperties) throws -> Int {
    try value(database, name).flatMap { Int($0) } ?? 0
  }

  static func set(_ database: Database, _ name: IndexProperties, _ value: String) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO properties (name, value) VALUES (?, ?)",
      arguments: [name.rawValue, value])
  }
}
