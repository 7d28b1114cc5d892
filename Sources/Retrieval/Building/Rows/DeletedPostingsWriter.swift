import GRDB

/// Collects the terms of deleted documents and writes the number of deleted postings.
///
/// ``DeletedPostings`` reads them.
struct DeletedPostingsWriter {
  /// By segment and term.
  private var counts: [Int: [String: DeletedPostings.Counts]] = [:]

  /// The segments whose documents were deleted.
  var segments: Set<Int> { Set(counts.keys) }

  /// Adds a deleted document.
  ///
  /// - Parameter terms: the number of passages in which each of its terms occurs.
  mutating func add(_ terms: [String: Int], segment: Int) {
    for (term, passages) in terms {
      counts[segment, default: [:]][term, default: DeletedPostings.Counts()].passages += passages
      counts[segment, default: [:]][term, default: DeletedPostings.Counts()].documents += 1
    }
  }

  /// Writes the collected counts and clears them; the segments and their terms must already be
  /// written.
  mutating func flush(_ database: Database) throws {
    if counts.isEmpty { return }
    let find = try database.makeStatement(sql: "SELECT number FROM terms WHERE term = ?")
    let write = try database.makeStatement(
      sql: """
        INSERT INTO deleted_postings (id, passages, documents) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET passages = passages + excluded.passages,
          documents = documents + excluded.documents
        """)
    for (segment, terms) in counts.sorted(by: { $0.key < $1.key }) {
      for (term, counts) in terms.sorted(by: { $0.key < $1.key }) {
        guard let number = try Int.fetchOne(find, arguments: [term]) else { continue }
        try write.execute(
          arguments: [
            PostingKey.first(segment: segment, term: number), counts.passages, counts.documents,
          ])
      }
    }
    counts = [:]
  }
}
