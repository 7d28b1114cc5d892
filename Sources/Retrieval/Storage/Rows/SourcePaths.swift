import GRDB

/// The paths of the files that documents were read from.
///
/// Documents refer to a path by its number, because thousands of them may come from one file.
final class SourcePaths {
  private let database: Database
  /// The path that was looked up last, because documents of a file follow each other.
  private var last: (path: String, number: Int)?

  init(_ database: Database) {
    self.database = database
  }

  /// A column for queries on `documents`: the path of the document's file.
  static let column = "(SELECT path FROM paths WHERE number = documents.source) AS path"

  /// A condition that selects the `documents` of a file, whose path is the first parameter.
  static let condition = "documents.source = (SELECT number FROM paths WHERE path = ?1)"

  /// The number of a path, which is added if it is new.
  func number(of path: String) throws -> Int {
    if let last, last.path == path { return last.number }
    try database.cachedStatement(sql: "INSERT OR IGNORE INTO paths (path) VALUES (?)")
      .execute(arguments: [path])
    let number =
      try Int.fetchOne(
        database.cachedStatement(sql: "SELECT number FROM paths WHERE path = ?"),
        arguments: [path]) ?? 0
    last = (path, number)
    return number
  }

  /// Removes the path of a document that is about to be deleted, unless other documents have it.
  func remove(of document: Int) throws {
    try database.cachedStatement(
      sql: """
        DELETE FROM paths
        WHERE number = (SELECT source FROM documents WHERE documents.number = ?1)
          AND NOT EXISTS (
            SELECT 1 FROM documents WHERE source = paths.number AND documents.number <> ?1)
        """
    ).execute(arguments: [document])
    last = nil
  }
}
