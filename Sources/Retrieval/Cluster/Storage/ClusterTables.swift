import Foundation
import GRDB
import Ranking

/// The rows of documents that were read from shards, in temporary tables of the connection.
///
/// The tables have the names of those of the index file, which are empty in the head of a cluster.
/// SQLite finds temporary tables first, so everything that reads rows of documents reads these.
final class ClusterTables {
  /// The tables.
  static let names = ["documents", "passages", "texts", "records", "work_keys"]

  private let database: Database

  /// Creates the tables.
  init(_ database: Database) throws {
    self.database = database
    try database.execute(sql: "PRAGMA temp_store = MEMORY")
    for name in Self.names {
      let sql = try String.fetchOne(
        database, sql: "SELECT sql FROM main.sqlite_schema WHERE name = ?", arguments: [name])
      guard let sql, let start = sql.range(of: "CREATE TABLE ") else {
        throw DatabaseError.damaged("no table \(name)")
      }
      try database.execute(sql: sql.replacingCharacters(in: start, with: "CREATE TEMP TABLE "))
    }
    try database.execute(
      sql: """
        CREATE INDEX temp.loaded_records_by_document ON records (document);
        CREATE INDEX temp.loaded_records_by_id ON records (id);
        """)
  }

  func removeAll() throws {
    for name in Self.names { try database.execute(sql: "DELETE FROM temp.\(name)") }
  }

  /// The rows of a document as bytes: for each table, the number of rows and columns, and values.
  ///
  /// A value is a byte for its type, and then a number as 64 bits, or bytes after their count.
  ///
  /// - Parameter keys: the document's keys in `work_keys`.
  static func bytes(_ document: Int, _ database: Database, keys: [Int64]) throws -> [UInt8] {
    var message = ClusterMessage("1")
    for name in names {
      let rows = try rows(of: document, in: name, database, keys)
      message.append(count: rows.count)
      message.append(count: rows.first?.count ?? 0)
      for value in rows.joined() { append(value, to: &message) }
    }
    return message.bytes
  }

  private static func rows(
    of document: Int, in table: String, _ database: Database, _ keys: [Int64]
  ) throws -> [[DatabaseValue]] {
    // This table has no index by document.
    if table == "work_keys" {
      return keys.map { [$0.databaseValue, document.databaseValue] }
    }
    let (condition, arguments) = selection(table, document)
    return try Row.fetchAll(
      database.cachedStatement(sql: "SELECT * FROM main.\(table) WHERE \(condition)"),
      arguments: arguments
    ).map { Array($0.databaseValues) }
  }

  private static func selection(
    _ table: String, _ document: Int
  ) -> (condition: String, arguments: StatementArguments) {
    switch table {
    case "documents": return ("number = ?", [document])
    case "texts":
      let ids = TextKey.range(document: document)
      return ("id >= ? AND id < ?", [ids.lowerBound, ids.upperBound])
    case "passages":
      // Passages have no index by document, but their numbers are in its row.
      return (
        """
        number >= (SELECT first_passage FROM main.documents WHERE number = ?1) AND number <
        (SELECT first_passage + passages FROM main.documents WHERE number = ?1)
        """, [document]
      )
    default: return ("document = ?", [document])
    }
  }

  private static func append(_ value: DatabaseValue, to message: inout ClusterMessage) {
    switch value.storage {
    case .null: message.append(0 as UInt8)
    case .int64(let number):
      message.append(1 as UInt8)
      message.append(Double(bitPattern: UInt64(bitPattern: number)))
    case .double(let number):
      message.append(2 as UInt8)
      message.append(number)
    case .string(let text):
      message.append(3 as UInt8)
      message.append(text)
    case .blob(let data):
      message.append(4 as UInt8)
      message.append(data: [UInt8](data))
    }
  }

  /// Adds the rows of a document.
  func insert(_ bytes: [UInt8]) throws {
    var reader = ClusterAnswer(bytes)
    guard try reader.byte() == Character("1").asciiValue else {
      throw IndexError.cluster(detail: "a different version wrote the shards; make them again")
    }
    for name in Self.names {
      let rows = Int(try reader.word())
      let columns = Int(try reader.word())
      if rows == 0 { continue }
      let places = Array(repeating: "?", count: columns).joined(separator: ",")
      let statement = try database.cachedStatement(
        sql: "INSERT OR REPLACE INTO temp.\(name) VALUES (\(places))")
      for _ in 0..<rows {
        let values = try (0..<columns).map { _ in try Self.value(&reader) }
        try statement.execute(arguments: StatementArguments(values))
      }
    }
  }

  private static func value(_ reader: inout ClusterAnswer) throws -> DatabaseValue {
    switch try reader.byte() {
    case 1: Int64(bitPattern: try reader.double().bitPattern).databaseValue
    case 2: try reader.double().databaseValue
    case 3: try reader.text().databaseValue
    case 4: Data(try reader.data()).databaseValue
    default: .null
    }
  }
}
