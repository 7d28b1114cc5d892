import Foundation
import GRDB
import Retrieval

/// All postings of an index file as plain dictionaries, decoded as `PostingLayout` and
/// `PositionLayout` document their bytes, without any code of theirs.
struct PlainPostings {
  typealias List = [UInt32: UInt8]

  /// Impacts by term and number, of passages and of documents.
  var passages: [String: List] = [:]
  var documents: [String: List] = [:]
  /// Positions by term and passage.
  var positions: [String: [UInt32: [Int]]] = [:]
  /// The document of every passage, deleted ones included.
  var documentOf: [UInt32: UInt32] = [:]
  /// Public ids of the documents that are not deleted.
  var ids: [UInt32: String] = [:]
  /// Numbers of passages and documents that the postings hold, and of segments.
  var passageCount = 0
  var documentCount = 0
  var segmentCount = 0
  /// Words as written, with their terms and counts.
  var words: [(word: String, term: String, count: Int)] = []

  init(_ database: Database) throws {
    var terms: [Int: String] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT number, term FROM terms") {
      terms[row["number"]] = row["term"]
    }
    for (table, path) in [
      ("passage_postings", \PlainPostings.passages), ("document_postings", \.documents),
    ] {
      for row in try Row.fetchAll(database, sql: "SELECT id, data FROM \(table) ORDER BY id") {
        let (term, place) = PostingKey.parts(row["id"])
        let postings = Self.postings([UInt8](row["data"] as Data), row: place)
        self[keyPath: path][terms[term] ?? "?", default: [:]].merge(postings) { first, _ in first }
        if table == "passage_postings" {
          let data = try Data.fetchOne(
            database, sql: "SELECT data FROM passage_positions WHERE id = ?",
            arguments: [row["id"] as Int64])
          let found = Self.positions([UInt8](data ?? Data()), postings: postings.count)
          for (posting, places) in zip(postings, found) {
            positions[terms[term] ?? "?", default: [:]][posting.0] = places
          }
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
    let first = DocumentColumn.numbers(
      [UInt8](
        try Data.fetchOne(
          database, sql: "SELECT data FROM document_columns WHERE name = 'first_passage'") ?? Data()
      ))
    for (document, start) in first.enumerated() {
      let end = document + 1 < first.count ? first[document + 1] : last + 1
      for passage in start..<end { documentOf[passage] = UInt32(document) }
    }
    words = try Row.fetchAll(database, sql: "SELECT word, term, count FROM words").map {
      ($0["word"], $0["term"], $0["count"])
    }
  }

  /// The postings of a row.
  static func postings(_ bytes: [UInt8], row: Int) -> [(UInt32, UInt8)] {
    var offset = 2
    if row == 0 {
      let rows = integer(bytes, 4, 2)
      offset = 11 + (rows > 1 ? rows * 5 : 0)
    }
    let blocks = integer(bytes, row == 0 ? 6 : 0, 2)
    let data = offset + blocks * 13
    var postings: [(UInt32, UInt8)] = []
    for block in 0..<blocks {
      let entry = offset + block * 13
      let count = Int(bytes[entry + 10]) + 1
      let width = Int(bytes[entry + 12])
      let start = data + integer(bytes, entry + 8, 2)
      for item in 0..<count {
        let step = width == 0 ? item : integer(bytes, start + item * width, width)
        postings.append(
          (UInt32(integer(bytes, entry, 4) + step), bytes[start + count * width + item]))
      }
    }
    return postings
  }

  /// The positions of each posting of a row.
  static func positions(_ bytes: [UInt8], postings: Int) -> [[Int]] {
    let blocks = integer(bytes, 0, 2)
    var all: [[Int]] = []
    for block in 0..<blocks {
      let start = 2 + blocks * 4 + integer(bytes, 2 + block * 4, 4)
      let count = min(128, postings - block * 128)
      var offset = start + count
      for item in 0..<count {
        let lead = Int(bytes[start + item])
        if lead < 240 {
          all.append([lead])
          continue
        }
        var length = lead - 240
        if lead == 255 {
          length = integer(bytes, offset, 2)
          offset += 2
        }
        let end = offset + length
        var position = 0
        var found: [Int] = []
        while offset < end {
          var step = 0
          var shift = 0
          while bytes[offset] >= 128 {
            step |= Int(bytes[offset] & 127) << shift
            shift += 7
            offset += 1
          }
          step |= Int(bytes[offset]) << shift
          offset += 1
          position += step
          found.append(position)
        }
        all.append(found)
      }
    }
    return all
  }

  private static func integer(_ bytes: [UInt8], _ offset: Int, _ size: Int) -> Int {
    (0..<size).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }
}
