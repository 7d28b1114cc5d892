import Ranking

/// Finds the passages of a segment that satisfy a positional query.
///
/// Lists are intersected first, and positions are read for what is left.
struct PositionalMatcher {
  let matcher: PatternMatcher
  let segment: SegmentStatistics
  let positions: Range<UInt16>

  /// The passages, by number.
  func passages(_ query: PositionalQuery) throws -> Bitmap {
    switch query {
    case .phrase, .oneOf:
      let holding = try self.holding(query)
      guard var occurrences = try occurrences(query) else { return empty }
      return holding.filtered { !occurrences.starts(in: $0, within: positions).isEmpty }
    case .near(let distance, let operands):
      return try near(distance, operands)
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

  // MARK: Nearness

  private func near(_ distance: Int, _ operands: [PositionalQuery]) throws -> Bitmap {
    guard var holding = try operands.first.map(holding) else { return empty }
    for operand in operands.dropFirst() { holding.formIntersection(try self.holding(operand)) }
    var read = try operands.compactMap { try occurrences($0) }
    guard read.count == operands.count else { return empty }
    return holding.filtered { passage in
      var starts: [[UInt16]] = []
      for index in read.indices {
        starts.append(read[index].starts(in: passage, within: positions))
      }
      return PhraseMatcher.isNear(starts, lengths: read.map(\.length), distance: distance)
    }
  }

  // MARK: Lists

  /// Passages that hold the terms of a phrase, or one of the alternatives, at any position.
  private func holding(_ query: PositionalQuery) throws -> Bitmap {
    var found = empty
    switch query {
    case .phrase(let terms):
      let cursors = try terms.compactMap { try matcher.cursors(.term($0), .passage, segment).first }
      guard cursors.count == terms.count else { return found }
      var all = Intersection(cursors)
      var start = segment.passages.lowerBound
      while let number = all.next(start), number < segment.passages.upperBound {
        found.insert(number)
        start = number + 1
      }
    case .oneOf(let terms):
      for term in terms {
        for var cursor in try matcher.cursors(.term(term), .passage, segment) {
          cursor.insertAll(into: &found)
        }
      }
    case .near, .all, .some:
      found = try passages(query)
    }
    return found
  }

  private func occurrences(_ query: PositionalQuery) throws -> Occurrences? {
    switch query {
    case .phrase(let terms):
      return try matcher.phrase(terms, .inOrder, segment).map {
        Occurrences([$0], length: terms.count)
      }
    case .oneOf(let terms):
      return Occurrences(
        try terms.compactMap { try matcher.phrase([$0], .inOrder, segment) }, length: 1)
    case .near, .all, .some:
      return nil
    }
  }
}

/// The positions of a phrase or of some alternatives, passage by passage.
struct Occurrences {
  private var phrases: [PhraseMatcher]
  /// The number of terms in an occurrence.
  let length: Int

  init(_ phrases: [PhraseMatcher], length: Int) {
    self.phrases = phrases
    self.length = length
  }

  /// The positions at which it begins, ascending; passages must be non-decreasing.
  mutating func starts(in passage: UInt32, within positions: Range<UInt16>) -> [UInt16] {
    var starts: [UInt16] = []
    for index in phrases.indices {
      starts += phrases[index].starts(in: passage).filter { positions.contains($0) }
    }
    return phrases.count > 1 ? starts.sorted() : starts
  }
}
