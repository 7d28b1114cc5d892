import Analysis
import Foundation
import GRDB
import JSON
import Literature

/// The records of works with several records, each as it was read, so that a record's contribution
/// to its document can be removed when its source changes or disappears.
///
/// A document of a single record has no row here: its own row contains everything.
final class RecordTable {
  private let database: Database
  private let compressor = TextCompressor(dictionary: nil)
  /// A record has its whole text, which may be much longer than the blocks of other texts.
  private let decompressor = TextDecompressor(limit: 1 << 30)
  private let decoder = JSONDecoder()
  /// Whether the table is empty, as at the start of a build; then no lookups are needed.
  private var isEmpty: Bool

  /// The number of bytes written by this connection.
  private(set) var written = 0

  init(_ database: Database) throws {
    self.database = database
    isEmpty = try database.isEmpty("records")
  }

  /// A record, and the hash of its content.
  struct Row {
    var record: Document
    var fingerprint: [UInt8]

    /// The compared parts of the record.
    func linkage(_ analyzer: Analyzer) -> LinkageRecord {
      LinkageRecord(record, analyzer, content: fingerprint)
    }
  }

  /// Adds a record of a document and returns the record's number.
  func insert(_ row: Row, document: Int) throws -> Int {
    let source = row.record.source
    let json = try JSONText.bytes(row.record)
    let data = json.withUnsafeBytes { compressor.compress($0) }
    try database.cachedStatement(
      sql: """
        INSERT INTO records (document, path, key, line, id, fingerprint, data)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        document, source.path, source.key ?? "", DocumentRow.place(source), row.record.id,
        Data(row.fingerprint), Data(data),
      ])
    isEmpty = false
    written += data.count
    return Int(database.lastInsertedRowID)
  }

  /// The record with a number; `nil` if there is none.
  ///
  /// - Throws: an error if it is damaged, because a work without it would lose what it contributes.
  func read(_ number: Int) throws -> Row? {
    guard
      let row = try GRDB.Row.fetchOne(
        database.cachedStatement(sql: "SELECT fingerprint, data FROM records WHERE number = ?"),
        arguments: [number])
    else { return nil }
    let json = row.bytes("data").withUnsafeBytes { packed in
      decompressor.decompress(packed) { _ in nil }
    }
    guard let json, let record = try? decoder.decode(Document.self, from: Data(json)) else {
      throw DatabaseError.damaged("record \(number)")
    }
    return Row(record: record, fingerprint: row.bytes("fingerprint"))
  }

  /// The records of a document; none if it consists of a single one.
  func rows(of document: Int) throws -> [Row] {
    try numbers(of: document).compactMap { try read($0) }
  }

  /// The records of a document; there may be only one.
  ///
  /// - Parameter row: the row of the document.
  func rows(of row: GRDB.Row) throws -> [Row] {
    guard row.integer("records") == 1 else { return try rows(of: row.offset("number")) }
    return [Row(record: DocumentRow.document(row), fingerprint: row.bytes("fingerprint"))]
  }

  /// Number of a source's record.
  func number(of source: Source) throws -> Int? {
    if isEmpty { return nil }
    return try Int.fetchOne(
      database.cachedStatement(sql: "SELECT number FROM records WHERE path = ? AND key = ?"),
      arguments: [source.path, source.key ?? ""])
  }

  /// Numbers of a document's records.
  func numbers(of document: Int) throws -> [Int] {
    try Int.fetchAll(
      database.cachedStatement(sql: "SELECT number FROM records WHERE document = ?"),
      arguments: [document])
  }

  /// The document of a record.
  func document(of number: Int) throws -> Int? {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT document FROM records WHERE number = ?"),
      arguments: [number])
  }

  /// Moves a record to another document.
  func move(_ number: Int, to document: Int) throws {
    try database.cachedStatement(sql: "UPDATE records SET document = ? WHERE number = ?")
      .execute(arguments: [document, number])
  }

  func delete(_ number: Int) throws {
    try database.cachedStatement(sql: "DELETE FROM records WHERE number = ?")
      .execute(arguments: [number])
  }
}
