import Query
import Ranking

/// The data that rankings by the index file and by another storage share: the accepted texts and
/// the weights of terms.
struct RankingBasis {
  /// If fewer than one in this many documents is accepted, only their passages are scored.
  private static let fewDocuments = 24

  let matcher: PatternMatcher
  let snapshot: IndexSnapshot
  let unit: SearchRequest.Unit

  /// Whether a plan is a single phrase or proximity that passages are ranked by.
  func isRankedAsPhrase(_ plan: QueryPlan) -> Bool {
    guard unit == .passage, plan.scored.count == 1, plan.scored[0].members.count == 1 else {
      return false
    }
    switch plan.scored[0].members[0].pattern {
    case .phrase, .near: return true
    default: return false
    }
  }

  /// The idf of a phrase is the sum of the idfs of its words.
  func phraseIDF(_ terms: [String]) throws -> Double {
    let total = Double(snapshot.count(unit))
    return try terms.reduce(0) { sum, term in
      let count = try matcher.count(.term(term), unit)
      return sum + InverseDocumentFrequency.value(count: Double(count), total: total)
    }
  }

  /// The weight of the only term of a plan that is ranked as a phrase; `nil` for other plans.
  func phraseWeights(_ plan: QueryPlan) throws -> TermWeights? {
    guard isRankedAsPhrase(plan), let words = plan.scored[0].members[0].pattern.words else {
      return nil
    }
    let idf = try phraseIDF(words)
    return TermWeights(idf: [idf], found: [0], scale: InverseDocumentFrequency.scale([idf]))
  }

  /// The weights of the scored terms of a plan: one per term, from the union of its members.
  ///
  /// - Parameter union: the expected number of texts that match a term, by the term's index.
  func weights(_ plan: QueryPlan, union: (Int) throws -> Double) throws -> TermWeights {
    let total = Double(snapshot.count(unit))
    var idf: [Double] = []
    var found: [Int] = []
    idf.reserveCapacity(plan.scored.count)
    found.reserveCapacity(plan.scored.count)
    for (index, term) in plan.scored.enumerated() {
      if let words = term.singlePhrase {
        idf.append(try phraseIDF(words) * term.weight)
        found.append(0)
        continue
      }
      let count = try union(index)
      found.append(Int(count.rounded()))
      let value = InverseDocumentFrequency.value(count: count, total: total)
      idf.append(term.isFilter ? 0 : value * term.weight)
    }
    return TermWeights(idf: idf, found: found, scale: InverseDocumentFrequency.scale(idf))
  }

  /// The accepted texts, in a form that suits their number, without deleted texts.
  func allowed(_ documents: Bitmap?) throws -> AcceptedDocuments {
    guard var documents else {
      return try snapshot.deletedInLists(unit).map { .except($0) } ?? .all
    }
    let deleted = snapshot.deletedInLists
    var few = documents.numbers(atMost: snapshot.documentLimit / Self.fewDocuments)
    if let deleted {
      few?.removeAll(where: deleted.contains)
      if few == nil { documents.subtract(deleted) }
    }
    guard unit == .passage else {
      return few.map { .few(SortedIDs($0)) } ?? .ids(documents)
    }
    let map = try snapshot.passageMap()
    guard let few else { return .documents(documents, map) }
    var passages: [UInt32] = []
    passages.reserveCapacity(few.count * 4)
    for document in few {
      for passage in map.passages(of: document) { passages.append(passage) }
    }
    return .few(SortedIDs(passages))
  }

  /// The ranking of the texts in the lists of each segment.
  func rank(
    _ lists: OpenLists, _ weights: TermWeights, _ accepted: AcceptedDocuments, _ top: inout TopK
  ) -> RankedTexts {
    for (segment, terms) in zip(snapshot.segments, lists) {
      var groups: [TermGroup] = []
      groups.reserveCapacity(terms.count)
      for (index, members) in terms.enumerated() where !members.isEmpty {
        groups.append(TermGroup(members: members, weight: weights.weight(index)))
      }
      if groups.isEmpty { continue }
      MaxScore(groups: groups, accepted: accepted, range: snapshot.range(segment, unit))
        .run(into: &top)
    }
    return RankedTexts(best: top.sorted, scale: weights.scale * 255, weights: weights)
  }
}
