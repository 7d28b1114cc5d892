import GRDB
import GRDBSQLite
import Ranking

/// The prepared statements of a connection for reading posting lists.
///
/// An open list reads its rows in place, so it needs its own statement. Statements are kept between
/// queries, but their rows are not: lists can be opened only inside ``withLists(_:)``.
package final class PostingListPool {
  private let database: Database
  private let deadline: QueryDeadline
  private let poisonsRows: Bool
  /// Unused statements, by table.
  private var idle: [[Statement]]
  private var lentCount = 0

  /// Creates an empty pool without a time limit.
  package convenience init(_ database: Database) {
    self.init(database, deadline: QueryDeadline(), poisonsRows: false)
  }

  /// Creates an empty pool.
  ///
  /// - Parameters:
  ///   - deadline: checked before a list is opened.
  ///   - poisonsRows: reads copies of rows, and overwrites them as soon as SQLite could, so that
  ///     tests detect any use of a row after its end.
  init(_ database: Database, deadline: QueryDeadline, poisonsRows: Bool) {
    self.database = database
    self.deadline = deadline
    self.poisonsRows = poisonsRows
    idle = PostingTable.allCases.map { _ in [] }
  }

  /// Runs `body` with posting lists, which can be opened until it returns.
  ///
  /// Neither the lists nor their cursors can escape: they are not `Sendable`, but results must be.
  /// If a cursor escapes through a variable, the program stops at the end of the scope.
  package func withLists<Result: Sendable>(
    _ body: (PostingLists) throws -> Result
  ) rethrows -> Result {
    try withLists(storage: nil, kept: nil, body)
  }

  /// The same, with the storage of the postings if it is not the file, and the lists kept from
  /// earlier queries.
  func withLists<Result: Sendable>(
    storage: (any PostingStorage)?, kept: ListCache?, _ body: (PostingLists) throws -> Result
  ) rethrows -> Result {
    let lists = PostingLists(rows: rows, storage: storage, kept: kept)
    defer {
      lists.end()
      precondition(lentCount == 0, "A posting list is still open after its query.")
    }
    return try body(lists)
  }

  /// The rows of a table, for one list.
  private func rows(_ table: PostingTable) throws -> PostingRows {
    try deadline.check()
    let statement =
      try idle[table.rawValue].popLast()
      ?? database.makeStatement(sql: "SELECT data FROM \(table.name) WHERE id = ?")
    lentCount += 1
    return PostingRows(
      StoredPostingRows(statement, poisonsRows: poisonsRows) { [self] in
        idle[table.rawValue].append(statement)
        lentCount -= 1
      })
  }
}

/// The rows of one list in the index file, read in SQLite's own memory.
///
/// The statement is returned to its pool when no cursor reads the list any more.
private final class StoredPostingRows: PostingRowSource {
  private let statement: Statement
  private let rows: PostingRowStatement
  private let giveBack: () -> Void
  private let poisonsRows: Bool
  /// The copy of the last row, if rows are poisoned.
  private var copy: UnsafeMutableRawBufferPointer?

  init(_ statement: Statement, poisonsRows: Bool, giveBack: @escaping () -> Void) {
    self.statement = statement
    rows = PostingRowStatement(statement)
    self.giveBack = giveBack
    self.poisonsRows = poisonsRows
  }

  deinit {
    sqlite3_reset(statement.sqliteStatement)
    poison()
    giveBack()
  }

  func row(_ id: Int64) -> UnsafeRawBufferPointer? {
    poison()
    guard poisonsRows else { return rows.row(id) }
    return rows.row(id).map { row in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: row.count, alignment: 8)
      copy.copyMemory(from: row)
      self.copy = copy
      return UnsafeRawBufferPointer(copy)
    }
  }

  /// Overwrites the copy, but leaves it allocated: a stale pointer reads zeros, not freed memory.
  private func poison() {
    copy?.initializeMemory(as: UInt8.self, repeating: 0)
    copy = nil
  }
}
