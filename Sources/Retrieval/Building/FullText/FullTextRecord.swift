import Foundation
import GRDB

/// The records of the FTS5 table that are not pages of a segment.
enum FullTextRecord: Int {
  /// The number of rows, and the number of words in each column.
  case totals = 1
  /// The list of the segments.
  case structure = 10

  /// Reads the record.
  func read(_ database: Database) throws -> [UInt8] {
    let row = try Row.fetchOne(
      database, sql: "SELECT block FROM \(FullTextSchema.table)_data WHERE id = ?",
      arguments: [rawValue])
    return row?.bytes("block") ?? []
  }

  /// Replaces the record.
  func write(_ database: Database, _ bytes: [UInt8]) throws {
    try database.execute(
      sql: "REPLACE INTO \(FullTextSchema.table)_data (id, block) VALUES (?, ?)",
      arguments: [rawValue, Data(bytes)])
  }
}
