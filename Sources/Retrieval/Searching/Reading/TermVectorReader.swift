import GRDB

/// Reads the term vectors of documents.
final class TermVectorReader {
  /// The number of documents read by one run of a statement, which is faster than one run per
  /// document.
  private static let atOnce = 100
  private let database: Database
  private let storage: (any PostingStorage)?
  /// Prepared on first use, because most runs of the program never need it.
  private var prepared: ColumnStatement?

  /// - Parameter storage: what stores the rows if the file does not.
  init(_ database: Database, storage: (any PostingStorage)? = nil) {
    self.database = database
    self.storage = storage
  }

  private func rows() throws -> ColumnStatement {
    if let prepared { return prepared }
    let parameters = Array(repeating: "(?)", count: Self.atOnce).joined(separator: ",")
    let rows = try ColumnStatement(
      database,
      sql: """
        WITH wanted (number) AS (VALUES \(parameters))
        SELECT number, data FROM wanted CROSS JOIN document_terms ON document = number
        """)
    prepared = rows
    return rows
  }

  /// Replaces `terms` with those of documents, read in SQLite's own memory; empty for a document
  /// without a row.
  func read(_ documents: some Collection<UInt32>, into terms: TermVectors) throws {
    terms.removeAll()
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    if let storage {
      let rows = try storage.termVectors(Array(documents))
      for document in documents { (rows[document] ?? []).withUnsafeBytes { terms.append($0) } }
      return
    }
    let rows = try rows()
    var rest = documents[...]
    while !rest.isEmpty {
      let wanted = rest.prefix(Self.atOnce)
      var missing = wanted
      try rows.forEach(numbers: wanted, of: Self.atOnce) {
        let number = UInt32(truncatingIfNeeded: rows.integer(0))
        while let next = missing.popFirst(), next != number { terms.append(nothing) }
        terms.append(rows.bytes(1))
      }
      for _ in missing { terms.append(nothing) }
      rest = rest.dropFirst(wanted.count)
    }
  }
}
