import Query
import Ranking

/// Ranks the texts of an index for a plan, using only posting lists.
struct FirstStageRanker {
  let matcher: PatternMatcher
  let snapshot: IndexSnapshot
  let unit: SearchRequest.Unit

  private var basis: RankingBasis {
    RankingBasis(matcher: matcher, snapshot: snapshot, unit: unit)
  }

  /// Ranks by the scored terms.
  ///
  /// - Parameter documents: the documents that may be found; `nil` for all.
  /// - Returns: the ranking and the lists it was computed from, with cursors at their start.
  func rank(
    _ plan: QueryPlan, within documents: Bitmap?, limit: Int
  ) throws -> (ranking: RankedTexts, lists: OpenLists) {
    guard !plan.scored.isEmpty, limit > 0, !snapshot.segments.isEmpty else {
      return (RankedTexts(best: [], scale: 1), [])
    }
    if let storage = matcher.lists.storage,
      let found = try ShardRanker(basis: basis, storage: storage)
        .rank(plan, within: documents, limit: limit)
    {
      return found
    }
    let limits = try basis.allowed(documents)
    var top = TopK(limit: limit)
    if let ranking = try rankPhrase(plan, limits, &top) { return (ranking, []) }
    // Lists of all segments are opened first, because weights need their sizes.
    let opened = try snapshot.segments.map { try open(plan, $0, within: documents) }
    let weights = try weights(plan, opened)
    // The number of deleted texts in lists of a storage is not known.
    if documents == nil, matcher.lists.storage == nil || snapshot.deletedInLists == nil {
      top = TopK(limit: limit, floor: try floor(plan, opened, weights, limit))
    }
    return (basis.rank(opened, weights, limits, &top), opened)
  }

  /// Ranks a single phrase or proximity: the positions of a phrase are checked only in passages
  /// that could be among the best.
  private func rankPhrase(
    _ plan: QueryPlan, _ allowed: AcceptedDocuments, _ top: inout TopK
  ) throws -> RankedTexts? {
    guard let weights = try basis.phraseWeights(plan) else { return nil }
    let weight = weights.weight(0)
    let pattern = plan.scored[0].members[0].pattern
    for segment in snapshot.segments {
      if case .near = pattern {
        // Its list is needed to count the matches.
        for var cursor in try matcher.cursors(pattern, .passage, segment) {
          cursor.forEach(in: segment.passages) { posting in
            let score = weight &* UInt32(posting.impact)
            if score > top.threshold, allowed.contains(posting.number) {
              top.offer(posting.number, score)
            }
          }
        }
      } else if let words = pattern.words,
        var phrase = try matcher.termLists.phrase(words, .inOrder, segment)
      {
        phrase.run(weight: weight, accepted: allowed, range: segment.passages, into: &top)
      }
    }
    return RankedTexts(best: top.sorted, scale: weights.scale * 255)
  }

  /// A lower bound on the score of the best `limit` texts, from the best single list.
  ///
  /// With such a bound, a traversal can skip texts from the start (Petri, Moffat, Mackenzie,
  /// Culpepper and Beck, *Accelerated query processing via similarity score prediction*, 2019). If
  /// a list contains deleted texts, that many more texts must reach the impact.
  private func floor(
    _ plan: QueryPlan, _ opened: OpenLists, _ weights: TermWeights, _ limit: Int
  ) throws -> UInt32 {
    var floor: UInt32 = 0
    for index in plan.scored.indices {
      let deleted = try deletedCounts(plan, index)
      for segment in opened {
        for member in segment[index] {
          // A limit can be any number, and the sum could overflow.
          let rank =
            min(limit, Int(UInt32.max)) + (deleted.isEmpty ? 0 : deleted[member.index])
          let impact = TermGroup.scaled(
            UInt32(member.cursor.impact(atRank: rank)), member.factor)
          floor = max(floor, weights.weight(index) * impact)
        }
      }
    }
    return floor > 0 ? floor - 1 : 0
  }

  // MARK: Lists and weights

  /// The members of every scored term of a plan in a segment.
  ///
  /// - Parameter documents: the documents that may be found; `nil` for all.
  func open(
    _ plan: QueryPlan, _ segment: SegmentStatistics, within documents: Bitmap? = nil
  ) throws -> [[TermGroup.Member]] {
    try plan.scored.map { term in
      guard let documents, term.singlePhrase != nil else {
        return try members(term, segment, matcher)
      }
      // The weight of a single phrase does not depend on the length of its list.
      return try members(term, segment, matcher.scoped(to: documents))
    }
  }

  /// The members of a term in a segment.
  private func members(
    _ term: PlannedTerm, _ segment: SegmentStatistics, _ matcher: PatternMatcher
  ) throws -> [TermGroup.Member] {
    var index = 0
    var opened: [TermGroup.Member] = []
    opened.reserveCapacity(term.members.count)
    for member in term.members {
      for pattern in try matcher.parts(member.pattern) {
        for cursor in try matcher.cursors(pattern, unit, segment) {
          opened.append(TermGroup.Member(cursor, factor: member.factor, index: index))
        }
        index += 1
      }
    }
    return opened
  }

  /// The weights of the scored terms, from the sizes of the lists.
  func weights(_ plan: QueryPlan, _ opened: OpenLists) throws -> TermWeights {
    let total = Double(snapshot.count(unit))
    return try basis.weights(plan) { try union(plan, opened, $0, total: total) }
  }

  /// The expected size of the union of a term's lists over all segments.
  private func union(
    _ plan: QueryPlan, _ opened: OpenLists, _ index: Int, total: Double
  ) throws -> Double {
    // Most terms have one list in a segment, and no list contains deleted texts.
    if snapshot.deletedInLists == nil,
      opened.allSatisfy({ $0[index].count < 2 && $0[index].allSatisfy(\.isFirst) })
    {
      var count = 0.0
      for segment in opened {
        for member in segment[index] { count += Double(member.cursor.count) }
      }
      return count
    }
    // Members with a lower weight do not lower the idf of the typed word.
    let counts = try count(plan, opened, index).enumerated().filter { member, _ in
      opened.contains { $0[index].contains { $0.index == member && $0.isHeavy } }
    }
    return InverseDocumentFrequency.union(counts.map(\.element), total: total)
  }

  /// The size of each member's list over all segments, without deleted texts.
  private func count(
    _ plan: QueryPlan, _ opened: OpenLists, _ index: Int
  ) throws -> [Double] {
    let width = opened.reduce(0) { max($0, ($1[index].last?.index ?? -1) + 1) }
    var counts = [Double](repeating: 0, count: width)
    for segment in opened {
      for member in segment[index] { counts[member.index] += Double(member.cursor.count) }
    }
    for (member, deleted) in try deletedCounts(plan, index).prefix(width).enumerated() {
      counts[member] = max(0, counts[member] - Double(deleted))
    }
    return counts
  }

  /// The number of deleted texts in the lists of each member; empty if no list contains any.
  private func deletedCounts(_ plan: QueryPlan, _ index: Int) throws -> [Int] {
    if snapshot.deletedInLists == nil { return [] }
    var counts: [Int] = []
    for member in plan.scored[index].members {
      for part in try matcher.parts(member.pattern) {
        counts.append(try matcher.deletedCount(part, unit))
      }
    }
    return counts
  }
}

extension TermGroup.Member {
  /// Whether the member counts for the idf of its group.
  fileprivate var isHeavy: Bool { TermGroup.isHeavy(factor) }

  /// Whether the member is the only list that counts if its group has no other.
  fileprivate var isFirst: Bool { index == 0 && isHeavy }
}
