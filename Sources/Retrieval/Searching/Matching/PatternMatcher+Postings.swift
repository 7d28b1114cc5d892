import Literature
import Query
import Ranking

/// Makes the postings of patterns without a stored list.
extension PatternMatcher {
  // MARK: Impacts of texts for which none is computed

  /// The impact of documents that only pass a filter or have a type.
  static let lowestImpact: UInt8 = 1
  /// The impact of passages that satisfy a positional query.
  static let middleImpact: UInt8 = 128
  /// The impact of documents that the query identifies.
  static let highestImpact: UInt8 = 255

  // MARK: Postings

  /// The postings in a segment of a pattern without a stored list.
  ///
  /// - Parameter scope: the documents in which phrases must be found; `nil` for all.
  func postings(
    of pattern: Pattern, _ unit: SearchRequest.Unit, _ segment: SegmentStatistics,
    in scope: Bitmap?
  ) throws -> [Posting] {
    switch pattern {
    case .term: []
    case .abbreviation(let term, let sense): try abbreviation(term, sense, unit, segment)
    case .words(_, let terms): try union(terms, unit, segment)
    case .phrase(let terms):
      try phrase(pattern, terms, .inOrder, unit, segment, in: scope)
    case .near(let distance, let terms):
      try phrase(pattern, terms, .near(distance), unit, segment, in: scope)
    case .positional(let query, let terms):
      try list(passages(query, segment), terms, unit, segment)
    case .identifier(.type, let text):
      try first(
        members(of: pattern, segment) {
          try snapshot.documents(ofType: PublicationType.key(text))
        }, Self.lowestImpact, unit, segment)
    case .identifier(let field, let text):
      try first(
        identifiers.documents(field, text).map { UInt32($0) }, Self.highestImpact, unit, segment)
    case .filter(let filter):
      try first(
        members(of: pattern, segment) {
          try FilterEvaluator(snapshot: snapshot).documents(filter) ?? Bitmap(limit: 0)
        }, Self.lowestImpact, unit, segment)
    }
  }

  /// The documents of a segment in a set that does not depend on segments, in order.
  func members(
    of pattern: Pattern, _ segment: SegmentStatistics, _ find: () throws -> Bitmap
  ) throws -> [UInt32] {
    let set = try lists.documents(of: pattern, find: find)
    var numbers: [UInt32] = []
    var next = set.next(segment.documents.lowerBound)
    while let number = next, number < segment.documents.upperBound {
      numbers.append(number)
      next = set.next(number + 1)
    }
    return numbers
  }

  /// Documents, or their first passages.
  private func first(
    _ documents: [UInt32], _ impact: UInt8, _ unit: SearchRequest.Unit,
    _ segment: SegmentStatistics
  ) throws -> [Posting] {
    let found = documents.filter {
      segment.documents.contains($0) && snapshot.deleted?.contains($0) != true
    }
    let map = try snapshot.passageMap()
    return found.map { Posting(number: map.firstText(of: $0, unit), impact: impact) }
  }

  /// The texts that contain an abbreviation, without those of documents that define it in another
  /// sense.
  private func abbreviation(
    _ term: String, _ sense: [String], _ unit: SearchRequest.Unit, _ segment: SegmentStatistics
  ) throws -> [Posting] {
    let map = try snapshot.passageMap()
    let deleted = snapshot.deletedInLists
    let others = try abbreviations.documents(defining: term, otherThan: sense)
    var found: [Posting] = []
    for var cursor in try cursors(.term(term), unit, segment) {
      cursor.forEach(in: snapshot.range(segment, unit)) { posting in
        let document = map.document(of: posting.number, unit)
        if others.contains(document) || deleted?.contains(document) == true { return }
        found.append(posting)
      }
    }
    return found
  }

  /// The texts that contain any of many terms, in order, each with the highest impact of its terms.
  private func union(
    _ terms: [String], _ unit: SearchRequest.Unit, _ segment: SegmentStatistics
  ) throws -> [Posting] {
    let range = snapshot.range(segment, unit)
    var impacts = [UInt8](repeating: 0, count: range.count)
    for term in terms {
      // One list at a time, because thousands of them can't be open at once.
      for var cursor in try cursors(.term(term), unit, segment) {
        cursor.forEach(in: range) { posting in
          let index = Int(posting.number - range.lowerBound)
          impacts[index] = max(impacts[index], posting.impact)
        }
      }
    }
    let map = try snapshot.passageMap()
    let deleted = snapshot.deletedInLists
    return impacts.indices.compactMap { index in
      guard impacts[index] > 0 else { return nil }
      let number = range.lowerBound + UInt32(index)
      let document = map.document(of: number, unit)
      if deleted?.contains(document) == true { return nil }
      return Posting(number: number, impact: impacts[index])
    }
  }
}
