import Answers
import GRDB
import Ranking

/// Compares the FTS5 table with the ranked postings.
struct FullTextChecker {
  let reader: IndexReader

  /// Number of terms that are compared.
  private static let sample = 256

  /// Adds the problems of the table, unless the index has none.
  func check(_ result: inout IndexCheck) throws {
    guard try FullTextSchema.exists(reader.database) else { return }
    result.checked.append("the FTS5 table")
    let table = FullTextSchema.table
    let (passages, rows) = (
      try Int.fetchOne(reader.database, sql: "SELECT count(*) FROM passages") ?? 0,
      try Int.fetchOne(reader.database, sql: "SELECT count(*) FROM \(table)_docsize") ?? 0
    )
    guard passages == rows else {
      result.problems.append(
        "There are \(passages) passages, but the FTS5 table has \(rows). "
          + "Index your sources again.")
      return
    }
    try reader.database.execute(
      sql: """
        CREATE VIRTUAL TABLE IF NOT EXISTS temp.passage_terms
        USING fts5vocab('main', '\(table)', 'row')
        """)
    for (number, term) in try terms() {
      let found =
        try Int.fetchOne(
          reader.database.cachedStatement(sql: "SELECT doc FROM temp.passage_terms WHERE term = ?"),
          arguments: [term]) ?? 0
      let expected = try passageCount(of: number)
      guard found != expected else { continue }
      result.problems.append(
        "“\(term)” is in \(found) passages of the FTS5 table, but in \(expected) of the ranked "
          + "postings. Index your sources again.")
      return
    }
  }

  /// Terms with evenly spaced numbers: the most frequent have the smallest numbers, and stop words
  /// the largest.
  private func terms() throws -> [(number: Int, term: String)] {
    let count = try Int.fetchOne(reader.database, sql: "SELECT count(*) FROM terms") ?? 0
    let step = max(1, count / Self.sample)
    let rows = try Row.fetchCursor(
      reader.database, sql: "SELECT number, term FROM terms ORDER BY number")
    var found: [(number: Int, term: String)] = []
    var index = 0
    while let row = try rows.next() {
      let isNearEnd = index < Self.sample / 8 || index >= count - Self.sample / 8
      if index % step == 0 || isNearEnd { found.append((row.offset("number"), row.text("term"))) }
      index += 1
    }
    return found
  }

  /// The number of passages in which a term occurs, without deleted ones.
  private func passageCount(of term: Int) throws -> Int {
    var count = -(try reader.snapshot.deletedPostings.counts(term: term).passages)
    let rows = try reader.database.cachedStatement(
      sql: "SELECT data FROM passage_postings WHERE id = ?")
    for segment in reader.snapshot.segments {
      let key = PostingKey.first(segment: segment.number, term: term)
      guard let row = try Row.fetchOne(rows, arguments: [key]) else { continue }
      count += row.bytes("data").withUnsafeBytes { PostingLayout.count($0) }
    }
    return max(0, count)
  }
}
