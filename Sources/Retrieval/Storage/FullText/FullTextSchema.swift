import GRDB
import Ranking

/// The FTS5 table of passages, and the view that gives it their text.
///
/// The text is stored compressed in `texts`, so it is an external content table. The functions of
/// the view are innocuous, so that it works even where the schema of a file is not trusted.
enum FullTextSchema {
  /// The name of the FTS5 table.
  static let table = "passages_fts"

  /// The names of the columns, separated by commas.
  static let columns = FullTextColumn.allCases.map(\.rawValue).joined(separator: ", ")

  /// The size of FTS5's pages, which it exceeds by a few bytes: four of them, with SQLite's
  /// overhead, fit into a page of ``IndexSchema/pageSize``.
  private static let pageSize = 8_140

  private static let view = """
    CREATE VIEW passage_texts AS SELECT
      p.number AS passage, d.title AS title, peerlit_heading(d.sections, p.section) AS heading,
      CASE WHEN p.back_matter = 0 THEN peerlit_text(
        t.data, (SELECT data FROM dictionaries ORDER BY number DESC LIMIT 1), p.byte - t.byte,
        p.bytes) END AS body,
      replace(d.authors, char(10), ' ; ') AS authors,
      CASE p.number WHEN d.first_passage THEN replace(d.keywords, char(10), ' ; ') END AS keywords,
      CASE WHEN p.back_matter = 1 THEN peerlit_text(
        t.data, (SELECT data FROM dictionaries ORDER BY number DESC LIMIT 1), p.byte - t.byte,
        p.bytes) END AS back_matter,
      CASE p.number WHEN d.first_passage THEN d.venue END AS journal,
      CASE p.number WHEN d.first_passage THEN peerlit_line(d.imprint, 'publisher') END AS publisher,
      CASE p.number WHEN d.first_passage THEN d.year END AS year,
      CASE p.number WHEN d.first_passage THEN peerlit_line(d.imprint, 'abbreviation') END
        AS journal_abbreviation
    FROM passages AS p JOIN documents AS d ON d.number = p.document
    LEFT JOIN texts AS t ON t.id = (p.document << 24) + p.block;
    """

  /// Creates the table and the view.
  static func create(_ database: Database, language: String) throws {
    try database.execute(sql: view)
    try database.execute(
      sql: """
        CREATE VIRTUAL TABLE \(table) USING fts5(
          \(columns), content='passage_texts', content_rowid='passage',
          tokenize='peerlit \(language)'
        )
        """)
    try set(database, "pgsz", pageSize)
    try set(database, "usermerge", mostSegments)
    try set(database, "rank", rank(.standard))
  }

  /// Whether an index has the table.
  static func exists(_ database: Database) throws -> Bool { try database.tableExists(table) }

  /// The number of segments of a level that are merged into one.
  ///
  /// A query looks its words up in every segment, which takes microseconds for each.
  static let mostSegments = 16

  /// The size of the pages of a table.
  ///
  /// FTS5 ignores a size that it does not allow, which only a damaged index has.
  static func pageSize(_ database: Database) throws -> Int {
    let row = try Row.fetchOne(database, sql: "SELECT v FROM \(table)_config WHERE k = 'pgsz'")
    guard let size = row?.optionalInteger("v"), (32...65_536).contains(size) else {
      return pageSize
    }
    return size
  }

  /// The ranking function with its parameters: those of the ranked postings.
  static func rank(_ parameters: BM25F) -> String {
    let numbers =
      [parameters.k1, parameters.b]
      + FullTextColumn.allCases.flatMap { [$0.weight(parameters), $0.length(parameters)] }
    return "peerlit_rank(\(numbers.map { "\($0)" }.joined(separator: ", ")))"
  }

  private static func set(
    _ database: Database, _ option: String, _ value: some DatabaseValueConvertible
  ) throws {
    try database.execute(
      sql: "INSERT INTO \(table) (\(table), rank) VALUES (?, ?)", arguments: [option, value])
  }
}
