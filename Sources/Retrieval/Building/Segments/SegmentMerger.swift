import GRDB
import Ranking

/// Merges neighbouring segments, so that few are live however often documents are added.
///
/// A merge reads the postings with their positions back, leaves out deleted documents and computes
/// the impacts again with the average lengths that the index has now.
package struct SegmentMerger {
  private let database: Database
  private let parameters: BM25F

  /// A segment is merged with the one before it unless that one is more than so many times larger:
  /// sizes then fall threefold from each to the next, and about ten hold a million documents.
  static let ratio = 3

  /// So many segments are left to gather while more are to come, since a merge of many together
  /// costs as much as a merge of two.
  static let gathering = 8

  init(_ database: Database, parameters: BM25F) {
    self.database = database
    self.parameters = parameters
  }

  /// Merges the newest segments if they are not much smaller than their neighbour; the segment that
  /// comes of it may be the next to be merged.
  ///
  /// - Parameter isLast: whether no more are about to come.
  func mergeNewest(next: inout Int, isLast: Bool) throws {
    let segments = try SegmentStatistics.all(database)
    guard let newest = Self.newest(of: segments.map(\.passageCount), isLast: isLast)
    else { return }
    try merge(Array(segments[newest]), next: &next)
  }

  /// Whether ``mergeNewest(next:isLast:)`` has anything to do.
  func hasNewest(isLast: Bool) throws -> Bool {
    let sizes = try SegmentStatistics.all(database).map(\.passageCount)
    return Self.newest(of: sizes, isLast: isLast) != nil
  }

  /// Which segments of some sizes, in the order of their documents, are to be merged; `nil` when
  /// none.
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

  /// Rewrites the segments that hold too much of deleted documents, see ``SegmentWear``.
  func rewriteWorn(_ wear: SegmentWear, next: inout Int) throws {
    if wear.concernsAll { return try mergeAll(next: &next) }
    for segment in wear.segments { try merge([segment], next: &next) }
  }

  private func merge(_ segments: [SegmentStatistics], next: inout Int) throws {
    let lengths = try mergedLengths(segments)
    let own = SegmentStatistics(number: next, lengths: lengths, parameters: parameters)
    let others = try SegmentStatistics.all(database).filter { segment in
      !segments.contains { $0.number == segment.number }
    }
    let writer = try SegmentWriter(
      database, number: next, lengths: lengths,
      averages: SegmentStatistics.averages(others + [own]), parameters: parameters)
    let passages =
      lengths.firstPassage..<lengths.firstPassage + UInt32(lengths.passageCount)
    var readers = try segments.map { try SegmentReader(database, segment: $0.number) }
    var merged = RawPostings()
    var part = RawPostings()
    while let term = readers.compactMap(\.term).min() {
      merged.removeAll()
      for index in readers.indices where readers[index].term == term {
        try readers[index].read(into: &part)
        // What is damaged stays where it is, so that `check` reports it.
        guard readers[index].isWhole, part.passages.allSatisfy(passages.contains) else {
          throw DatabaseError.damaged("postings of term \(term)")
        }
        merged.append(part) { passage in
          lengths.isAlive[Int(lengths.document[Int(passage - lengths.firstPassage)])]
        }
      }
      try writer.write(term: term, merged)
    }
    for segment in segments { try delete(segment) }
    try own.insert(database, lengths: lengths)
    next += 1
  }

  /// The lengths of all segments in a row, with what has been deleted since marked.
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

extension RawPostings {
  /// Appends those postings of another list, of later passages, that are kept.
  mutating func append(_ other: borrowing RawPostings, where isKept: (UInt32) -> Bool) {
    var byte = 0
    for index in other.passages.indices {
      let length = other.lengths[index]
      if isKept(other.passages[index]) {
        passages.append(other.passages[index])
        counts.append(other.counts[index])
        lengths.append(length)
        positions.append(contentsOf: other.positions[byte..<byte + length])
      }
      byte += length
    }
  }
}
