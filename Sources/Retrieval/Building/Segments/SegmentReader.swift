import Foundation
import GRDB
import Ranking

/// Reads all postings of a segment with their positions, term by term in rising order.
struct SegmentReader {
  private let postings: RowCursor
  private let positions: RowCursor
  private var nextPostings: Row?
  private var nextPositions: Row?

  /// The number of the next term; `nil` at the end.
  private(set) var term: Int?
  /// Whether the list read last had all its postings and their positions.
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
    term = nextPostings.map { Self.place($0).term }
  }

  /// The term that a row is of, and which row of its list it is.
  private static func place(_ row: Row) -> (term: Int, row: Int) {
    PostingKey.parts(Int64(row.integer("id")))
  }

  /// Fills `raw` with the postings of ``term`` and moves to the next.
  mutating func read(into raw: inout RawPostings) throws {
    raw.removeAll()
    guard let term else { return }
    var passages: [UInt32] = []
    var count = 0
    isWhole = true
    while let row = nextPostings, Self.place(row).term == term {
      let bytes = row.bytes("data")
      let place = Self.place(row).row
      if place == 0 {
        count = bytes.withUnsafeBytes { bytes in
          bytes.baseAddress.map { Int(PostingLayout.count($0, bytes.count)) } ?? 0
        }
      }
      // A list ends where it is damaged: what follows would go with the wrong positions.
      if isWhole {
        let part = PostingLayout.numbers(bytes, row: place)
        passages += part.numbers
        isWhole = part.isWhole
      }
      nextPostings = try postings.next()?.copy()
    }
    var next = 0
    while let row = nextPositions, Self.place(row).term <= term {
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
    self.term = nextPostings.map { Self.place($0).term }
  }
}

extension PostingLayout {
  /// The numbers of all postings of a row; a damaged row gives what is whole before the damage.
  package static func numbers(
    _ bytes: [UInt8], row: Int
  ) -> (numbers: [UInt32], isWhole: Bool) {
    var numbers: [UInt32] = []
    func integer(_ offset: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    if row == 0, bytes.count <= shortSize {
      for item in 0..<bytes.count / 5 { numbers.append(UInt32(integer(item * 4, 4))) }
      return (numbers, bytes.count % 5 == 0)
    }
    guard bytes.count >= headSize else { return (numbers, false) }
    let rows = row == 0 ? integer(4, 2) : 0
    let blocks = integer(row == 0 ? 6 : 4, 2)
    let entries = row == 0 ? headSize + (rows > 1 ? rows * rowEntrySize : 0) : laterHeadSize
    let data = entries + blocks * entrySize
    guard data <= bytes.count else { return (numbers, false) }
    for block in 0..<blocks {
      let entry = entries + block * entrySize
      let count = Int(bytes[entry + 10]) + 1
      let span = integer(entry + 4, 4) - integer(entry, 4)
      let before = numbers.count
      guard span >= 0,
        data + integer(entry + 8, 2)
          + PostingBlock.size(form: bytes[entry + 12], span: span, count: count) <= bytes.count
      else { return (numbers, false) }
      bytes.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        PostingBlock(entry: start + entry, data: start + data)
          .forEach(from: 0, to: .max) { number, _ in numbers.append(number) }
      }
      guard numbers.count == before + count else { return (numbers, false) }
    }
    return (numbers, true)
  }
}

extension PositionLayout {
  /// The positions of every posting of a row.
  ///
  /// - Parameter postings: how many the list has from the row's first on.
  package static func positions(_ bytes: [UInt8], postings: Int) -> [[UInt16]] {
    var reader = ByteReader(bytes)
    guard let blocks = reader.byte(), (1...blocksPerRow).contains(Int(blocks)),
      reader.slice(Int(blocks - 1) * 4) != nil
    else { return [] }
    var all: [[UInt16]] = []
    for block in 0..<Int(blocks) {
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
