import Query
import Ranking

/// Ranks the texts of a storage that finds the best matches itself.
///
/// The storage only finds candidates: it does not round weights as the index file does, and it adds
/// the weights of all members of a group, although only the heaviest should count. Their exact
/// scores are computed here from the impacts of their terms, by the code that ranks the index file.
/// If another text could still be among the best, more candidates are requested. So scores and
/// their order are those of the index file.
struct ShardRanker {
  let basis: RankingBasis
  let storage: any PostingStorage

  /// Rankings of more texts read whole lists instead.
  private static let mostTexts = 1000
  private static let mostCandidates = 2000
  /// Up to this many documents are looked up without a search for candidates.
  private static let fewDocuments = 256
  /// The number of candidates that are requested in addition to the wanted texts.
  private static let spare = 25

  var unit: SearchRequest.Unit { basis.unit }
  var snapshot: IndexSnapshot { basis.snapshot }
  private var patterns: ShardPatterns { basis.matcher.shardPatterns }

  /// A member of a scored term of a plan.
  struct Member {
    var group: Int
    var index: Int
    var pattern: Pattern
    var factor: UInt32
    /// Matches all texts that the pattern matches, and perhaps others.
    var expression: ShardExpression
    /// The documents that the pattern does not match, although the expression does.
    var excluded = SortedIDs([])
  }

  /// The ranking, and the lists of the candidates; `nil` if whole lists must be read.
  func rank(
    _ plan: QueryPlan, within documents: Bitmap?, limit: Int
  ) throws -> (ranking: RankedTexts, lists: OpenLists)? {
    guard limit <= Self.mostTexts, let members = try members(plan) else { return nil }
    let weights = try weights(plan)
    let limits = try basis.allowed(documents)
    if let few = documents?.numbers(atMost: Self.fewDocuments) {
      let matches = try matches(plan, members, in: few)
      return try rank(plan, members, matches, weights, limits, limit)
    }
    let slack = slack(plan, members, weights)
    let narrowing = documents.flatMap { storage.narrowing(to: $0) }
    let filter = filter(narrowing)
    var wanted = limit + max(Self.spare, limit / 4)
    if let documents, narrowing == nil || unit == .passage && narrowing?.condition != nil {
      let share = Double(documents.count) / Double(max(1, snapshot.documentCount))
      wanted = Int(Double(wanted) * 1.2 / max(share, 0.01)) + Self.spare
    }
    while wanted <= Self.mostCandidates {
      let found = try storage.top(
        groups(plan, members, weights), filter: filter, limit: wanted, unit)
      let matches = try matches(members, in: found)
      let ranked = try rank(plan, members, matches, weights, limits, limit)
      if found.count < wanted { return ranked }
      // The highest score that a text can have if it was not found.
      let rest = (found.last?.score ?? 0) + slack
      if ranked.ranking.best.count == limit, let last = ranked.ranking.best.last {
        let score = Double(last.score)
        // Texts of equal scores come in another order from each shard.
        if score > rest { return ranked }
      }
      wanted *= 3
    }
    return nil
  }

  /// Looks up the matching passages of some documents for later rankings and counts.
  func lookUp(_ plan: QueryPlan, of documents: [UInt32]) throws {
    guard !plan.scored.isEmpty, let members = try members(plan) else { return }
    basis.matcher.lists.lookedUp = LookedUpMatches(
      scored: plan.scored, documents: Set(documents),
      matches: try found(members, in: documents))
  }

  /// Announces ``lookUp(_:of:)``.
  func expectLookUp(_ plan: QueryPlan, of documents: [UInt32]) throws {
    guard !plan.scored.isEmpty, !documents.isEmpty, let members = try members(plan) else { return }
    if let passages = try passages(members, of: documents) {
      storage.expectTerms(of: passages)
      return
    }
    let (expressions, filter) = weightsRequest(members, in: documents)
    storage.expectWeights(of: expressions, filter: filter)
  }

  // MARK: Members

  private func members(_ plan: QueryPlan) throws -> [Member]? {
    var members: [Member] = []
    for (group, term) in plan.scored.enumerated() {
      for (index, member) in term.members.enumerated() {
        var expression: ShardExpression?
        var excluded = SortedIDs([])
        if case .abbreviation(let term, let sense) = member.pattern {
          expression = .term(ShardTerm.word(term, unit))
          excluded = try basis.matcher.abbreviations.documents(
            defining: term, otherThan: sense)
        } else {
          expression = try patterns.expression(member.pattern, unit)
        }
        guard let expression else { return nil }
        members.append(
          Member(
            group: group, index: index, pattern: member.pattern,
            factor: member.factor, expression: expression,
            excluded: excluded))
      }
    }
    return members
  }

  /// Removes the weights of members in documents that they do not match.
  func exclude(
    _ members: [Member], from matches: inout [(number: UInt32, weights: [UInt32])]
  ) throws {
    if members.allSatisfy(\.excluded.isEmpty) { return }
    let map = try snapshot.passageMap()
    for (index, member) in members.enumerated() where !member.excluded.isEmpty {
      for place in matches.indices {
        let number = matches[place].number
        let document = map.document(of: number, unit)
        if member.excluded.contains(document) { matches[place].weights[index] = 0 }
      }
    }
  }

  /// The groups, with factors that make the sums of the storage equal to the scores, except for
  /// rounding and for groups with several matching members: a sum is never below the score minus
  /// ``slack(_:_:_:)``.
  private func groups(
    _ plan: QueryPlan, _ members: [Member], _ weights: TermWeights
  ) -> [[ShardMember]] {
    var groups = [[ShardMember]](repeating: [], count: plan.scored.count)
    for member in members {
      let factor = Double(member.factor) / Double(256 * ShardPatterns.count(member.pattern))
      groups[member.group].append(
        ShardMember(
          expression: member.expression, factor: Double(weights.weight(member.group)) * factor))
    }
    return groups
  }

  /// The most by which an exact score can be above the sum of the storage.
  private func slack(
    _ plan: QueryPlan, _ members: [Member], _ weights: TermWeights
  ) -> Double {
    var most = [Double](repeating: 0, count: plan.scored.count)
    for member in members {
      // A mean of impacts is rounded, and an impact times a factor is rounded up.
      let share = Double(member.factor) / 256
      let rounding =
        (ShardPatterns.count(member.pattern) > 1 ? share / 2 : 0) + (member.factor == 256 ? 0 : 1)
      most[member.group] = max(most[member.group], rounding)
    }
    return most.indices.reduce(0) { $0 + most[$1] * Double(weights.weight($1)) }
  }

  // MARK: Scores

  /// Ranks candidates by the weights of the members in them.
  private func rank(
    _ plan: QueryPlan, _ members: [Member], _ matches: [(number: UInt32, weights: [UInt32])],
    _ weights: TermWeights, _ limits: AcceptedDocuments, _ limit: Int
  ) throws -> (ranking: RankedTexts, lists: OpenLists) {
    let matches = matches.sorted { $0.number < $1.number }
    let opened = snapshot.segments.map { segment in
      let range = snapshot.range(segment, unit)
      return lists(plan, members, matches.filter { range.contains($0.number) })
    }
    var top = TopK(limit: limit)
    var ranking = basis.rank(opened, weights, limits, &top)
    if basis.isRankedAsPhrase(plan) { ranking.weights = nil }
    return (ranking, opened)
  }

  /// The lists of a segment: of each scored term, those of its members that are not empty.
  private func lists(
    _ plan: QueryPlan, _ members: [Member], _ matches: [(number: UInt32, weights: [UInt32])]
  ) -> [[TermGroup.Member]] {
    var lists = [[TermGroup.Member]](repeating: [], count: plan.scored.count)
    for (index, member) in members.enumerated() {
      var postings: [Posting] = []
      for match in matches where match.weights[index] > 0 {
        postings.append(
          Posting(
            number: match.number,
            impact: ShardPatterns.impact(match.weights[index], of: member.pattern)))
      }
      guard !postings.isEmpty, let cursor = PostingCursor(rows: PostingRows(postings)) else {
        continue
      }
      lists[member.group].append(
        TermGroup.Member(cursor, factor: member.factor, index: member.index))
    }
    return lists
  }

  /// The same weights as ``FirstStageRanker/weights(_:_:)``, from counts.
  private func weights(_ plan: QueryPlan) throws -> TermWeights {
    if let weights = try basis.phraseWeights(plan) { return weights }
    let total = Double(snapshot.count(unit))
    return try basis.weights(plan) { index in
      var counts: [Double] = []
      for member in plan.scored[index].members where TermGroup.isHeavy(member.factor) {
        for pattern in try basis.matcher.parts(member.pattern) {
          let count = try basis.matcher.count(pattern, unit)
          if count > 0 { counts.append(Double(count)) }
        }
      }
      return InverseDocumentFrequency.union(counts, total: total)
    }
  }
}
