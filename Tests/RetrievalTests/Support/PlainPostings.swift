import Foundation
import GRDB
import Retrieval
import TestSupport

/// All postings of an index file as plain dictionaries, without the code that reads them for
/// searches.
struct PlainPostings {
  typealias List = [UInt32: UInt8]

  /// Impacts by term and number, of passages and of documents.
  var passages: [String: List] = [:]
  var documents: [String: List] = [:]
  /// Positions by term and passage.
  var positions: [String: [UInt32: [Int]]] = [:]
  /// Passages that continue the text of the one before; see ``steps(_:_:)``.
  var steps: [UInt32: Int] = [:]
  /// Passages of abstracts.
  var abstracts: Set<UInt32> = []
  /// The document of every passage, deleted ones included.
  var documentOf: [UInt32: UInt32] = [:]
  /// Public ids of the documents that are not deleted.
  var ids: [UInt32: String] = [:]
  /// The numbers of passages and documents in the postings, and of segments.
  var passageCount = 0
  var documentCount = 0
  var segmentCount = 0
  /// Words as written, with their terms and number of occurrences.
  var words: [(word: String, term: String, count: Int)] = []

  init(_ database: Database) throws {
    var terms: [Int: String] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT number, term FROM terms") {
      terms[row["number"]] = row["term"]
    }
    for (table, path) in [
      ("passage_postings", \PlainPostings.passages), ("document_postings", \.documents),
    ] {
      for (key, rows) in try Self.lists(database, table) {
        let term = terms[PostingKey.parts(key).term] ?? "?"
        let postings = rows.enumerated().flatMap { PlainRows.postings($1, row: $0) }
        self[keyPath: path][term, default: [:]].merge(postings) { first, _ in first }
        guard table == "passage_postings" else { continue }
        let last = key + Int64(1 << PostingKey.rowBits)
        let data = try Data.fetchAll(
          database, sql: "SELECT data FROM passage_positions WHERE id >= ? AND id < ? ORDER BY id",
          arguments: [key, last])
        let found = data.enumerated().flatMap {
          PlainRows.positions([UInt8]($1), postings: postings.count - $0 * 512)
        }
        for (posting, places) in zip(postings, found) {
          positions[term, default: [:]][posting.0] = places
        }
      }
    }
    for row in try Row.fetchAll(database, sql: "SELECT number, id FROM documents") {
      ids[row["number"]] = row["id"]
    }
    let segments = try Row.fetchAll(
      database, sql: "SELECT documents, passages, last_passage FROM segments")
    documentCount = segments.reduce(0) { $0 + ($1["documents"] as Int) }
    passageCount = segments.reduce(0) { $0 + ($1["passages"] as Int) }
    segmentCount = segments.count
    let last = segments.map { $0["last_passage"] as UInt32 }.max() ?? 0
    let first = DocumentColumn.values(
      [UInt8](
        try Data.fetchOne(
          database, sql: "SELECT data FROM document_columns WHERE name = 'first_passage'") ?? Data()
      ))
    for (document, start) in first.enumerated() {
      let end = document + 1 < first.count ? first[document + 1] : last + 1
      for passage in start..<end { documentOf[passage] = UInt32(document) }
    }
    abstracts = try Self.abstracts(database)
    steps = try Self.steps(database, positions, abstracts)
    words = try Row.fetchAll(database, sql: "SELECT word, term, count FROM words").map {
      ($0["word"], $0["term"], $0["count"])
    }
  }

  /// The rows of every list, by the id of its first row.
  private static func lists(_ database: Database, _ table: String) throws -> [Int64: [[UInt8]]] {
    var lists: [Int64: [[UInt8]]] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT id, data FROM \(table) ORDER BY id") {
      let id: Int64 = row["id"]
      let first = id - Int64(PostingKey.parts(id).row)
      lists[first, default: []].append([UInt8](row["data"] as Data))
    }
    return lists
  }
}
