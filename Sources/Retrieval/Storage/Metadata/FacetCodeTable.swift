import GRDB
import Literature

/// The codes of facets with their labels, and which codes are broader than others, for SQL.
///
/// Codes of the vocabulary are written first. A number, such as a sample size, becomes a code when
/// a document has it.
final class FacetCodeTable {
  private let database: Database
  private var numbers: [FacetName: [String: Int64]] = [:]

  init(_ database: Database) {
    self.database = database
  }

  /// The number of a code; a new code is added.
  func number(
    _ facet: FacetName, _ code: any CustomStringConvertible & DatabaseValueConvertible
  ) throws -> Int64 {
    let text = code.description
    if let known = numbers[facet]?[text] { return known }
    let key: StatementArguments = [facet.rawValue, code]
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO facet_codes (facet, code, label) VALUES (?, ?, ?)"
    ).execute(arguments: [facet.rawValue, code, text])
    let number =
      try Int64.fetchOne(
        database.cachedStatement(
          sql: "SELECT number FROM facet_codes WHERE facet = ? AND code = ?"),
        arguments: key) ?? 0
    numbers[facet, default: [:]][text] = number
    return number
  }

  /// The rows of `facet_closure`: facet, ancestor and code, each code with itself and every broader
  /// one.
  static func closure(_ vocabulary: Vocabulary) -> [[String]] {
    vocabulary.entries.flatMap { entry in
      ([entry.code] + vocabulary.ancestors(of: entry.code, in: entry.facet)).map {
        [entry.facet.rawValue, $0, entry.code]
      }
    }
  }

  /// Writes the vocabulary, unless the index already has it.
  static func update(_ database: Database, _ vocabulary: Vocabulary = .standard) throws {
    let closure = closure(vocabulary)
    let codes = vocabulary.entries.map {
      [$0.facet.rawValue, $0.code, $0.label, $0.parent ?? "", $0.meaning]
    }
    let known = try rows(database, "SELECT facet, ancestor, code FROM facet_closure")
    let knownCodes = try rows(
      database,
      "SELECT facet, code, label, coalesce(parent, ''), meaning FROM facet_codes "
        + "WHERE meaning IS NOT NULL")
    guard known != Set(closure) || knownCodes != Set(codes) else { return }
    try database.execute(sql: "DELETE FROM facet_closure")
    for row in closure {
      try database.execute(
        sql: "INSERT INTO facet_closure (facet, ancestor, code) VALUES (?, ?, ?)",
        arguments: StatementArguments(row))
    }
    try database.execute(sql: "UPDATE facet_codes SET parent = NULL, meaning = NULL")
    for row in codes {
      try database.execute(
        sql: """
          INSERT INTO facet_codes (facet, code, label, parent, meaning)
          VALUES (?, ?, ?, nullif(?, ''), ?)
          ON CONFLICT (facet, code) DO UPDATE SET label = excluded.label,
            parent = excluded.parent, meaning = excluded.meaning
          """, arguments: StatementArguments(row))
    }
  }

  private static func rows(_ database: Database, _ sql: String) throws -> Set<[String]> {
    Set(
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { String.fromDatabaseValue($0) ?? "" }
      })
  }
}
