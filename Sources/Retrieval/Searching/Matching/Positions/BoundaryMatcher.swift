import Ranking

/// Finds matches that begin in a passage and end in a later passage of the same text.
///
/// All words of such a match are around the end of the passage in which it begins, no further away
/// than a match can be long. So positions are read only where these passages have all words.
struct BoundaryMatcher {
  private let query: PositionalQuery
  private let operands: [PositionalQuery]
  private let lists: TermLists
  private let segment: SegmentStatistics
  private let fields: FieldSet
  private let links: PassageLinks
  /// The highest number of words of a match.
  private let reach: Int

  /// Creates a matcher; `nil` if all matches of the query are within a passage: those of words and
  /// phrases, and those in fields that are never divided.
  ///
  /// - Parameter fields: the fields of a passage that must contain the matches.
  init?(
    _ query: PositionalQuery, _ fields: FieldSet, _ lists: TermLists,
    _ segment: SegmentStatistics
  ) throws {
    guard case .near(_, _, let operands) = query, !query.isPhrase,
      fields.contains(FieldSpace.body)
    else { return nil }
    self.query = query
    self.operands = operands
    self.lists = lists
    self.segment = segment
    self.fields = fields
    links = try lists.snapshot.passageLinks()
    reach = max(1, query.reach)
  }

  /// The passages in which such a match begins.
  ///
  /// - Parameters:
  ///   - found: passages that need not be found.
  ///   - scope: the documents in which matches must be found; `nil` for all.
  func passages(besides found: Bitmap, in scope: Bitmap? = nil) throws -> Bitmap {
    var ends = empty
    var parts: [(query: PositionalQuery, count: Int)] = []
    for operand in operands {
      try lists.lists.checkDeadline()
      let passages = try combined(operand) { try passagesBefore($0) }
      if parts.isEmpty { ends = passages } else { ends.formIntersection(passages) }
      if ends.isEmpty { return ends }
      parts.append((operand, passages.count))
    }
    ends.subtract(found)
    let map = try lists.snapshot.passageMap()
    ends = ends.filtered { passage in
      links.step(to: passage + 1) > 0
        && scope?.contains(map.document(of: passage)) ?? true
    }
    // The rarest first, so that the positions of the others are read in fewer passages.
    for part in parts.sorted(by: { $0.count < $1.count }) where !ends.isEmpty {
      try lists.lists.checkDeadline()
      let around = links.passages(around: ends, reach: reach)
      ends.formIntersection(try combined(part.query) { try passagesEnding($0, in: around) })
    }
    if ends.isEmpty { return ends }
    let reader = try SpanReader(
      query, in: links.passages(around: ends, reach: reach), fields, lists, segment)
    return try ends.filtered { passage in
      guard let window = links.window(at: passage, reach: reach) else { return false }
      return try reader.spans(in: window).contains { $0.start < window.end }
    }
  }

  /// The passages in which a match can begin, from those of its terms.
  ///
  /// - Parameter find: the passages in which a match with any of some terms can begin.
  private func combined(
    _ query: PositionalQuery, _ find: ([String]) throws -> Bitmap
  ) throws -> Bitmap {
    switch query {
    case .phrase(let terms): try intersection(terms) { try find([$0]) }
    case .oneOf(let terms): try find(terms)
    case .near(_, _, let operands): try intersection(operands) { try combined($0, find) }
    case .some(let parts):
      try parts.reduce(into: empty) { $0.formUnion(try combined($1, find)) }
    // These occur only in fields that are not divided.
    case .initial, .all: empty
    }
  }

  private func intersection<Part>(
    _ parts: [Part], _ find: (Part) throws -> Bitmap
  ) throws -> Bitmap {
    guard let first = parts.first else { return empty }
    var found = try find(first)
    for part in parts.dropFirst() where !found.isEmpty {
      found.formIntersection(try find(part))
    }
    return found
  }

  private var empty: Bitmap { Bitmap(limit: Int(segment.passages.upperBound)) }

  /// The passages that contain any of some terms, or that are so close before one that does that a
  /// match can extend to it.
  private func passagesBefore(_ terms: [String]) throws -> Bitmap {
    var found = empty
    for term in terms {
      if var cursor = try lists.cursor(term, .passage, segment) { cursor.insertAll(into: &found) }
    }
    return links.spread(found, reach: reach)
  }

  /// The passages with any of some terms around their end.
  ///
  /// - Parameter around: the passages whose positions are read.
  private func passagesEnding(_ terms: [String], in around: Bitmap) throws -> Bitmap {
    var found = empty
    for term in terms {
      try lists.forEachPassage(of: term, in: around, segment) { passage, places in
        var (first, last) = (Int.max, -1)
        for place in places where fields.contains(place) && FieldSpace.isText(place) {
          first = min(first, FieldSpace.offset(place))
          last = max(last, FieldSpace.offset(place))
        }
        if last < 0 { return }
        links.insertEnds(passage, first: first, last: last, reach: reach, into: &found)
      }
    }
    return found
  }
}
