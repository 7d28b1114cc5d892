import GRDB

/// Writes the rows of the lists of one segment.
final class SegmentWriter {
  private let number: Int
  private let passages: BlobTable
  private let positions: BlobTable
  private let documents: BlobTable

  /// - Parameter number: the segment's number, not yet used in the index.
  init(_ database: Database, number: Int) throws {
    self.number = number
    passages = try BlobTable(database, table: "passage_postings")
    positions = try BlobTable(database, table: "passage_positions")
    documents = try BlobTable(database, table: "document_postings")
  }

  /// Writes the lists of a term.
  ///
  /// Terms should be passed in increasing order of their numbers, so that rows are appended.
  func write(term: Int, _ rows: TermRows) throws {
    let key = PostingKey.first(segment: number, term: term)
    for (index, row) in rows.passages.enumerated() {
      try passages.insert(key + Int64(index), row)
    }
    for (index, row) in rows.positions.enumerated() {
      try positions.insert(key + Int64(index), row)
    }
    for (index, row) in rows.documents.enumerated() {
      try documents.insert(key + Int64(index), row)
    }
  }
}
