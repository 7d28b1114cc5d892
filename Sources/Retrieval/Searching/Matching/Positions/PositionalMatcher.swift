import Ranking

/// Finds the passages of a segment that satisfy a positional query.
///
/// Lists are intersected first, and positions are read only for the remaining passages. A match
/// that extends to a later passage is found in the passage in which it begins.
struct PositionalMatcher {
  let lists: TermLists
  let segment: SegmentStatistics
  /// The fields of a passage that must contain the matches.
  let fields: FieldSet

  /// The passages, by number.
  func passages(_ query: PositionalQuery) throws -> Bitmap {
    switch query {
    case .phrase, .oneOf, .initial, .near:
      var found = try candidates(query)
      if !found.isEmpty {
        let reader = try SpanReader(query, in: found, fields, lists, segment)
        found = try found.filtered { try !reader.spans(in: $0).isEmpty }
      }
      if let boundaries = try BoundaryMatcher(query, fields, lists, segment) {
        found.formUnion(try boundaries.passages(besides: found))
      }
      return found
    case .all(let wanted, let unwanted):
      guard var found = try wanted.first.map(passages) else { return empty }
      for part in wanted.dropFirst() where !found.isEmpty {
        found.formIntersection(try passages(part))
      }
      for part in unwanted where !found.isEmpty { found.subtract(try passages(part)) }
      return found
    case .some(let parts):
      var found = empty
      for part in parts { found.formUnion(try passages(part)) }
      return found
    }
  }

  private var empty: Bitmap { Bitmap(limit: Int(segment.passages.upperBound)) }

  /// Passages that contain the terms of a query, at any position.
  private func candidates(_ query: PositionalQuery) throws -> Bitmap {
    var found = empty
    switch query {
    case .phrase(let terms):
      if terms.count > FieldSpace.size { return found }
      let cursors = try terms.compactMap { try lists.cursor($0, .passage, segment) }
      guard cursors.count == terms.count else { return found }
      var all = Intersection(cursors)
      var start = segment.passages.lowerBound
      while let number = all.next(start), number < segment.passages.upperBound {
        found.insert(number)
        start = number + 1
      }
    case .oneOf(let terms):
      for term in terms {
        if var cursor = try lists.cursor(term, .passage, segment) {
          cursor.insertAll(into: &found)
        }
      }
    case .initial:
      // The family name beside it says where to look.
      found.insert(segment.passages)
    case .near(_, _, let operands):
      guard let first = operands.first else { return found }
      found = try candidates(first)
      for operand in operands.dropFirst() where !found.isEmpty {
        found.formIntersection(try candidates(operand))
      }
    case .some(let parts):
      for part in parts { found.formUnion(try candidates(part)) }
    case .all:
      found = try passages(query)
    }
    return found
  }
}
