import GRDB
import GRDBSQLite
import Ranking

/// The prepared statements of a connection for reading posting lists.
///
/// An open list reads its rows in place, so it needs its own statement. If very many lists are open,
/// the others share a statement and copy their rows. Statements are kept between queries, but their
/// rows are not: lists can be opened only inside ``withLists(_:)``.
package final class PostingListPool {
  private let database: Database
  private let deadline: QueryDeadline
  private let poisonsRows: Bool
  /// Unused statements without a row, by table.
  private var idle: [[PooledStatement]]
  /// Unused statements that still have the row of a closed list, by table.
  private var closed: [[PooledStatement]]
  /// The statements that several lists share, by table.
  private var shared: [PostingTable: SharedPostingStatement] = [:]
  private var lentCount = 0
  /// Number of rows read so far.
  private var reads = 0

  /// The maximum number of statements of a table that are kept between queries; each takes a few
  /// kilobytes.
  private static let mostIdle = 1024
  /// The maximum number of open lists that each have a statement.
  ///
  /// To open or close a cursor, SQLite searches the list of all open ones. Without this limit, a
  /// query of thousands of words, such as one of many truncated words, would take quadratic time.
  private static let mostLent = 256

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
    closed = idle
  }

  /// Runs `body` with posting lists, which can be opened until it returns.
  ///
  /// Neither the lists nor their cursors can escape: they are not `Sendable`, but results must be.
  /// If a cursor escapes through a variable, the program stops at the end of the scope.
  package func withLists<Result: Sendable>(
    _ body: (PostingLists) throws -> Result
  ) rethrows -> Result {
    try withLists(storage: nil, kept: nil, rows: nil, body)
  }

  /// Runs `body` with posting lists from another storage than the file, if there is one, and with
  /// the lists and rows kept from earlier queries.
  func withLists<Result: Sendable>(
    storage: (any PostingStorage)?, kept: ListCache?, rows cache: RowCache?,
    _ body: (PostingLists) throws -> Result
  ) rethrows -> Result {
    let cache = poisonsRows ? nil : cache
    let lists = PostingLists(
      rows: { try self.rows($0, cache) }, storage: storage, kept: kept, deadline: deadline)
    defer {
      lists.end()
      precondition(
        lentCount == 0 && shared.values.allSatisfy { $0.readers == 0 },
        "A posting list is still open after its query.")
      releaseRows()
    }
    return try body(lists)
  }

  /// The rows of a table, for one list.
  private func rows(_ table: PostingTable, _ cache: RowCache?) throws -> PostingRows {
    try deadline.check()
    if lentCount >= Self.mostLent, !poisonsRows {
      let statement =
        try shared[table]
        ?? SharedPostingStatement(
          database.makeStatement(sql: PostingRowStatement.sql(table: table.name)), table)
      shared[table] = statement
      return PostingRows(CopiedPostingRows(statement, cache: cache))
    }
    let statement =
      try closed[table.rawValue].popLast() ?? idle[table.rawValue].popLast()
      ?? PooledStatement(
        database.makeStatement(sql: PostingRowStatement.sql(table: table.name)), table)
    lentCount += 1
    return PostingRows(
      StoredPostingRows(statement, of: self, cache: cache, poisonsRows: poisonsRows))
  }

  /// Notes that a row is read.
  fileprivate func read(_ statement: PooledStatement) {
    reads += 1
    statement.lastRead = reads
    statement.hasRow = true
  }

  /// Takes back the statement of a closed list.
  fileprivate func take(_ statement: PooledStatement) {
    lentCount -= 1
    if statement.hasRow {
      closed[statement.table.rawValue].append(statement)
    } else {
      keep(statement)
    }
  }

  /// Keeps a statement without a row for later lists.
  private func keep(_ statement: PooledStatement) {
    let table = statement.table.rawValue
    if idle[table].count < Self.mostIdle { idle[table].append(statement) }
  }

  /// Releases the rows of closed lists, the last read first.
  ///
  /// To close a cursor, SQLite searches a list of cursors from the newest to the oldest. In another
  /// order, closing thousands of cursors would take as long as the query itself.
  private func releaseRows() {
    for statement in shared.values { statement.release() }
    if closed.allSatisfy(\.isEmpty) { return }
    for statement in closed.joined().sorted(by: { $0.lastRead > $1.lastRead }) {
      sqlite3_reset(statement.statement.sqliteStatement)
      statement.hasRow = false
      keep(statement)
    }
    for table in closed.indices { closed[table].removeAll() }
  }
}

/// A statement that reads rows of a table.
private final class PooledStatement {
  let statement: Statement
  let table: PostingTable
  /// The number of its last read, among those of all statements; 0 before the first.
  var lastRead = 0
  /// Whether the statement may still have a row.
  var hasRow = false

  init(_ statement: Statement, _ table: PostingTable) {
    self.statement = statement
    self.table = table
  }
}

/// The rows of one list in the index file, kept ones or read in SQLite's own memory.
///
/// The statement is returned to its pool when no cursor reads the list any more.
private final class StoredPostingRows: PostingRowSource {
  private let statement: PooledStatement
  /// Reads the rows that are not kept; `nil` before the first of them.
  private var rows: PostingRowStatement?
  private let pool: PostingListPool
  private let cache: RowCache?
  /// The last row, if it is a kept one.
  private var kept: RowCache.Row?
  private let poisonsRows: Bool
  /// The copy of the last row, if rows are poisoned.
  private var copy: UnsafeMutableRawBufferPointer?

  init(
    _ statement: PooledStatement, of pool: PostingListPool, cache: RowCache?, poisonsRows: Bool
  ) {
    self.statement = statement
    self.pool = pool
    self.cache = cache
    self.poisonsRows = poisonsRows
  }

  deinit {
    poison()
    pool.take(statement)
  }

  var isChecked: Bool {
    get { kept?.isChecked ?? false }
    set { kept?.isChecked = newValue }
  }

  func row(_ id: Int64) -> UnsafeRawBufferPointer? {
    poison()
    kept = cache?.row(id, of: statement.table)
    if let kept { return kept.bytes }
    pool.read(statement)
    let rows = self.rows ?? PostingRowStatement(statement.statement)
    self.rows = rows
    guard let row = rows.row(id) else { return nil }
    guard poisonsRows else {
      cache?.note(row, id, of: statement.table)
      return row
    }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: row.count, alignment: 8)
    copy.copyMemory(from: row)
    self.copy = copy
    return UnsafeRawBufferPointer(copy)
  }

  /// Overwrites the copy, but leaves it allocated: a stale pointer reads zeros, not freed memory.
  private func poison() {
    copy?.initializeMemory(as: UInt8.self, repeating: 0)
    copy = nil
  }
}
