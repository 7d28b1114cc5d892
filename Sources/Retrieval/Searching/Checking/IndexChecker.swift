import Answers
import Foundation
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
    try agree(
      &result, "SELECT coalesce(sum(passages), 0) FROM documents", "SELECT count(*) FROM passages",
      "documents refer to %d passages, but there are %d")
    try agree(
      &result, "SELECT count(*) FROM documents",
      "SELECT count(DISTINCT document) FROM passages",
      "there are %d documents, but %d have passages")
    try agree(
      &result, "SELECT coalesce(sum(records), 0) FROM documents WHERE records <> 1",
      "SELECT count(*) FROM records",
      "documents with several records refer to %d records, but there are %d")
    try agree(
      &result, "SELECT count(*) FROM work_keys",
      "SELECT count(*) FROM work_keys WHERE document IN (SELECT number FROM documents)",
      "there are %d work keys, but only %d of them refer to a document")
    try agree(
      &result, "SELECT coalesce(sum(count), 0) FROM abbreviations",
      """
      SELECT count(*) FROM definitions
      WHERE document IN (SELECT number FROM documents)
        AND abbreviation IN (SELECT number FROM abbreviations)
      """,
      "abbreviations count %d definitions, but %d are stored")
    try checkTexts(&result)
    if let problem = try NextNumbers(reader.database).problem(reader.database) {
      result.problems.append(problem.capitalizedFirst + ". Index the sources again.")
    }
    result.checked.append("ranked postings")
    try checkPostings(&result)
    if result.problems.isEmpty { try MetadataChecker(reader: reader).check(&result) }
    if result.problems.isEmpty { try FullTextChecker(reader: reader).check(&result) }
    return result
  }

  private func agree(
    _ result: inout IndexCheck, _ first: String, _ second: String, _ format: String
  ) throws {
    let left = try Int.fetchOne(reader.database, sql: first) ?? 0
    let right = try Int.fetchOne(reader.database, sql: second) ?? 0
    guard left != right else { return }
    let parts = format.components(separatedBy: "%d")
    let sentence = parts[0] + "\(left)" + parts[1] + "\(right)" + parts[2]
    result.problems.append(sentence.capitalizedFirst + ". Index your sources again.")
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
