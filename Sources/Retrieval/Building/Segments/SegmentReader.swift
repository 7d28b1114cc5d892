import GRDB
import Ranking

/// Reads all postings of a segment with their positions, term by term in increasing order.
struct SegmentReader {
  private let postings: RowCursor
  private let positions: RowCursor
  private var nextPostings: Row?
  private var nextPositions: Row?

  /// The number of the next term; `nil` at the end.
  private(set) var term: Int?
  /// Whether the last list had all its postings and positions.
  private(set) var isWhole = true

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

  /// Fills `raw` with the postings of ``term`` and moves to the next term.
  mutating func read(into raw: inout RawPostings) throws {
    raw.removeAll()
    guard let term else { return }
    var passages: [UInt32] = []
    var count = 0
    isWhole = true
    while let row = nextPostings, Self.location(row).term == term {
      let bytes = row.bytes("data")
      let rowIndex = Self.location(row).row
      if rowIndex == 0 {
        count = bytes.withUnsafeBytes { bytes in
          bytes.baseAddress.map { Int(PostingLayout.count($0, bytes.count)) } ?? 0
        }
      }
      // A list ends at the first damage, because later postings would get wrong positions.
      if isWhole {
        let part = PostingLayout.numbers(bytes, row: rowIndex)
        passages += part.numbers
        isWhole = part.isWhole
      }
      nextPostings = try postings.next()?.copy()
    }
    var next = 0
    while let row = nextPositions, Self.location(row).term <= term {
      let found = PositionLayout.positions(
        row.bytes("data"), postings: passages.count - next)
      for (passage, positions) in zip(passages[next...], found) {
        raw.begin(passage)
        var previous: UInt16 = 0
        for position in positions {
          raw.add(position: position, after: previous)
          previous = position
        }
      }
      next += found.count
      nextPositions = try positions.next()?.copy()
    }
    isWhole = isWhole && passages.count == count && next == count
    self.term = nextPostings.map { Self.location($0).term }
  }
}
