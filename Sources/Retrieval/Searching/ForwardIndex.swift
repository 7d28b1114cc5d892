import GRDB

/// Reads the forward index: the terms of documents in the order of their words.
final class ForwardIndex {
  private let rows: ColumnStatement

  init(_ database: Database) throws {
    rows = try ColumnStatement(
      database, sql: "SELECT data FROM document_terms WHERE document = ?")
  }

  /// Appends the words of a document, from where SQLite keeps them; none when it has no row.
  func read(_ document: Int, into words: ForwardWords) throws {
    defer { rows.reset() }
    words.append(
      try rows.find(Int64(document))
        ? rows.bytes(0) : UnsafeRawBufferPointer(start: nil, count: 0))
  }
}
