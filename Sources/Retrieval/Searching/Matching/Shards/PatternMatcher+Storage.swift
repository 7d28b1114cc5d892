import Query
import Ranking

// Lists and counts of a storage other than the index file.
extension PatternMatcher {
  /// Translates patterns for a storage.
  var shardPatterns: ShardPatterns {
    ShardPatterns(identifiers: identifiers, abbreviations: abbreviations, snapshot: snapshot)
  }

  /// The list of a pattern in a segment; `nil` if it must be built from the lists of its terms.
  func stored(
    _ pattern: Pattern, _ unit: SearchRequest.Unit, _ segment: SegmentStatistics,
    _ storage: any PostingStorage
  ) throws -> [PostingCursor]? {
    // ``TermLists`` reads the lists of terms.
    if case .term = pattern { return nil }
    guard let expression = try shardPatterns.expression(pattern, unit) else { return nil }
    return try termLists.stored(pattern, expression, unit, segment, storage).map { [$0] } ?? []
  }

  /// The number of matching texts; `nil` if the list of the pattern must be built.
  func shardCount(
    _ pattern: Pattern, _ unit: SearchRequest.Unit, _ storage: any PostingStorage
  ) throws -> Int? {
    switch pattern {
    case .term(let term):
      return try dictionary.number(of: term).map { try storage.count(term: $0, unit) } ?? 0
    case .words(_, let terms) where terms.count <= Self.mostLists:
      return try terms.reduce(0) { try $0 + (shardCount(.term($1), unit, storage) ?? 0) }
    case .phrase:
      // Ranking needs the list as well.
      return try shardPatterns.expression(pattern, unit).map { expression in
        try lists.shardMatches(pattern, unit) { try storage.list(expression) }.count
      }
    default:
      return try shardPatterns.expression(pattern, unit)
        .map { try storage.count($0, limit: .max) }
    }
  }

  /// The passages of a segment that contain words near each other; `nil` if there is no storage.
  func shardNear(
    _ distance: Int, _ terms: [String], _ segment: SegmentStatistics
  ) throws -> [Posting]? {
    guard let storage = lists.storage else { return nil }
    let pattern = Pattern.near(distance: distance, terms)
    let expression = ShardPatterns.near(distance, terms)
    return try lists.shardMatches(pattern, .passage) { try storage.list(expression) }
      .filter { segment.passages.contains($0.number) }
      .map { Posting(number: $0.number, impact: ShardPatterns.impact($0.weight, of: pattern)) }
  }

  /// The passages of a segment that satisfy a query on words in a field; `nil` if positions must be
  /// read.
  func shardPassages(
    _ query: FieldedQuery, _ segment: SegmentStatistics
  ) throws -> [UInt32]? {
    guard let storage = lists.storage, let field = query.field,
      let expression = ShardPatterns.expression(query.query, in: field)
    else { return nil }
    return try storage.numbers(expression).filter(segment.passages.contains)
  }
}
