import Ranking
import SeededRandom
import Testing

/// The best texts equal those of scoring every text, for any set of allowed texts in any form.
struct MaxScoreTests {
  /// Lists of one segment: the impact for each number.
  private static func lists(
    _ densities: [Double], limit: UInt32, _ random: inout SplitMix64
  ) -> [[Posting]] {
    densities.map { density in
      let list = (0..<limit).compactMap { number in
        Double.random(in: 0..<1, using: &random) < density
          ? Posting(number: number, impact: UInt8.random(in: 1...255, using: &random)) : nil
      }
      return list.isEmpty ? [Posting(number: limit / 2, impact: 9)] : list
    }
  }

  @Test(arguments: [0.00005, 0.001, 0.01, 0.1, 0.5, 1])
  func `few, many and all`(share: Double) throws {
    var random = SplitMix64(seed: UInt64(share * 1_000_000))
    let limit: UInt32 = 40_000
    for densities in [
      [0.3, 0.02], [0.001, 0.0004, 0.2], [0.9], [0.05, 0.05, 0.05, 0.0001],
      [0.6, 0.5, 0.4, 0.02, 0.3, 0.01, 0.2],
    ] {
      let lists = Self.lists(densities, limit: limit, &random)
      let groups = Self.groups(lists, &random)
      let documents = PassageMap(firstPassage: Array(stride(from: 0, through: limit, by: 4)))
      let kept = (0..<limit / 4).filter { _ in Double.random(in: 0..<1, using: &random) < share }
      let allowed = (0..<limit).filter { _ in Double.random(in: 0..<1, using: &random) < share }
      let others = Set(0..<limit).subtracting(allowed)
      let passages = kept.flatMap { $0 * 4..<$0 * 4 + 4 }
      var forms: [(AcceptedDocuments, [UInt32])] = [
        (.few(SortedIDs(allowed)), allowed),
        (.few(SortedIDs(passages)), passages),
        (.ids(Bitmap(limit: Int(limit), allowed)), allowed),
        (.documents(Bitmap(limit: Int(limit / 4), kept), documents), passages),
        (.except(Bitmap(limit: Int(limit), others)), allowed),
      ]
      if share == 1 { forms.append((.all, Array(0..<limit))) }
      for (form, allowed) in forms {
        for count in [1, 10, 500] {
          var top = TopK(limit: count)
          let ranked = try groups.map { try $0.opened() }
          MaxScore(groups: ranked, accepted: form, range: 0..<limit).run(into: &top)
          let expected = Self.plain(groups, allowed, count)
          #expect(top.sorted == expected, "\(densities), \(count) best")
        }
      }
    }
  }

  /// A group of lists, each with its weight in 256ths.
  private struct PlainGroup {
    var lists: [(list: [Posting], factor: UInt32)]
    var weight: UInt32

    func opened() throws -> TermGroup {
      let members = try lists.map { list, factor in
        TermGroup.Member(
          try #require(PostingCursor(rows: PostingRows(list))), factor: factor)
      }
      return TermGroup(members: members, weight: weight)
    }
  }

  /// The lists in groups of one to three; the first of each has full weight, and the others less.
  private static func groups(
    _ lists: [[Posting]], _ random: inout SplitMix64
  ) -> [PlainGroup] {
    var groups: [PlainGroup] = []
    for list in lists {
      let factor = [179, 128, 100, 1].randomElement(using: &random) ?? 179
      if let last = groups.indices.last, groups[last].lists.count < 3,
        Bool.random(using: &random)
      {
        groups[last].lists.append((list, UInt32(factor)))
      } else {
        groups.append(
          PlainGroup(lists: [(list, 256)], weight: UInt32.random(in: 1...9000, using: &random)))
      }
    }
    return groups
  }

  /// The best texts, found by scoring all of them.
  private static func plain(_ groups: [PlainGroup], _ allowed: [UInt32], _ count: Int) -> [Scored] {
    var scores: [UInt32: UInt32] = [:]
    for group in groups {
      var best: [UInt32: UInt32] = [:]
      for (list, factor) in group.lists {
        for posting in list {
          let impact = (Double(posting.impact) * Double(factor) / 256).rounded(.up)
          best[posting.number] = max(best[posting.number] ?? 0, UInt32(impact))
        }
      }
      for (number, impact) in best { scores[number, default: 0] += impact * group.weight }
    }
    return allowed.compactMap { number in
      scores[number].map { Scored(number: number, score: $0) }
    }
    .sorted { ($1.score, $0.number) < ($0.score, $1.number) }
    .prefix(count).map { $0 }
  }

  /// The highest possible number in the directory of rows and at the end of blocks: nothing after
  /// it may be read, and the search for it must end.
  @Test func `lists that end at no number`() throws {
    var random = SplitMix64(seed: 9)
    let list = RandomPostings.list(20_000, gaps: 1...2, &random)
    let sound = PostingLayout.rows(list)
    let highest: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
    let head = PostingLayout.headSize
    let entries = head + sound.count * PostingLayout.rowEntrySize
    for place in [
      head, head + PostingLayout.rowEntrySize, entries + 4, entries + 4 + PostingLayout.entrySize,
    ] {
      var rows = sound
      rows[0].replaceSubrange(place..<place + 4, with: highest)
      var second = sound
      second[1] = Array(second[1].prefix(9))
      for rows in [rows, second] {
        for others in 0...1 {
          // Some damage is detected at once.
          guard let cursor = PostingCursor(rows: PostingRows(PassingRows(rows))) else { break }
          let other = try #require(PostingCursor(rows: PostingRows(list)))
          var top = TopK(limit: 10)
          let groups = [cursor, other].prefix(1 + others)
            .map { TermGroup(members: [.init($0)], weight: 5) }
          MaxScore(groups: groups, accepted: .all, range: 0..<60_000).run(into: &top)
          #expect(!top.isEmpty)
        }
      }
    }
  }
}
