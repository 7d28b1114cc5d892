import Foundation
import GRDB
import Retrieval

/// All postings of an index file as plain dictionaries, decoded as the documentation of
/// `PostingLayout` and `PositionLayout` says, but without their code.
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
        let postings = rows.enumerated().flatMap { Self.postings($1, row: $0) }
        self[keyPath: path][term, default: [:]].merge(postings) { first, _ in first }
        guard table == "passage_postings" else { continue }
        let last = key + Int64(1 << PostingKey.rowBits)
        let data = try Data.fetchAll(
          database, sql: "SELECT data FROM passage_positions WHERE id >= ? AND id < ? ORDER BY id",
          arguments: [key, last])
        let found = data.enumerated().flatMap {
          Self.positions([UInt8]($1), postings: postings.count - $0 * 512)
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

  /// The postings of a row.
  static func postings(_ bytes: [UInt8], row: Int) -> [(UInt32, UInt8)] {
    if row == 0, bytes.count <= 20 {
      let count = bytes.count / 5
      return (0..<count).map { (UInt32(integer(bytes, $0 * 4, 4)), bytes[count * 4 + $0]) }
    }
    var offset = 6
    if row == 0 {
      let rows = integer(bytes, 4, 2)
      offset = 11 + (rows > 1 ? rows * 5 : 0)
    }
    let blocks = integer(bytes, row == 0 ? 6 : 4, 2)
    let data = offset + blocks * 13
    var postings: [(UInt32, UInt8)] = []
    for block in 0..<blocks {
      let entry = offset + block * 13
      let first = integer(bytes, entry, 4)
      let span = integer(bytes, entry + 4, 4) - first
      let count = Int(bytes[entry + 10]) + 1
      var start = data + integer(bytes, entry + 8, 2)

      let shift = Int(bytes[entry + 12])
      let buckets = span >> shift
      /// The bucket of an item.
      func bucket(_ item: Int) -> Int {
        (0..<buckets).first { item < Int(bytes[start + $0]) } ?? buckets
      }
      var steps: [Int] = []
      let numbers = start + buckets
      var end = numbers
      switch bytes[entry + 12] {
      case 62: steps = Array(0..<count)
      case 6:
        steps = (0...span).filter { bytes[numbers + $0 / 8] >> UInt8($0 % 8) & 1 == 1 }
        end += (buckets + 1) * 8
        for (item, step) in steps.enumerated() { precondition(step >> 6 == bucket(item)) }
      case 8:
        steps = (0..<count).map { bucket($0) << 8 + Int(bytes[numbers + $0]) }
        end += count
      case 16:
        steps = (0..<count).map { bucket($0) << 16 + integer(bytes, numbers + $0 * 2, 2) }
        end += count * 2
      default:
        steps = (0..<count).map { integer(bytes, numbers + $0 * 4, 4) }
        end += count * 4
      }
      start = end
      for (item, step) in steps.enumerated() {
        postings.append((UInt32(first + step), bytes[start + item]))
      }
    }
    return postings
  }

  /// The positions of each posting of a row.
  ///
  /// - Parameter postings: number of postings from the first one of the row to the end of the list.
  static func positions(_ bytes: [UInt8], postings: Int) -> [[Int]] {
    let blocks = Int(bytes[0])
    var all: [[Int]] = []
    for block in 0..<blocks {
      let start = 1 + (blocks - 1) * 4 + (block > 0 ? integer(bytes, block * 4 - 3, 4) : 0)
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
