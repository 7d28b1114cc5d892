import Foundation
import GRDB
import GRDBSQLite
import Literature

/// A passage as the FTS5 table has it: its columns, analysed.
struct FullTextRow {
  var passage: Int
  var title: [UInt8]
  var heading: [UInt8]
  var body: [UInt8]
  var authors: [UInt8]
}

/// Writes and deletes the rows of documents: record, text, passages and full text.
final class IndexRows {
  private let documents: Statement
  private let passages: Statement
  private let texts: Statement
  private let rules: RuleNames
  private let fullText: FullTextTable
  private let fullTextDelete: FullTextTable
  private let database: Database

  init(_ database: Database) throws {
    self.database = database
    documents = try database.makeStatement(sql: DocumentRow.insert)
    passages = try database.makeStatement(
      sql: """
        INSERT INTO passages (number, document, section, block, byte, bytes, scalar, scalars, page)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    texts = try database.makeStatement(sql: "INSERT INTO texts (id, byte, data) VALUES (?, ?, ?)")
    rules = RuleNames(database)
    fullText = try FullTextTable(database, command: nil)
    fullTextDelete = try FullTextTable(database, command: "delete")
  }

  /// Id of a block of a document's text.
  static func textID(document: Int, block: Int) -> Int64 { Int64(document) << 24 | Int64(block) }

  func insert(_ prepared: PreparedDocument, number: Int, firstPassage: Int) throws {
    try documents.execute(
      arguments: DocumentRow.arguments(
        prepared.document, number: number, fingerprint: prepared.fingerprint,
        records: prepared.records, firstPassage: firstPassage, passages: prepared.passages.count,
        evidence: EvidenceBytes.bytes(prepared.document.facets, rule: rules.number)))
    for (index, block) in prepared.blocks.enumerated() {
      try texts.execute(
        arguments: [
          Self.textID(document: number, block: index), block.byte, Data(block.data),
        ])
    }
    for (index, passage) in prepared.passages.enumerated() {
      try passages.execute(
        arguments: [
          firstPassage + index, number, passage.section, passage.block, passage.bytes.lowerBound,
          passage.bytes.count, passage.scalars.lowerBound, passage.scalars.count, passage.page,
        ])
      try fullText.write(
        FullTextRow(
          passage: firstPassage + index, title: prepared.titleColumn,
          heading: passage.headingColumn, body: passage.bodyColumn,
          authors: prepared.authorsColumn))
    }
  }

  /// Deletes the rows of a document; FTS5 has to be given what was indexed.
  func delete(number: Int, fullText rows: [FullTextRow]) throws {
    for row in rows { try fullTextDelete.write(row) }
    try database.execute(sql: "DELETE FROM passages WHERE number IN (\(list(rows)))")
    try database.execute(
      sql: "DELETE FROM texts WHERE id BETWEEN ? AND ?",
      arguments: [
        Self.textID(document: number, block: 0), Self.textID(document: number + 1, block: 0) - 1,
      ])
    try database.execute(sql: "DELETE FROM document_terms WHERE document = ?", arguments: [number])
    try database.execute(sql: "DELETE FROM documents WHERE number = ?", arguments: [number])
  }

  private func list(_ rows: [FullTextRow]) -> String {
    rows.map { String($0.passage) }.joined(separator: ",")
  }
}

/// Gives analysed columns to FTS5, without making strings of them.
final class FullTextTable {
  private let owner: Statement
  private let statement: OpaquePointer
  private let database: Database
  private let offset: Int32

  /// - Parameter command: `nil` to insert, `delete` to take out what was inserted.
  init(_ database: Database, command: String?) throws {
    self.database = database
    let sql =
      command.map {
        "INSERT INTO passage_text (passage_text, rowid, title, heading, body, authors) "
          + "VALUES ('\($0)', ?, ?, ?, ?, ?)"
      } ?? "INSERT INTO passage_text (rowid, title, heading, body, authors) VALUES (?, ?, ?, ?, ?)"
    owner = try database.makeStatement(sql: sql)
    statement = owner.sqliteStatement
    offset = 1
  }

  func write(_ row: FullTextRow) throws {
    sqlite3_reset(statement)
    sqlite3_bind_int64(statement, offset, Int64(row.passage))
    let code = bind(row.title, 1) {
      bind(row.heading, 2) {
        bind(row.body, 3) { bind(row.authors, 4) { sqlite3_step(statement) } }
      }
    }
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
  }

  /// Binds text for as long as `body` runs.
  private func bind(_ text: [UInt8], _ column: Int32, _ body: () -> Int32) -> Int32 {
    text.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(statement, offset + column, start, Int32(bytes.count), nil)
      return body()
    }
  }
}
