import GRDB

/// The documents for each duplicate key: an identifier, a title, or volume and page of a journal.
///
/// Documents that share a key may still be different works. Changes are collected and written in
/// key order, which is ten times as fast as writing them one by one.
final class WorkKeys {
  private let database: Database
  private var changed: [Int64: [Int: Bool]] = [:]
  private var isTableEmpty: Bool

  init(_ database: Database) throws {
    self.database = database
    isTableEmpty = try Int.fetchOne(database, sql: "SELECT 1 FROM work_keys LIMIT 1") == nil
  }

  /// The documents with a key, in ascending order.
  func documents(_ key: Int64) throws -> [Int] {
    let changes = changed[key]
    if isTableEmpty { return changes.map { $0.filter(\.value).keys.sorted() } ?? [] }
    let stored = try Int.fetchAll(
      database.cachedStatement(sql: "SELECT document FROM work_keys WHERE key = ?"),
      arguments: [key])
    guard let changes else { return stored }
    return Set(stored.filter { changes[$0] != false })
      .union(changes.filter(\.value).keys).sorted()
  }

  /// Assigns keys to a document.
  func assign(_ keys: some Sequence<Int64>, to document: Int) {
    for key in keys { changed[key, default: [:]][document] = true }
  }

  /// Removes keys from a document.
  func remove(_ keys: some Sequence<Int64>, from document: Int) {
    for key in keys { changed[key, default: [:]][document] = false }
  }

  /// Writes the collected changes.
  func flush() throws {
    let insert = try database.makeStatement(
      sql: "INSERT OR IGNORE INTO work_keys (key, document) VALUES (?, ?)")
    for (key, changes) in changed.sorted(by: { $0.key < $1.key }) {
      for (document, isGiven) in changes.sorted(by: { $0.key < $1.key }) {
        if isGiven {
          try insert.execute(arguments: [key, document])
        } else if !isTableEmpty {
          try database.cachedStatement(sql: "DELETE FROM work_keys WHERE key = ? AND document = ?")
            .execute(arguments: [key, document])
        }
      }
    }
    if !changed.isEmpty { isTableEmpty = false }
    changed = [:]
  }
}
