import Analysis
import GRDB
import Ranking

/// Writes the head of a cluster: an index file with all that is small, and with the number of texts
/// of each term in place of its posting lists.
struct HeadWriter {
  let index: String
  let path: String
  /// The name of the cluster, by which the head knows its shards.
  let cluster: String

  /// The tables that are copied whole.
  private static let copied = [
    "sources", "rules", "corrections", "dictionaries", "terms", "words", "abbreviations",
    "document_columns",
  ]

  func write() throws {
    let language = try IndexFile.open(path: index).language()
    let file = try IndexFile.openForWriting(path: path, language: language, fullText: false)
    try file.use { database in
      try database.execute(sql: "ATTACH DATABASE ? AS library", arguments: [index])
      try database.execute(sql: "BEGIN")
      for table in Self.copied {
        try database.execute(sql: "INSERT INTO main.\(table) SELECT * FROM library.\(table)")
      }
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO main.properties SELECT * FROM library.properties;
          INSERT INTO main.segments SELECT number, first_document, last_document, first_passage,
            last_passage, documents, passages, document_length, passage_length, x''
          FROM library.segments;
          """)
      try writeCounts(database, "document_postings", deleted: "documents")
      try writeCounts(database, "passage_postings", deleted: "passages")
      try IndexProperties.set(database, .cluster, cluster)
      try database.execute(sql: "COMMIT")
      try database.execute(sql: "DETACH DATABASE library")
    }
  }

  /// Writes the number of texts of each list, without deleted texts.
  private func writeCounts(_ database: Database, _ table: String, deleted: String) throws {
    let output = try BlobTable(database, table: "main." + table)
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT list.id, substr(data, 1, \(StoredCounts.size)) AS start, length(data) AS size,
          coalesce(deleted.\(deleted), 0) AS deleted
        FROM library.\(table) AS list LEFT JOIN library.deleted_postings AS deleted
          ON deleted.id = list.id
        WHERE list.id & \(1 << PostingKey.rowBits - 1) = 0
        """)
    while let row = try rows.next() {
      let size = row.integer("size")
      let start = row.bytes("start")
      guard start.count >= 4 else { continue }
      let count = start.withUnsafeBytes { bytes in
        bytes.baseAddress.map { PostingLayout.count($0, size) } ?? 0
      }
      try output.insert(
        Int64(row.integer("id")), StoredCounts.row(max(0, Int(count) - row.integer("deleted"))))
    }
  }
}
