import Literature
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
    var best = try ranked(document, limit: limit)
    if best.isEmpty { return [range.lowerBound] }
    guard try best.contains(where: isBackMatter) else { return best }
    best = try ranked(document, limit: range.count)
    let parts = try best.map { (passage: $0, isBackMatter: try isBackMatter($0)) }
    let ordered = parts.filter { !$0.isBackMatter } + parts.filter(\.isBackMatter)
    return ordered.prefix(limit).map(\.passage)
  }

  private func ranked(_ document: UInt32, limit: Int) throws -> [UInt32] {
    var inside = Bitmap(limit: snapshot.documentLimit)
    inside.insert(document)
    let ranker = FirstStageRanker(matcher: matcher, snapshot: snapshot, unit: .passage)
    return try ranker.rank(plan, within: inside, limit: limit).ranking.best.map(\.number)
  }

  private func isBackMatter(_ passage: UInt32) throws -> Bool {
    guard let location = try reader.hits.location(passage),
      let section = try reader.hits.section(location.section, of: location.document)
    else { return false }
    return BackMatter.contains(heading: section.heading, kind: section.kind)
  }
}
