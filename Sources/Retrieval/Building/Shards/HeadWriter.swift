import Analysis
import GRDB
import Ranking

/// Writes the head of a cluster: an index file with all small tables.
///
/// Instead of posting lists, it has the number of texts with each term.
struct HeadWriter {
  /// Path of the index whose texts are in the shards.
  let index: String
  let path: String
  let cluster: ClusterIdentity

  /// The tables that are copied whole.
  private static let copied = [
    "sources", "paths", "rules", "corrections", "dictionaries", "terms", "words", "abbreviations",
    "definitions", "document_columns", "segments",
  ]

  /// Writes a new head, or replaces the contents of an existing one in one transaction.
  ///
  /// - Parameter leaving: documents that are still in the shards, and must leave them.
  func write(leaving: [UInt32] = []) throws {
    let language = try IndexFile.open(path: index).language()
    let file = try IndexFile.openForWriting(path: path, language: language, fullText: false)
    try file.use { database in
      try database.execute(sql: "ATTACH DATABASE ? AS library", arguments: [index])
      try database.execute(sql: "BEGIN")
      for table in Self.copied {
        // The library may lack a column that was added to its tables later.
        let columns = try String.fetchAll(
          database, sql: "SELECT name FROM pragma_table_info(?, 'library')", arguments: [table]
        ).joined(separator: ", ")
        try database.execute(
          sql: """
            DELETE FROM main.\(table);
            INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM library.\(table);
            """)
      }
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO main.properties SELECT * FROM library.properties;
          """)
      try writeCounts(database, "document_postings", deleted: "documents")
      try writeCounts(database, "passage_postings", deleted: "passages")
      try cluster.write(database)
      try ClusterIdentity.setLeaving(database, leaving)
      try database.execute(sql: "COMMIT")
      try database.execute(sql: "DETACH DATABASE library")
    }
    _ = try file.checkpoint()
  }

  /// Writes the number of texts of each list, without deleted texts.
  private func writeCounts(_ database: Database, _ table: String, deleted: String) throws {
    try database.execute(sql: "DELETE FROM main.\(table)")
    let output = try BlobTable(database, table: "main." + table)
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT list.id, substr(data, 1, \(ShardCounts.size)) AS start, length(data) AS size,
          coalesce(deleted.\(deleted), 0) AS deleted
        FROM library.\(table) AS list LEFT JOIN library.deleted_postings AS deleted
          ON deleted.id = list.id
        WHERE list.id & \(1 << PostingKey.rowBits - 1) = 0
        """)
    while let row = try rows.next() {
      let size = row.integer("size")
      let start = row.bytes("start")
      guard start.count >= 4 else { continue }
      let count = start.withUnsafeBytes { PostingLayout.count($0, length: size) }
      try output.insert(
        Int64(row.integer("id")), ShardCounts.row(max(0, count - row.integer("deleted"))))
    }
  }
}
