import Analysis
import CFullText
import Foundation
import GRDB
import GRDBSQLite

/// A connection to an index file: opens or creates it, checks its versions, and turns SQLite errors
/// into an ``IndexError``.
package final class IndexFile: Sendable {
  /// The path of the file.
  package let path: String
  let queue: DatabaseQueue

  private init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// Opens an index for reading.
  package static func open(path: String) throws(IndexError) -> IndexFile {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    let file = try connect(path: path, writable: false)
    try file.verify()
    return file
  }

  /// Opens an index for writing, and creates it if there is none.
  ///
  /// - Parameters:
  ///   - language: the language of a new index.
  ///   - fullText: whether a new index has an FTS5 table.
  package static func openForWriting(
    path: String, language: String, fullText: Bool = true
  ) throws(IndexError) -> IndexFile {
    let file = try connect(path: path, writable: true)
    if try file.use(hasTables) {
      try file.verify()
      try file.use(startLog)
    } else {
      try file.use { database in
        try startLog(database)
        try createTables(database, language: language, fullText: fullText)
      }
      try file.verify()
    }
    return file
  }

  /// Runs `body` on the connection, outside any GRDB transaction.
  package func use<Result>(_ body: (Database) throws -> Result) throws(IndexError) -> Result {
    do {
      return try queue.writeWithoutTransaction { database in
        do {
          return try MappedFile.guarded(path: path) { try body(database) }
        } catch {
          if database.isInsideTransaction { try? database.execute(sql: "ROLLBACK") }
          throw error
        }
      }
    } catch let error as IndexError {
      throw error
    } catch {
      throw Self.translate(error, path: path, isReading: queue.configuration.readonly)
    }
  }

  /// The analyzer language of the index.
  func language() throws(IndexError) -> String {
    try use(IndexProperties.language)
  }

  // MARK: Creating

  private static func hasTables(_ database: Database) throws -> Bool {
    try !database.isEmpty("sqlite_schema")
  }

  /// Turns the write-ahead log on.
  ///
  /// SQLite does not wait for this lock as it does for others, so this function does.
  private static func startLog(_ database: Database) throws {
    let deadline = ContinuousClock.now + .seconds(waitForWriter)
    while true {
      do {
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        if mode == "wal" { return }
      } catch let error as DatabaseError
        where error.resultCode.primaryResultCode == .SQLITE_BUSY && .now < deadline
      {}
      guard .now < deadline else { throw DatabaseError(resultCode: .SQLITE_BUSY) }
      Thread.sleep(forTimeInterval: 0.01)
    }
  }

  /// Creates the tables, unless another program does so at the same time.
  private static func createTables(
    _ database: Database, language: String, fullText: Bool
  ) throws {
    try database.execute(sql: "BEGIN IMMEDIATE")
    if try hasTables(database) {
      try database.execute(sql: "ROLLBACK")
      return
    }
    try database.execute(sql: IndexSchema.tables)
    try database.execute(sql: MetadataSchema.tables)
    if fullText { try FullTextSchema.create(database, language: language) }
    try IndexProperties.set(database, .format, String(IndexSchema.version))
    try IndexProperties.set(database, .metadata, String(MetadataSchema.version))
    try IndexProperties.set(database, .language, language)
    try IndexProperties.set(
      database, .analyzer, AnalyzerIdentity(language: language).description)
    try database.execute(sql: "COMMIT")
  }

  // MARK: Opening

  /// The time that a writer waits for another, in seconds.
  package static let waitForWriter = 10

  /// The way a connection accesses the file.
  private enum Access: Equatable {
    case writing
    case reading
    /// Reads a file that is not writable, or one in a folder that is not writable, where SQLite
    /// can't create the shared memory of a write-ahead log.
    ///
    /// It is assumed that nobody else writes to it.
    case readingAlone(hasLog: Bool)
  }

  private static func connect(path: String, writable: Bool) throws(IndexError) -> IndexFile {
    if let kind = FileKind.other(at: path) { throw .notAFile(path: path, kind: kind) }
    if writable {
      // SQLite would open the file for reading only, and leave a log that is not writable.
      if access(path, F_OK) == 0, access(path, W_OK) != 0 { throw .readOnly(path: path) }
      LogFiles.makeWritable(beside: path)
    }
    do {
      do {
        if !writable, LogFiles.areNeedless(for: path) { return try openAlone(path: path) }
        return try makeConnection(path: path, writable ? .writing : .reading)
      } catch let error as DatabaseError
        where !writable && !isFolderWritable(path)
        && [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode.primaryResultCode)
      {
        return try openAlone(path: path)
      }
    } catch {
      throw translate(error, path: path, isReading: !writable)
    }
  }

  private static func isFolderWritable(_ path: String) -> Bool {
    access(URL(fileURLWithPath: path).deletingLastPathComponent().path, W_OK) == 0
  }

  /// Opens a file without shared memory and locks: one that is not writable, or one in a folder
  /// that is not writable.
  ///
  /// The contents of a copied write-ahead log are also read.
  package static func openAlone(path: String) throws -> IndexFile {
    let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
    return try makeConnection(path: path, .readingAlone(hasLog: (log ?? 0) > 0))
  }

  private static func makeConnection(path: String, _ access: Access) throws -> IndexFile {
    var configuration = Configuration()
    let isWriting = access == .writing
    var location = path
    if case .readingAlone(let hasLog) = access {
      let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
      location = "file:\(escaped)?" + (hasLog ? "mode=ro&vfs=unix-none" : "immutable=1")
    }
    configuration.readonly = !isWriting
    configuration.busyMode = .timeout(isWriting ? Double(waitForWriter) : 2)
    configuration.label = "peerlit"
    configuration.prepareDatabase { database in
      // A connection without shared memory keeps the index of the log in its own memory.
      if access == .readingAlone(hasLog: true) {
        try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      }
      try database.execute(sql: "PRAGMA page_size = \(IndexSchema.pageSize)")
      try database.execute(sql: "PRAGMA cache_size = -\(isWriting ? 32_768 : 16_384)")
      try database.execute(sql: "PRAGMA mmap_size = \(isWriting ? 0 : 1 << 40)")
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
      let code = pl_register_full_text(UnsafeMutableRawPointer(database.sqliteConnection))
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
    let queue = try DatabaseQueue(path: location, configuration: configuration)
    let file = IndexFile(path: path, queue: queue)
    // Opening is lazy: a first read shows whether the file can be read at all.
    _ = try queue.writeWithoutTransaction { database in
      try MappedFile.guarded(path: path) {
        try Int.fetchOne(database, sql: "PRAGMA schema_version")
      }
    }
    return file
  }

  private func verify() throws(IndexError) {
    // Asked first, because an indexer may create all tables between two reads.
    let hadTables = try use(Self.hasTables)
    let found: (format: String?, analyzer: String?, language: String)? = try use { database in
      guard try database.tableExists("properties") else { return nil }
      return (
        try IndexProperties.value(database, .format),
        try IndexProperties.value(database, .analyzer),
        try IndexProperties.language(database)
      )
    }
    guard let found, let format = found.format else {
      // A file without tables was just created by an indexer.
      throw hadTables ? .notAnIndex(path: path) : .missing(path: path)
    }
    guard format == String(IndexSchema.version) else {
      throw .wrongVersion(path: path, found: format, expected: String(IndexSchema.version))
    }
    let running = AnalyzerIdentity(language: found.language).description
    guard found.analyzer == running else {
      throw .otherAnalyzer(
        path: path, found: found.analyzer ?? "an unknown analyzer", running: running)
    }
  }

  /// Translates an error of SQLite into an ``IndexError``.
  ///
  /// - Parameter isReading: whether the connection only reads.
  package static func translate(
    _ error: any Error, path: String, isReading: Bool = false
  ) -> IndexError {
    if let error = error as? IndexError { return error }
    guard let error = error as? DatabaseError else {
      return .failed(path: path, detail: String(describing: error))
    }
    let detail = error.message ?? String(describing: error.resultCode)
    switch error.resultCode.primaryResultCode {
    case .SQLITE_NOTADB: return .notAnIndex(path: path)
    case .SQLITE_CORRUPT: return .damaged(path: path, detail: detail)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
    case .SQLITE_FULL: return .diskFull(path: path)
    case .SQLITE_NOMEM: return .outOfMemory(path: path)
    case .SQLITE_PERM where isReading, .SQLITE_CANTOPEN where isReading:
      return .unreadable(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
      return .readOnly(path: LogFiles.unwritable(beside: path) ?? path)
    case .SQLITE_INTERRUPT: return .interrupted
    default: return .failed(path: path, detail: detail)
    }
  }
}
