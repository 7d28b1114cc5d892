import GRDB
import Ranking

/// Merges adjacent segments, to keep their number small however often documents are added.
///
/// A merge reads the postings with their positions, drops deleted documents, and recomputes the
/// impacts with the current average lengths of the index.
package struct SegmentMerger {
  private let database: Database

  /// A segment is merged with the previous one unless that is more than this many times larger.
  ///
  /// So each segment has at most a third of the size of the previous one, and a million documents
  /// have about ten segments.
  static let ratio = 3

  /// The number of segments that accumulate before a merge while more are coming, because merging
  /// many at once costs as much as merging two.
  static let gathering = 8

  /// The size of rows that are read but not yet written again, which bounds the memory, in bytes.
  private static let ahead = 1 << 22

  init(_ database: Database) {
    self.database = database
  }

  /// Merges the newest segments with earlier ones that are not much larger than the result.
  ///
  /// - Parameter isLast: whether no more segments are coming.
  func mergeNewest(next: inout Int, isLast: Bool) throws {
    let segments = try SegmentStatistics.all(database)
    guard let newest = Self.newest(of: segments.map(\.passageCount), isLast: isLast)
    else { return }
    try merge(Array(segments[newest]), next: &next)
  }

  /// Whether ``mergeNewest(next:isLast:)`` would merge anything.
  func hasNewest(isLast: Bool) throws -> Bool {
    let sizes = try SegmentStatistics.all(database).map(\.passageCount)
    return Self.newest(of: sizes, isLast: isLast) != nil
  }

  /// The range of segments to merge, given their sizes in document order; `nil` for none.
  package static func newest(of sizes: [Int], isLast: Bool) -> Range<Int>? {
    var first = sizes.count - 1
    var size = sizes.last ?? 0
    while first > 0, sizes[first - 1] <= size * ratio {
      first -= 1
      size += sizes[first]
    }
    guard first >= 0, sizes.count - first >= (isLast ? 2 : gathering) else { return nil }
    return first..<sizes.count
  }

  /// Merges all segments into one, which leaves no trace of deleted documents in the ranking.
  func mergeAll(next: inout Int) throws {
    let segments = try SegmentStatistics.all(database)
    if !segments.isEmpty { try merge(segments, next: &next) }
  }

  /// Rewrites segments with too many postings of deleted documents; see ``SegmentWear``.
  func rewriteWorn(_ wear: SegmentWear, next: inout Int) throws {
    if wear.concernsAll { return try mergeAll(next: &next) }
    for segment in wear.segments { try merge([segment], next: &next) }
  }

  private func merge(_ segments: [SegmentStatistics], next: inout Int) throws {
    let lengths = try mergedLengths(segments)
    let own = SegmentStatistics(number: next, lengths: lengths)
    let others = try SegmentStatistics.all(database).filter { segment in
      !segments.contains { $0.number == segment.number }
    }
    let writer = try SegmentWriter(database, number: next)
    let ranker = PostingRanker(
      lengths: lengths, averages: try SegmentStatistics.averages(database, others + [own]))
    var readers = try segments.map { try SegmentReader(database, segment: $0.number) }
    try ParallelMap.forEach(
      ahead: Self.ahead,
      next: { try MergedTerms(&readers).map { (input: $0, weight: $0.size) } },
      { terms in terms.ranked(ranker, lengths) }
    ) { ranked in
      for (term, rows) in ranked.rows { try writer.write(term: term, rows) }
      // Damaged segments are left unchanged, so that `check` reports them.
      if let term = ranked.damaged { throw DatabaseError.damaged("postings of term \(term)") }
    }
    for segment in segments { try delete(segment) }
    try own.insert(database, lengths: lengths)
    next += 1
  }

  /// The concatenated lengths of all segments, with deleted documents marked.
  private func mergedLengths(_ segments: [SegmentStatistics]) throws -> SegmentLengths {
    var merged: SegmentLengths?
    for segment in segments {
      let lengths = try segment.lengths(database)
      if merged == nil { merged = lengths } else { merged?.append(lengths) }
    }
    var lengths = merged ?? SegmentLengths(firstDocument: 0, firstPassage: 0)
    try lengths.markDeleted(database)
    return lengths
  }

  private func delete(_ segment: SegmentStatistics) throws {
    let range = PostingKey.range(segment: segment.number)
    let tables = [
      "passage_postings", "passage_positions", "document_postings", "deleted_postings",
    ]
    for table in tables {
      try database.execute(
        sql: "DELETE FROM \(table) WHERE id >= ? AND id < ?",
        arguments: [range.lowerBound, range.upperBound])
    }
    try database.execute(sql: "DELETE FROM segments WHERE number = ?", arguments: [segment.number])
  }
}
