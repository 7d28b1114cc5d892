import GRDB
import Ranking

/// Reads all lists of a segment with their positions, term by term in increasing order.
struct SegmentReader {
  private let postings: RowCursor
  private let positions: RowCursor
  private var nextPostings: Row?
  private var nextPositions: Row?

  /// The number of the next term; `nil` at the end.
  private(set) var term: Int?

  init(_ database: Database, segment: Int) throws {
    let range = PostingKey.range(segment: segment)
    func cursor(_ table: String) throws -> RowCursor {
      try Row.fetchCursor(
        database.makeStatement(
          sql: "SELECT id, data FROM \(table) WHERE id >= ? AND id < ? ORDER BY id"),
        arguments: [range.lowerBound, range.upperBound])
    }
    postings = try cursor("passage_postings")
    positions = try cursor("passage_positions")
    nextPostings = try postings.next()?.copy()
    nextPositions = try positions.next()?.copy()
    term = nextPostings.map { Self.location($0).term }
  }

  /// The term of a row, and the index of the row in its list.
  private static func location(_ row: Row) -> (term: Int, row: Int) {
    PostingKey.parts(Int64(row.integer("id")))
  }

  /// The rows of ``term``; moves to the next term.
  mutating func next() throws -> StoredList {
    var list = StoredList()
    guard let term else { return list }
    while let row = nextPostings, Self.location(row).term == term {
      list.postings.append((index: Self.location(row).row, bytes: row.bytes("data")))
      nextPostings = try postings.next()?.copy()
    }
    while let row = nextPositions, Self.location(row).term <= term {
      list.positions.append(row.bytes("data"))
      nextPositions = try positions.next()?.copy()
    }
    self.term = nextPostings.map { Self.location($0).term }
    return list
  }
}
