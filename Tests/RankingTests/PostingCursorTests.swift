import Literature
import Ranking
import SeededRandom
import Testing

/// A list read in place equals the list that was encoded.
struct PostingCursorTests {
  @Test(arguments: RandomPostings.shapes.indices)
  func `every way of reading agrees with a plain array`(shape: Int) throws {
    var random = SplitMix64(seed: UInt64(shape))
    let (count, gaps) = RandomPostings.shapes[shape]
    let list = RandomPostings.list(count, gaps: gaps, first: shape % 2 == 0 ? 0 : 977, &random)
    let rows = PostingLayout.rows(list)
    #expect(rows.dropFirst().allSatisfy { $0.count <= PostingLayout.rowLimit })
    let last = list[count - 1].number
    func cursor() throws -> PostingCursor {
      let stored = PostingRows(PassingRows(rows, key: 1 << 20))
      return try #require(PostingCursor(rows: stored, key: 1 << 20))
    }
    let opened = try cursor()
    #expect(opened.count == UInt32(count))
    #expect(opened.highest == list.map(\.impact).max())

    var whole = try cursor()
    var numbers: [UInt32] = []
    whole.forEach { numbers.append($0) }
    let isWhole = numbers == list.map(\.number)
    #expect(isWhole)

    for _ in 0..<6 {
      // Random numbers in ascending order: in the list, between its numbers, before and after.
      let asked = (0..<200).map { _ in
        Bool.random(using: &random)
          ? list[Int.random(in: 0..<count, using: &random)].number
          : UInt32.random(in: 0...(last + 3), using: &random)
      }.sorted()
      var seeking = try cursor()
      var looking = try cursor()
      var finding = try cursor()
      for number in asked {
        let index = list.partitioningIndex { $0.number >= number }
        #expect(seeking.seek(number) == (index < count ? list[index] : nil))
        let posting = index < count && list[index].number == number ? list[index] : nil
        #expect(looking.impact(of: number) == posting?.impact ?? 0)
        let location = finding.location(of: number)
        #expect((location == nil) == (posting == nil))
        if let location { #expect(location.item == index % 128) }
      }
      try check(list, asked, last, cursor, &random)

      // Random windows, in order, with their bounds.
      var walking = try cursor()
      var found: [Posting] = []
      var start: UInt32 = 0
      while start <= last, let rowEnd = walking.seekRow(start) {
        let end = min(rowEnd, start + UInt32.random(in: 1...5_000_000, using: &random))
        let rough = walking.bound(from: start, to: end)
        walking.load()
        let fine = walking.bound(from: start, to: end)
        var highest: UInt8 = 0
        walking.forEach(from: start, to: end) { number, impact in
          found.append(Posting(number: number, impact: impact))
          highest = max(highest, impact)
        }
        #expect(rough >= highest && fine >= highest)
        start = end
      }
      let isSame = found == list
      #expect(isSame)
    }
  }

  /// Finding many numbers at once finds the same as one by one: scattered and consecutive numbers.
  private func check(
    _ list: [Posting], _ asked: [UInt32], _ last: UInt32, _ cursor: () throws -> PostingCursor,
    _ random: inout SplitMix64
  ) throws {
    let start = UInt32.random(in: 0...last, using: &random)
    let wanted = Set(asked).union(start..<start + 700).sorted()
    let impacts = Dictionary(uniqueKeysWithValues: list.map { ($0.number, $0.impact) })
    let expected = wanted.compactMap { number in
      impacts[number].map { Posting(number: number, impact: $0) }
    }
    var among = try cursor()
    var found: [Posting] = []
    wanted.withUnsafeBufferPointer { wanted in
      among.forEach(among: wanted) { found.append(Posting(number: wanted[$0], impact: $1)) }
    }
    let isSame = found == expected
    #expect(isSame)
    var keeping = try cursor()
    var kept = wanted
    keeping.keep(&kept)
    let isKept = kept == expected.map(\.number)
    #expect(isKept)
    var scanning = try cursor()
    // A set is as long as its highest number.
    if last < 10_000_000 {
      let set = Bitmap(limit: Int(last) + 800, wanted)
      let isMarked = scanning.numbers(in: set) == expected.map(\.number)
      #expect(isMarked)
    }
    var all = try cursor()
    let isWhole = all.numbers() == list.map(\.number)
    #expect(isWhole)
  }

  @Test func `first numbers of a window are found one by one`() throws {
    var random = SplitMix64(seed: 4)
    let list = RandomPostings.list(3_000, gaps: 1...90, &random)
    var cursor = try #require(PostingCursor(rows: PostingRows(list)))
    var number: UInt32 = 0
    var found: [UInt32] = []
    while let end = cursor.seekRow(number) {
      if let next = cursor.peek(number, before: end) {
        found.append(next)
        number = next + 1
      } else {
        number = end
      }
    }
    #expect(found == list.map(\.number))
  }

  @Test func `damaged rows never lead astray`() {
    var random = SplitMix64(seed: 99)
    for round in 0..<400 {
      let (count, gaps) = RandomPostings.shapes[round % RandomPostings.shapes.count]
      var list = RandomPostings.list(min(count, 3_000), gaps: gaps, &random)
      if list.isEmpty { list = [Posting(number: 0, impact: 1)] }
      var rows = PostingLayout.rows(list)
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let row = Int.random(in: 0..<rows.count, using: &random)
        guard !rows[row].isEmpty else { continue }
        let byte = Int.random(in: 0..<rows[row].count, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: rows[row].removeSubrange(byte...)
        case 1: rows[row].append(contentsOf: [1, 2, 3])
        case 2, 3, 4: rows[row][min(byte, byte % 40)] = UInt8.random(in: 0...255, using: &random)
        default: rows[row][byte] ^= UInt8.random(in: 1...255, using: &random)
        }
      }
      let limit: UInt32 = 300_000
      func cursor() -> PostingCursor? { PostingCursor(rows: PostingRows(PassingRows(rows))) }
      guard var walking = cursor(), var seeking = cursor() else { continue }
      var start: UInt32 = 0
      while start < limit, let rowEnd = walking.seekRow(start) {
        let end = min(rowEnd, start + 4096)
        guard end > start else { break }
        _ = walking.bound(from: start, to: end)
        walking.load()
        walking.forEach(from: start, to: end) { number, _ in
          #expect(number >= start && number < end, "round \(round)")
        }
        start = end
      }
      var number: UInt32 = 0
      while number < limit, let posting = seeking.seek(number) {
        #expect(posting.number >= number, "round \(round)")
        guard posting.number < .max else { break }
        number = posting.number + 1
      }
      // Ranking and intersecting end, and find nothing outside the range.
      guard let first = cursor(), let second = cursor(), let third = cursor(),
        let fourth = cursor()
      else { continue }
      let groups = [
        TermGroup(members: [.init(first)], weight: 1000),
        TermGroup(members: [.init(second), .init(third, factor: 100)], weight: 500),
      ]
      var top = TopK(limit: 10)
      let search = MaxScore(groups: groups, accepted: .all, range: 0..<limit)
      search.run(into: &top)
      #expect(top.sorted.allSatisfy { $0.number < limit })
      let few = SortedIDs((0..<300 as Range<UInt32>).map { $0 * 3 + ($0 % 5 == 0 ? 1 : 0) })
      var best = TopK(limit: 10)
      let groupsAgain = [cursor(), cursor()].compactMap { $0 }
        .map { TermGroup(members: [.init($0)], weight: 3) }
      MaxScore(groups: groupsAgain, accepted: .few(few), range: 0..<limit).run(into: &best)
      #expect(best.sorted.allSatisfy { few.contains($0.number) })
      var sorted = few.ids
      var keeping = cursor()
      keeping?.keep(&sorted)
      #expect(sorted.allSatisfy { few.contains($0) })
      guard let fifth = PostingCursor(rows: PostingRows(list)) else { continue }
      var both = Intersection([fourth, fifth])
      var next: UInt32 = 0
      var rounds = 0
      while let number = both.next(next), number < .max, rounds < 100_000 {
        #expect(number >= next)
        next = number + 1
        rounds += 1
      }
      #expect(rounds < 100_000)
    }
  }
}
