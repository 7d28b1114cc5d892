import Query
import Ranking

// Lists and counts of a storage other than the index file.
extension PatternMatcher {
  /// Translates patterns for a storage.
  var shardPatterns: ShardPatterns { ShardPatterns(matcher: self) }

  /// The list of a pattern in a segment; `nil` if it must be built from the lists of its terms.
  func stored(
    _ pattern: Pattern, _ unit: SearchRequest.Unit, _ segment: SegmentStatistics,
    _ storage: any PostingStorage
  ) throws -> [PostingCursor]? {
    if case .term(let term) = pattern, try dictionary.number(of: term) == nil { return [] }
    guard let expression = try shardPatterns.expression(pattern, unit) else { return nil }
    let all = try lists.shardMatches(pattern, unit) { try storage.list(expression) }
    let range = snapshot.range(segment, unit)
    let list = try lists.list(pattern, unit, segment: segment.number) { _ in
      all.filter { range.contains($0.number) }.map {
        Posting(number: $0.number, impact: ShardPatterns.impact($0.weight, of: pattern))
      }
    }
    return list.map { [$0] } ?? []
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
    case .phrase, .near:
      // Ranking needs the list as well.
      return try shardPatterns.expression(pattern, unit).map { expression in
        try lists.shardMatches(pattern, unit) { try storage.list(expression) }.count
      }
    default:
      return try shardPatterns.expression(pattern, unit)
        .map { try storage.count($0, limit: .max) }
    }
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

  /// A phrase over the passages that contain all its terms; `nil` if there are none.
  ///
  /// - Parameter candidates: the passages that will be asked for; `nil` for any.
  func shardPhrase(
    _ terms: [String], _ shape: PhraseMatcher.Shape, _ segment: SegmentStatistics,
    in candidates: Bitmap?, _ storage: any PostingStorage
  ) throws -> PhraseMatcher? {
    var numbers: [UInt32] = []
    for term in terms {
      guard let number = try dictionary.number(of: term) else { return nil }
      numbers.append(UInt32(number))
    }
    let words = Set(terms).sorted().map {
      ShardExpression.term(ShardTerm.word($0, .passage))
    }
    var passages = try storage.numbers(.all(words))
    passages.removeAll {
      !segment.passages.contains($0) || candidates?.contains($0) == false
    }
    let found = try storage.positions(passages)
    var postings: [PostingCursor] = []
    var positions: [PositionCursor] = []
    for number in numbers {
      var list: [Posting] = []
      var raw = RawPostings()
      for passage in passages {
        guard let entry = found[passage]?.entry(number) else { continue }
        list.append(Posting(number: passage, impact: entry.impact))
        raw.begin(passage)
        var previous: UInt16 = 0
        for position in entry.positions {
          raw.add(position: position, after: previous)
          previous = position
        }
      }
      guard !list.isEmpty, let cursor = PostingCursor(rows: PostingRows(list)) else { return nil }
      postings.append(cursor)
      positions.append(
        PositionCursor(rows: PostingRows(rows: PositionLayout.rows(raw)), key: 0))
    }
    return PhraseMatcher(postings: postings, positions: positions, shape: shape)
  }
}
