import Ranking
import SeededRandom
import TestSupport
import Testing

/// Positions read in place equal those that were encoded, for any posting.
struct PositionCursorTests {
  private static func lists(
    _ count: Int, _ random: inout SplitMix64
  ) -> (raw: RawPostings, places: [[UInt16]]) {
    var raw = RawPostings()
    var all: [[UInt16]] = []
    for passage in 0..<count {
      let long = Int.random(in: 0..<40, using: &random) == 0
      let size =
        long ? Int.random(in: 200...900, using: &random) : Int.random(in: 1...9, using: &random)
      let places = (0..<size).map { _ in UInt16.random(in: 0..<16_384, using: &random) }.sorted()
      raw.begin(UInt32(passage) * 3)
      var previous: UInt16 = 0
      for location in places {
        raw.add(position: location, after: previous)
        previous = location
      }
      all.append(places)
    }
    return (raw, all)
  }

  private static func rows(_ raw: borrowing RawPostings) -> (
    postings: [[UInt8]], positions: [[UInt8]]
  ) {
    let postings = PostingLayout.rows(raw.passages.map { Posting(number: $0, impact: 7) })
    return (postings, PositionLayout.rows(raw))
  }

  @Test func `eight leads announce as much as each of them`() {
    var random = SplitMix64(seed: 8)
    for round in 0..<20_000 {
      let leads = (0..<8).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 236...(round % 4 == 0 ? 255 : 254), using: &random)
          : UInt8.random(in: 0...255, using: &random)
      }
      let all = leads.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let sizes = leads.map { PositionLayout.size($0) }
      let expected = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
      #expect(PositionLayout.size(ofEight: all) == expected, "\(leads)")
    }
  }

  @Test(arguments: [1, 2, 128, 129, 700, 9_000])
  func `positions come back`(count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    let (raw, places) = Self.lists(count, &random)
    let (postingRows, positionRows) = Self.rows(raw)
    for share in [1, 3, 50] {
      var cursor = try #require(PostingCursor(rows: PostingRows(PassingRows(postingRows))))
      var reader = PositionCursor(rows: PostingRows(PassingRows(positionRows)), key: 0)
      var found: [UInt16] = []
      for passage in 0..<count where Int.random(in: 0..<share, using: &random) == 0 {
        let known = cursor.location(of: UInt32(passage) * 3)
        let location = try #require(known)
        reader.read(location, into: &found)
        #expect(found == places[passage])
      }
    }
    // Compares the way in which the merger reads them with the plain one.
    var start = 0
    for row in positionRows {
      let plain = PlainRows.positions(row, postings: count - start)
      let expected = Array(places[start..<min(count, start + 512)])
      #expect(PositionLayout.positions(row, postings: count - start) == expected)
      #expect(plain.map { $0.map { UInt16($0) } } == expected)
      start += plain.count
    }
    #expect(start == count)
  }

  @Test func `damaged positions never give wrong positions`() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<300 {
      let (raw, _) = Self.lists(Int.random(in: 1...600, using: &random), &random)
      let (postings, sound) = Self.rows(raw)
      var positions = sound
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let row = Int.random(in: positions.indices, using: &random)
        let byte = Int.random(in: 0..<positions[row].count, using: &random)
        if Int.random(in: 0..<5, using: &random) == 0 {
          positions[row].removeSubrange(max(1, byte)...)
        } else {
          positions[row][Bool.random(using: &random) ? byte : byte % 600] =
            UInt8.random(in: 0...255, using: &random)
        }
      }
      for row in positions {
        let places = PositionLayout.positions(row, postings: raw.passages.count)
        #expect(places.count <= 512)
      }
      var cursor = try #require(PostingCursor(rows: PostingRows(PassingRows(postings))))
      var reader = PositionCursor(rows: PostingRows(PassingRows(positions)), key: 0)
      var found: [UInt16] = []
      for number in raw.passages {
        guard let location = cursor.location(of: number) else { continue }
        reader.read(location, into: &found)
        #expect(found.count <= positions.reduce(0) { $0 + $1.count })
      }
    }
  }

  @Test func `positions may be added one by one or together`() {
    var random = SplitMix64(seed: 3)
    var single = RawPostings()
    var together = RawPostings()
    for passage in 0..<500 {
      let positions = (0..<Int.random(in: 1...30, using: &random))
        .map { _ in UInt16.random(in: 0..<40_000, using: &random) }.sorted()
      single.begin(UInt32(passage))
      var previous: UInt16 = 0
      for position in positions {
        single.add(position: position, after: previous)
        previous = position
      }
      together.append(UInt32(passage), positions: positions)
    }
    #expect(together.passages == single.passages)
    #expect(together.counts == single.counts)
    #expect(together.lengths == single.lengths)
    #expect(together.positions == single.positions)
  }

  @Test func `a posting with more positions than fit is cut, and the next is whole`() throws {
    var raw = RawPostings()
    raw.begin(0)
    for _ in 0..<70_000 { raw.add(position: 8191, after: 8191) }
    raw.begin(1)
    raw.add(position: 5, after: 0)
    let (_, rows) = Self.rows(raw)
    let places = PositionLayout.positions(rows[0], postings: 2)
    #expect(places.count == 2)
    #expect(places[1] == [5])
  }
}
