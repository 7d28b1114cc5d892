import GRDB

/// The number of postings of each term that belong to deleted documents.
///
/// A segment keeps the postings of documents that are deleted after it is written, until it is
/// merged. Statistics subtract them, so that a term is as frequent as in a newly built index.
final class DeletedPostings {
  /// The number of deleted texts that contain a term, by unit.
  struct Counts: Equatable {
    var passages = 0
    var documents = 0
  }

  private let rows: ColumnStatement
  private let segments: [Int]
  private var known: [Int: Counts] = [:]
  /// Whether no list contains postings of deleted documents.
  let isEmpty: Bool

  /// Reads the current state of an index.
  ///
  /// - Parameter segments: the numbers of its segments.
  init(_ database: Database, segments: [Int]) throws {
    self.segments = segments
    isEmpty = try database.isEmpty("deleted_postings")
    rows = try ColumnStatement(
      database, sql: "SELECT passages, documents FROM deleted_postings WHERE id = ?")
  }

  /// The counts of a term over all segments.
  func counts(term: Int) throws -> Counts {
    if isEmpty { return Counts() }
    if let counts = known[term] { return counts }
    var sum = Counts()
    for segment in segments {
      defer { rows.reset() }
      guard try rows.find(PostingKey.first(segment: segment, term: term)) else { continue }
      sum.passages += rows.offset(0)
      sum.documents += rows.offset(1)
    }
    known[term] = sum
    return sum
  }
}
