import Foundation
import GRDB
import Retrieval
import Testing

/// Rows are read in any order, and those that do not exist are not found.
struct PostingRowStatementTests {
  private static let orders: [[Int64]] = [
    [5, 6, 7, 8, 9, 10, 11], [6, 5, 9, 9, 10, 5], [7, 8, 9], [11, 5, 6, 7], [1, 2, 5, 6],
  ]

  @Test(arguments: orders)
  func `any order`(ids: [Int64]) throws {
    let stored: Set<Int64> = [5, 6, 9, 10]
    try DatabaseQueue().writeWithoutTransaction { database in
      try database.execute(sql: "CREATE TABLE rows (id INTEGER PRIMARY KEY, data BLOB)")
      for id in stored {
        try database.execute(
          sql: "INSERT INTO rows VALUES (?, ?)", arguments: [id, Data([UInt8(id), 1])])
      }
      let rows = PostingRowStatement(
        try database.makeStatement(sql: PostingRowStatement.sql(table: "rows")))
      for id in ids {
        let expected: [UInt8]? = stored.contains(id) ? [UInt8(id), 1] : nil
        #expect(rows.row(id).map { Array($0) } == expected)
      }
    }
  }
}
