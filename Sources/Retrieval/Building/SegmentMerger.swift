import Foundation
import GRDB

/// Merges neighbouring segments, so that few are live however often documents are added.
///
/// A merge reads the postings with their positions back, leaves out deleted documents and computes
/// impacts anew with the lengths that the index has now.
struct SegmentMerger {
  private let database: Database
  private let parameters: RankingParameters

  /// A segment is merged with the one before it unless that one is more than so many times larger:
  /// sizes then fall threefold from each to the next, and about ten hold a million documents.
  static let ratio = 3

  init(_ database: Database, parameters: RankingParameters) {
    self.database = database
    self.parameters = parameters
  }

  /// Merges the newest segments while they are not much smaller than their neighbour.
  func mergeTiers(next: inout Int) throws {
    while true {
      let segments = try SegmentStatistics.all(database)
      var first = segments.count - 1
      var size = segments.last?.passageCount ?? 0
      while first > 0, segments[first - 1].passageCount <= size * Self.ratio {
        first -= 1
        size += segments[first].passageCount
      }
      guard first >= 0, first < segments.count - 1 else { return }
      try merge(Array(segments[first...]), next: &next)
    }
  }

  /// Merges all segments into one, which leaves no trace of deleted documents in the ranking.
  func mergeAll(next: inout Int) throws {
    let segments = try SegmentStatistics.all(database)
    if !segments.isEmpty { try merge(segments, next: &next) }
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
    var readers = try segments.map { try SegmentReader(database, segment: $0.number) }
    var merged = RawPostings()
    var part = RawPostings()
    while let term = readers.compactMap(\.term).min() {
      merged.removeAll()
      for index in readers.indices where readers[index].term == term {
        try readers[index].read(into: &part)
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

  /// The lengths of all segments in a row, with what has been deleted since marked so.
  private func mergedLengths(_ segments: [SegmentStatistics]) throws -> SegmentLengths {
    var merged: SegmentLengths?
    for segment in segments {
      let data = try Data.fetchOne(
        database, sql: "SELECT lengths FROM segments WHERE number = ?", arguments: [segment.number])
      guard let data, let lengths = SegmentLengths(bytes: [UInt8](data)),
        segment.documents.count == lengths.documentCount,
        segment.documents.lowerBound == lengths.firstDocument,
        segment.passages.count == lengths.passageCount,
        segment.passages.lowerBound == lengths.firstPassage
      else {
        throw DatabaseError(
          resultCode: .SQLITE_CORRUPT, message: "lengths of segment \(segment.number)")
      }
      if merged == nil { merged = lengths } else { merged?.append(lengths) }
    }
    var lengths = merged ?? SegmentLengths(firstDocument: 0, firstPassage: 0)
    for (block, data) in try DocumentColumn.readAll(database, DocumentColumn.deleted) {
      for member in DocumentColumn.members(data) {
        let local = block * DocumentColumn.blockSize + Int(member) - Int(lengths.firstDocument)
        if lengths.isAlive.indices.contains(local) { lengths.isAlive[local] = false }
      }
    }
    return lengths
  }

  private func delete(_ segment: SegmentStatistics) throws {
    let range = PostingKey.range(segment: segment.number)
    for table in ["passage_postings", "passage_positions", "document_postings"] {
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
