/// A statement that SQLite can't run, or that does more than read.
package struct SQLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The problem, then the fix where one is known.
  package let description: String

  init(_ description: String) {
    self.description = description
  }

  /// A statement that would change something.
  static let onlyReads = SQLError(
    "peerlit sql only reads the index. Use SELECT, WITH, VALUES, EXPLAIN or PRAGMA; to make a file "
      + "that you can change, use: peerlit export --to sqlite FILE")

  /// A text with a null character, at which SQLite would stop reading it.
  static func nullCharacter(at column: Int) -> SQLError {
    SQLError("SQL error: null character (at character \(column)). Remove it.")
  }

  /// An error as SQLite reports it.
  ///
  /// - Parameters:
  ///   - message: the error in SQLite's words.
  ///   - column: the character of the statement at which it was found, from 1.
  static func reported(_ message: String, at column: Int?) -> SQLError {
    // The tables for SQL are views, for which SQLite suggests other statements.
    if message.hasPrefix("cannot modify ") || message.hasPrefix("use DROP ") { return onlyReads }
    let position = column.map { " (at character \($0))" } ?? ""
    let hint = hint(message, isLocated: column != nil).map { " " + $0 } ?? ""
    return SQLError("SQL error: \(message)\(position).\(hint)")
  }

  /// How to correct a mistake that SQLite reports.
  ///
  /// - Parameter isLocated: whether SQLite names its place in the statement. It does so for unknown
  ///   columns of tables, but not for those of full-text queries, which it reads later.
  private static func hint(_ message: String, isLocated: Bool) -> String? {
    if message.hasPrefix("no such table: passages_fts") {
      return "The index was made with --no-fts; index your sources into a new file without it."
    }
    let unlocated = ["no such column: ", "unterminated string"]
    let isFullText =
      message.hasPrefix("fts5: ")
      || !isLocated && unlocated.contains { message.hasPrefix($0) }
    if isFullText {
      return "In full-text queries, write words with punctuation in double quotes, such as "
        + "'\"peer-led\"', only names of columns before a colon, and AND, OR and NOT between words."
    }
    return message.hasPrefix("no such ")
      ? "“peerlit sql .tables” lists the tables and their columns." : nil
  }
}
