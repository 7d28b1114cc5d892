import Answers
import Literature
import Query
import Ranking

/// Fetches the contents of hits: record, passages, highlights, explanation.
struct HitBuilder {
  let reader: IndexReader
  let forms: WordForms
  let matcher: PatternMatcher
  let request: SearchRequest
  let prepared: PreparedSearch

  private var snapshot: IndexSnapshot { reader.snapshot }

  /// The hits of a page, in order.
  ///
  /// - Parameter plan: the plan that found the texts, if it is not the plan of the query.
  func hits(_ ranking: RankedTexts, foundBy plan: QueryPlan? = nil) throws -> [Hit] {
    let abbreviations = matcher.abbreviations
    let highlighters = PlanHighlighter(
      analyzer: reader.analyzer, plan: prepared.plan, abbreviations: abbreviations)
    let fields = MatchedFields(
      reader: reader, plan: prepared.plan, abbreviations: abbreviations)
    let chooser = PassageChooser(reader: reader, matcher: matcher, plan: plan ?? prepared.plan)
    try load(ranking, plan ?? prepared.plan)
    let passages = try ranking.best.map { scored in
      request.unit == .passage
        ? [scored.number]
        : try chooser.passages(of: scored.number, limit: max(1, request.passages))
    }
    let matching = try matching(ranking)
    var hits: [Hit] = []
    for (index, scored) in ranking.best.enumerated() {
      guard let first = passages[index].first, let location = try reader.hits.location(first),
        let (document, section) = try reader.hits.document(
          location.document, section: location.section)
      else { continue }
      let highlighter = try highlighters.highlighter(for: location.document)
      var best = try passage(location, section, of: document, highlighter)
      var others = Array(passages[index].dropFirst())
      if request.unit == .document, best.matchesOnlyTitle,
        let found = try better(of: scored.number, chooser, document, highlighter)
      {
        best = found.passage
        others = Array(passages[index].filter { $0 != found.number }.prefix(others.count))
      }
      var hit = Hit(
        rank: request.offset + index + 1, score: Double(scored.score) / ranking.scale,
        document: document, passage: best)
      hit.morePassages = try others.compactMap { number in
        try passage(number, of: document, highlighter)
      }
      hit.moreInDocument = max(0, matching[index] - 1)
      if hit.passage.highlights.isEmpty {
        hit.matchedFields = try fields.matches(location.document)
      }
      if request.citations, let record = try reader.record(number: location.document) {
        hit.citation =
          request.citationStyle.map { Citation(record, style: $0).text } ?? Citation(record).text
      }
      if request.explain {
        hit.explanation = try explanation(scored, ranking, location.document)
      }
      hits.append(hit)
    }
    return hits
  }

  /// Reads what the hits need from a storage at once.
  private func load(_ ranking: RankedTexts, _ plan: QueryPlan) throws {
    guard let storage = reader.storage else { return }
    let map = try snapshot.passageMap()
    let documents = Set(ranking.best.map { map.document(of: $0.number, request.unit) })
    let ranker = ShardRanker(
      basis: RankingBasis(matcher: matcher, snapshot: snapshot, unit: .passage),
      storage: storage)
    try ranker.expectLookUp(plan, of: documents.sorted())
    try storage.load(documents: documents.sorted())
    try ranker.lookUp(plan, of: documents.sorted())
  }

  /// Number of matching passages in the document of each text.
  private func matching(_ ranking: RankedTexts) throws -> [Int] {
    let map = try snapshot.passageMap()
    let ranges = ranking.best.map {
      map.passages(of: map.document(of: $0.number, request.unit))
    }
    if prepared.plan.scored.isEmpty { return ranges.map(\.count) }
    return try MatchCounter(matcher: matcher, snapshot: snapshot).count(in: ranges, prepared)
  }

  /// The explanation of a hit's score and of its document's facets.
  private func explanation(
    _ scored: Scored, _ ranking: RankedTexts, _ document: Int
  ) throws -> Explanation {
    let plan = prepared.plan
    let explainer = Explainer(
      matcher: matcher, snapshot: snapshot, plan: plan,
      applied: try plan.redefined(by: UInt32(clamping: document), matcher.abbreviations) ?? plan,
      unit: request.unit,
      closeWords: reader.embeddings.map { CloseWords(reader: reader, forms: forms, table: $0) })
    var explanation = try explainer.explain(scored, ranking)
    explanation.facets = FacetEvidence(try reader.document(number: document)?.facets ?? Facets())
    return explanation
  }

  /// Maximum number of passages that are examined to find one with matches.
  private static let mostTried = 20
  /// The minimum number of words in a passage with content.
  ///
  /// A signature, for example, is shorter.
  private static let leastWords = 12

  /// The passage to show of a document whose best passage matches only by its title: the best one
  /// with matches of its own, otherwise the first that is not too short.
  ///
  /// Among passages that match only by the title, the shortest scores best.
  private func better(
    of number: UInt32, _ chooser: PassageChooser, _ document: HitDocument,
    _ highlighter: Highlighter
  ) throws -> (number: UInt32, passage: HitPassage)? {
    var first: (number: UInt32, passage: HitPassage)?
    for scored in try chooser.scoredPassages(of: number).prefix(Self.mostTried) {
      guard try !chooser.isBackMatter(scored.number),
        let tried = try passage(scored.number, of: document, highlighter)
      else { continue }
      if !tried.matchesOnlyTitle { return (scored.number, tried) }
      let isLong = tried.text.split(whereSeparator: \.isWhitespace).count >= Self.leastWords
      if isLong, scored.number < first?.number ?? .max { first = (scored.number, tried) }
    }
    return first
  }

  /// A passage, by its number.
  private func passage(
    _ number: UInt32, of document: HitDocument, _ highlighter: Highlighter
  ) throws -> HitPassage? {
    guard let location = try reader.hits.location(number) else { return nil }
    let section = try reader.hits.section(location.section, of: location.document)
    return try passage(location, section, of: document, highlighter)
  }

  /// A passage, with the matches in it and in the title of its document.
  private func passage(
    _ location: HitFields.Location, _ section: Section?, of document: HitDocument,
    _ highlighter: Highlighter
  ) throws -> HitPassage {
    let heading = section?.heading ?? ""
    let text =
      try reader.texts.slice(
        document: location.document, block: location.block, bytes: location.bytes) ?? ""
    return HitPassage(
      section: heading, text: text, start: location.scalars.lowerBound,
      end: location.scalars.upperBound, page: location.page,
      highlights: highlighter.highlights(title: document.title, section: heading, text: text))
  }
}
