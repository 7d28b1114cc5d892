import GRDB
import GRDBSQLite

/// Opens posting lists of a connection, with a pool of prepared statements: a cursor needs one of
/// its own for as long as it reads in place.
final class PostingReader {
  private let database: Database
  private var pools: [String: Pool] = [:]
  private let termStatement: Statement
  private var counters: [SearchRequest.Unit: Statement] = [:]

  private struct Pool {
    var statements: [Statement] = []
    var used = 0
  }

  init(_ database: Database) throws {
    self.database = database
    termStatement = try database.makeStatement(sql: "SELECT number FROM terms WHERE term = ?")
  }

  /// Number of a term; `nil` when no text has it.
  func number(of term: String) throws -> Int? {
    let statement = termStatement.sqliteStatement
    sqlite3_reset(statement)
    var term = term
    return term.withUTF8 { bytes in
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(statement, 1, start, Int32(bytes.count), nil)
      defer { sqlite3_reset(statement) }
      guard sqlite3_step(statement) == SQLITE_ROW else { return nil }
      return Int(sqlite3_column_int64(statement, 0))
    }
  }

  /// A term's list in a segment.
  func postings(_ unit: SearchRequest.Unit, term: Int, segment: Int) throws -> PostingCursor? {
    let rows = try rows(unit == .passage ? "passage_postings" : "document_postings")
    return PostingCursor(rows: rows, key: PostingKey.first(segment: segment, term: term))
  }

  /// How many postings a term's list has in a segment, without opening it.
  func count(_ unit: SearchRequest.Unit, term: Int, segment: Int) throws -> UInt32 {
    let statement =
      try counters[unit]
      ?? database.makeStatement(
        sql: """
          SELECT data FROM \(unit == .passage ? "passage_postings" : "document_postings")
          WHERE id = ?
          """)
    counters[unit] = statement
    let rows = PostingRows(statement: statement.sqliteStatement)
    defer { sqlite3_reset(statement.sqliteStatement) }
    guard let (bytes, length) = rows.fetch(PostingKey.first(segment: segment, term: term)),
      length >= 4
    else { return 0 }
    return PostingLayout.count(bytes, length)
  }

  /// The positions of a term's list in a segment.
  func positions(term: Int, segment: Int) throws -> PositionCursor {
    PositionCursor(
      rows: try rows("passage_positions"), key: PostingKey.first(segment: segment, term: term))
  }

  /// Takes all statements back; the cursors opened before must not be used any more.
  func release() {
    for table in pools.keys {
      guard var pool = pools[table] else { continue }
      for index in 0..<pool.used { sqlite3_reset(pool.statements[index].sqliteStatement) }
      pool.used = 0
      pools[table] = pool
    }
  }

  private func rows(_ table: String) throws -> PostingRows {
    var pool = pools[table] ?? Pool()
    if pool.used == pool.statements.count {
      pool.statements.append(
        try database.makeStatement(sql: "SELECT data FROM \(table) WHERE id = ?"))
    }
    defer {
      pool.used += 1
      pools[table] = pool
    }
    return PostingRows(statement: pool.statements[pool.used].sqliteStatement)
  }
}
