import Answers
import GRDB
import Literature
import Ranking

/// Checks the integrity of an index: the file, the texts, the postings, and their consistency.
struct IndexChecker {
  let reader: IndexReader

  func check() throws -> IndexCheck {
    try reader.requireFile()
    var result = IndexCheck(path: reader.path, checked: [], problems: [])
    result.checked.append("the database file")
    let found = try String.fetchAll(reader.database, sql: "PRAGMA integrity_check(10)")
    if found != ["ok"] {
      result.problems += found.map { "The file is damaged: \($0). Index your sources again." }
      // The rows of a damaged file are unreliable.
      return result
    }
    result.checked.append("documents, passages and texts")
    try compareCounts(&result)
    try checkTexts(&result)
    if let problem = try NextNumbers(reader.database).problem(reader.database) {
      result.problems.append(problem.capitalizedFirst + ". Index your sources again.")
    }
    result.checked.append("ranked postings")
    try checkPostings(&result)
    if result.problems.isEmpty { try MetadataChecker(reader: reader).check(&result) }
    if result.problems.isEmpty { try FullTextChecker(reader: reader).check(&result) }
    return result
  }

  private func compareCounts(_ result: inout IndexCheck) throws {
    for comparison in CountComparison.all {
      let expected = try Int.fetchOne(reader.database, sql: comparison.expected) ?? 0
      let found = try Int.fetchOne(reader.database, sql: comparison.found) ?? 0
      guard expected != found else { continue }
      result.problems.append(comparison.problem(expected, found) + ". Index your sources again.")
    }
  }

  /// Checks that the text of every passage can be decompressed.
  private func checkTexts(_ result: inout IndexCheck) throws {
    let rows = try Row.fetchCursor(
      reader.database,
      sql: "SELECT document, block, byte, bytes FROM passages ORDER BY document, block")
    while let row = try rows.next() {
      let document = row.offset("document")
      let start = row.offset("byte")
      let text = try reader.texts.slice(
        document: document, block: row.offset("block"),
        bytes: start..<start + row.offset("bytes"))
      guard text == nil else { continue }
      let id = try reader.id(of: document) ?? "(no record)"
      result.problems.append(
        "The text of document \(id) is damaged. Index your sources again.")
      return
    }
  }

  /// Checks every posting list: ids increase, belong to the segment, and have positions.
  private func checkPostings(_ result: inout IndexCheck) throws {
    for segment in reader.snapshot.segments {
      var lists = try SegmentReader(reader.database, segment: segment.number)
      var postings = RawPostings()
      while let term = lists.term {
        let isComplete = try lists.next().read(into: &postings)
        let isRising = zip(postings.passages, postings.passages.dropFirst()).allSatisfy { $0 < $1 }
        let isInside = postings.passages.allSatisfy { segment.passages.contains($0) }
        let hasPositions = postings.lengths.allSatisfy { $0 > 0 }
        let isWhole = isComplete && !postings.passages.isEmpty
        if !isRising || !isInside || !hasPositions || !isWhole {
          result.problems.append(
            "The postings of term \(term) in segment \(segment.number) are damaged. "
              + "Index your sources again.")
          return
        }
      }
    }
  }
}
