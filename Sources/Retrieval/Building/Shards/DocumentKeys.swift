import GRDB

/// The work keys of documents.
///
/// They are read once, because `work_keys` has no index by document: reading it for each document
/// would take time in proportion to the square of their number.
struct DocumentKeys {
  private var keys: [Int: [Int64]] = [:]

  init(_ database: Database, of documents: [UInt32]) throws {
    let wanted = Set(documents.map(Int.init))
    let rows = try Row.fetchCursor(
      database, sql: "SELECT key, document FROM main.work_keys ORDER BY key, document")
    while let row = try rows.next() {
      let document = row.offset("document")
      if wanted.contains(document) { keys[document, default: []].append(row["key"]) }
    }
  }

  /// The keys of a document, in ascending order.
  subscript(document: Int) -> [Int64] { keys[document] ?? [] }
}
