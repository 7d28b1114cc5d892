import GRDB
import GRDBSQLite

/// The number of words in each column of the rows of the FTS5 table, and their totals.
///
/// FTS5 needs them for ranking.
final class FullTextSizes {
  private let database: Database
  private let insert: BlobTable
  private let find: ColumnStatement
  private let delete: DirectStatement
  /// The differences to the totals in the file.
  private var rows = 0
  private var words = [Int](repeating: 0, count: FullTextColumn.allCases.count)

  init(_ database: Database) throws {
    let table = FullTextSchema.table + "_docsize"
    self.database = database
    insert = try BlobTable(database, table: table, value: "sz")
    find = try ColumnStatement(database, sql: "SELECT sz FROM \(table) WHERE id = ?")
    delete = try DirectStatement(database, sql: "DELETE FROM \(table) WHERE id = ?")
  }

  /// Adds a row.
  ///
  /// - Parameter sizes: the words in each column.
  func add(row: Int, _ sizes: [Int]) throws {
    var record: [UInt8] = []
    record.reserveCapacity(sizes.count + 2)
    for (column, size) in sizes.enumerated() {
      record.append(varint: UInt64(size))
      words[column] += size
    }
    try insert.insert(Int64(row), record)
    rows += 1
  }

  /// Removes a row.
  func remove(row: Int) throws {
    guard try find.find(Int64(row)) else { return }
    let sizes = SQLiteVarint.all(find.bytes(0))
    find.reset()
    for (column, size) in sizes.prefix(words.count).enumerated() {
      words[column] &-= Int(clamping: size)
    }
    try delete.run {
      sqlite3_bind_int64($0, 1, Int64(row))
      return sqlite3_step($0)
    }
    rows -= 1
  }

  /// Adds the differences to the totals in the file.
  func flush() throws {
    if rows == 0, words.allSatisfy({ $0 == 0 }) { return }
    let old = try FullTextRecord.totals.read(database).withUnsafeBytes(SQLiteVarint.all)
    var record: [UInt8] = []
    for (index, difference) in ([rows] + words).enumerated() {
      let value = (old.indices.contains(index) ? Int(clamping: old[index]) : 0) &+ difference
      record.append(varint: UInt64(max(0, value)))
    }
    try FullTextRecord.totals.write(database, record)
    rows = 0
    for column in words.indices { words[column] = 0 }
  }
}
