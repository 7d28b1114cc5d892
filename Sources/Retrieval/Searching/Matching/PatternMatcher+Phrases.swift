import Query
import Ranking

/// Makes the postings of phrases, proximities and positional queries.
extension PatternMatcher {
  /// The postings of a phrase or proximity; those of documents are made from those of passages,
  /// which are looked for once in a query.
  func phrase(
    _ pattern: Pattern, _ terms: [String], _ shape: PhraseMatcher.Shape,
    _ unit: SearchRequest.Unit, _ segment: SegmentStatistics, in scope: Bitmap?
  ) throws -> [Posting] {
    var found: [Posting] = []
    if unit == .document {
      var matcher = self
      matcher.isScoped = scope != nil
      for var cursor in try matcher.cursors(pattern, .passage, segment) {
        cursor.forEach(in: segment.passages) { found.append($0) }
      }
    } else if case .near(let distance) = shape {
      found = try near(distance, terms, segment, in: scope)
    } else {
      found = try withinPassages(terms, shape, segment, in: scope)
    }
    return try list(found, terms, unit, segment)
  }

  /// The passages that contain all of a phrase or proximity.
  private func withinPassages(
    _ terms: [String], _ shape: PhraseMatcher.Shape, _ segment: SegmentStatistics,
    in scope: Bitmap?
  ) throws -> [Posting] {
    var found: [Posting] = []
    guard var phrase = try termLists.phrase(terms, shape, segment) else { return found }
    let accepted = try scope.map { AcceptedDocuments.documents($0, try snapshot.passageMap()) }
    phrase.forEach(in: segment.passages, accepted: accepted ?? .all) {
      found.append(Posting(number: $0, impact: $1))
    }
    return found
  }

  /// The passages in which a proximity of words begins; it can end in a later passage.
  private func near(
    _ distance: Int, _ terms: [String], _ segment: SegmentStatistics, in scope: Bitmap?
  ) throws -> [Posting] {
    var found =
      try shardNear(distance, terms, segment)
      ?? withinPassages(terms, .near(distance), segment, in: scope)
    let query = PositionalQuery.near(
      distance: distance, isOrdered: false, terms.map { .phrase([$0]) })
    guard let boundaries = try BoundaryMatcher(query, .all, termLists, segment) else {
      return found
    }
    let known = Bitmap(limit: Int(segment.passages.upperBound), found.map(\.number))
    let others = try boundaries.passages(besides: known, in: scope)
    if others.isEmpty { return found }
    var cursors = try terms.flatMap { try self.cursors(.term($0), .passage, segment) }
    others.forEach {
      found.append(Posting(number: $0, impact: cursors.meanImpact(of: $0)))
    }
    return found.sorted { $0.number < $1.number }
  }

  /// The passages found, or their documents.
  func list(
    _ found: [Posting], _ terms: [String], _ unit: SearchRequest.Unit, _ segment: SegmentStatistics
  ) throws -> [Posting] {
    if found.isEmpty { return found }
    let map = try snapshot.passageMap()
    let deleted = snapshot.deletedInLists
    let found =
      deleted.map { deleted in
        found.filter { !deleted.contains(map.document(of: $0.number)) }
      } ?? found
    if unit == .passage { return found }
    var cursors = try terms.flatMap { try self.cursors(.term($0), .document, segment) }
    var documents: [Posting] = []
    for passage in found {
      let document = map.document(of: passage.number)
      if documents.last?.number == document { continue }
      documents.append(Posting(number: document, impact: cursors.meanImpact(of: document)))
    }
    return documents
  }

  /// The passages that satisfy a positional query, by number.
  func passages(
    _ query: FieldedQuery, _ segment: SegmentStatistics
  ) throws -> [Posting] {
    if let heading = query.heading { return try passages(with: heading, query, segment) }
    if let stored = try shardPassages(query, segment) {
      return stored.map { Posting(number: $0, impact: Self.middleImpact) }
    }
    let matcher = PositionalMatcher(lists: termLists, segment: segment, fields: query.fields)
    var found = try matcher.passages(query.query)
    if query.field == .abstract {
      let abstracts = try snapshot.abstracts()
      found = found.filtered(abstracts.contains)
    }
    return found.numbers.map { Posting(number: $0, impact: Self.middleImpact) }
  }

  /// The first passages of the documents with a heading: those that have the keywords.
  private func passages(
    with heading: [String], _ query: FieldedQuery, _ segment: SegmentStatistics
  ) throws -> [Posting] {
    let documents = try members(of: .positional(query, terms: []), segment) {
      try snapshot.documents(withHeading: heading)
    }
    let map = try snapshot.passageMap()
    return documents.filter { snapshot.deleted?.contains($0) != true }
      .map { Posting(number: map.firstText(of: $0, .passage), impact: Self.middleImpact) }
  }
}
