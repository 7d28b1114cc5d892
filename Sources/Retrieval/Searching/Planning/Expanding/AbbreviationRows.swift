import GRDB

/// The rows of abbreviations, looked up for every word of a query, those first that are defined most
/// often.
struct AbbreviationRows {
  /// `long`, `shown` and `count`, by the short form.
  let long: ColumnStatement
  /// `long`, `short` and `count`, by the least long form and one past the greatest.
  let short: ColumnStatement

  init(_ database: Database) throws {
    long = try ColumnStatement(
      database,
      sql: "SELECT long, shown, count FROM abbreviations WHERE short = ? ORDER BY count DESC, long")
    short = try ColumnStatement(
      database,
      sql: """
        SELECT long, short, count FROM abbreviations WHERE long >= ? AND long < ?
        ORDER BY count DESC, short
        """)
  }
}
