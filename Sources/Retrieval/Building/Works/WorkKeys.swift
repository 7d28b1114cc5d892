import GRDB

/// Which document each duplicate key belongs to: an identifier, or title with year and author.
///
/// Records that share a key are one work, so a key belongs to one document at most. Changes are
/// collected and written in the order of the keys, which costs a tenth of writing them one by one.
final class WorkKeys {
  private let database: Database
  private var changed: [Int64: Int] = [:]
  private var isTableEmpty: Bool

  /// The document of a key that was taken out.
  private static let nobody = -1

  init(_ database: Database) throws {
    self.database = database
    isTableEmpty = try Int.fetchOne(database, sql: "SELECT 1 FROM work_keys LIMIT 1") == nil
  }

  /// The document of a key.
  func document(_ key: Int64) throws -> Int? {
    if let document = changed[key] { return document == Self.nobody ? nil : document }
    if isTableEmpty { return nil }
    return try Int.fetchOne(
      database.cachedStatement(sql: "SELECT document FROM work_keys WHERE key = ?"),
      arguments: [key])
  }

  /// Assigns keys to a document.
  func assign(_ keys: some Sequence<Int64>, to document: Int) {
    for key in keys { changed[key] = document }
  }

  /// Takes keys from the documents that have them.
  func remove(_ keys: some Sequence<Int64>) {
    for key in keys { changed[key] = Self.nobody }
  }

  /// Writes what was collected.
  func flush() throws {
    let insert = try database.makeStatement(
      sql: "INSERT OR REPLACE INTO work_keys (key, document) VALUES (?, ?)")
    for (key, document) in changed.sorted(by: { $0.key < $1.key }) {
      if document != Self.nobody {
        try insert.execute(arguments: [key, document])
      } else if !isTableEmpty {
        try database.cachedStatement(sql: "DELETE FROM work_keys WHERE key = ?")
          .execute(arguments: [key])
      }
    }
    if !changed.isEmpty { isTableEmpty = false }
    changed = [:]
  }
}
