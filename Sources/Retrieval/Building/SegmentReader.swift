import Foundation
import GRDB

/// Reads all postings of a segment with their positions, term by term in rising order.
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
    term = nextPostings.map { PostingKey.parts($0["id"]).term }
  }

  /// Fills `raw` with the postings of ``term`` and moves to the next.
  mutating func read(into raw: inout RawPostings) throws {
    raw.removeAll()
    guard let term else { return }
    while let row = nextPostings, PostingKey.parts(row["id"]).term == term {
      let passages = PostingLayout.numbers(
        [UInt8](row["data"] as Data), row: PostingKey.parts(row["id"]).row)
      let data = nextPositions.map { [UInt8]($0["data"] as Data) } ?? []
      for (passage, found) in zip(
        passages, PositionLayout.positions(data, postings: passages.count))
      {
        raw.begin(passage)
        var previous: UInt16 = 0
        for position in found {
          raw.add(position: position, after: previous)
          previous = position
        }
      }
      nextPostings = try postings.next()?.copy()
      nextPositions = try positions.next()?.copy()
    }
    self.term = nextPostings.map { PostingKey.parts($0["id"]).term }
  }
}

extension PostingLayout {
  /// The numbers of all postings of a row; a damaged row gives what is whole.
  package static func numbers(_ bytes: [UInt8], row: Int) -> [UInt32] {
    func integer(_ offset: Int, _ size: Int) -> UInt32 {
      guard offset + size <= bytes.count else { return 0 }
      return (0..<size).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
    }
    let rows = row == 0 ? Int(integer(4, 2)) : 0
    let blocks = Int(integer(row == 0 ? 6 : 0, 2))
    let entries = row == 0 ? headSize + (rows > 1 ? rows * rowEntrySize : 0) : 2
    let data = entries + blocks * entrySize
    var numbers: [UInt32] = []
    for block in 0..<blocks {
      let entry = entries + block * entrySize
      guard entry + entrySize <= bytes.count else { return numbers }
      let first = integer(entry, 4)
      let start = data + Int(integer(entry + 8, 2))
      let count = Int(bytes[entry + 10]) + 1
      let width = Int(bytes[entry + 12])
      guard start + count * (width + 1) <= bytes.count else { return numbers }
      for item in 0..<count {
        numbers.append(
          first + (width == 0 ? UInt32(item) : integer(start + item * width, width)))
      }
    }
    return numbers
  }
}

extension PositionLayout {
  /// The positions of every posting of a row.
  ///
  /// - Parameter postings: how many the row of postings has.
  package static func positions(_ bytes: [UInt8], postings: Int) -> [[UInt16]] {
    var reader = ByteReader(bytes)
    guard let low = reader.byte(), let high = reader.byte() else { return [] }
    let blocks = Int(low) | Int(high) << 8
    guard reader.slice(blocks * 4) != nil else { return [] }
    var all: [[UInt16]] = []
    for block in 0..<blocks {
      let count = min(PostingLayout.blockSize, postings - block * PostingLayout.blockSize)
      guard let leads = reader.slice(count) else { return all }
      for lead in leads {
        if lead < firstLength {
          all.append([UInt16(lead)])
          continue
        }
        var size = 0
        if let short = self.size(lead) {
          size = short
        } else {
          guard let low = reader.byte(), let high = reader.byte() else { return all }
          size = Int(low) | Int(high) << 8
        }
        let end = reader.offset + size
        var found: [UInt16] = []
        var position: UInt32 = 0
        while reader.offset < end, let step = reader.variable() {
          position &+= step
          found.append(UInt16(truncatingIfNeeded: position))
        }
        all.append(found)
      }
    }
    return all
  }
}
