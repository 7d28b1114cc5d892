import Query
import Ranking

/// Chooses the passages to show for a document.
struct PassageChooser {
  let reader: IndexReader
  let matcher: PatternMatcher
  /// The plan that passages are ranked by.
  let plan: QueryPlan

  private var snapshot: IndexSnapshot { reader.snapshot }

  /// The best matching passages of a document, best first; its first passage if none matches.
  ///
  /// Back matter (references, funding, disclosures) comes after all other matching passages.
  ///
  /// - Parameter limit: maximum number, at least 1.
  func passages(of document: UInt32, limit: Int) throws -> [UInt32] {
    let range = try snapshot.passageMap().passages(of: document)
    guard range.count > 1, !plan.scored.isEmpty else { return [range.lowerBound] }
    let best = try ranked(document, limit: limit).map(\.number)
    if best.isEmpty { return [range.lowerBound] }
    guard try best.contains(where: isBackMatter) else { return best }
    return try scoredPassages(of: document).prefix(limit).map(\.number)
  }

  /// All matching passages of a document with their scores, back matter last.
  func scoredPassages(of document: UInt32) throws -> [Scored] {
    let count = try snapshot.passageMap().passages(of: document).count
    let parts = try ranked(document, limit: count).map {
      (passage: $0, isBackMatter: try isBackMatter($0.number))
    }
    return parts.filter { !$0.isBackMatter }.map(\.passage)
      + parts.filter(\.isBackMatter).map(\.passage)
  }

  private func ranked(_ document: UInt32, limit: Int) throws -> [Scored] {
    var inside = Bitmap(limit: snapshot.documentLimit)
    inside.insert(document)
    let ranker = FirstStageRanker(matcher: matcher, snapshot: snapshot, unit: .passage)
    return try ranker.rank(plan, within: inside, limit: limit).ranking.best
  }

  /// Whether a passage is part of the back matter.
  func isBackMatter(_ passage: UInt32) throws -> Bool {
    try reader.hits.location(passage)?.isBackMatter ?? false
  }
}
