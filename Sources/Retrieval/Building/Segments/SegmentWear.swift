import GRDB

/// Measures how much the ranking of an index differs from that of a fresh build because of deleted
/// documents.
///
/// Counts are always correct, because ``DeletedPostings`` are subtracted. But impacts were computed
/// with earlier average lengths, and lists are longer than necessary.
struct SegmentWear {
  /// Segments that contain postings of deleted documents.
  private let worn: [SegmentStatistics]
  private let smallIndex: Int
  /// Whether the averages of the index do not follow its documents.
  private let keepsAverages: Bool
  private let live: [SegmentStatistics]
  /// The segments of ``live``, as originally written.
  private let written: [SegmentStatistics]

  /// By default, an index of at most this many passages is rewritten after every deletion, which
  /// takes about as long as the rest of a run.
  static let smallIndex = 20_000
  /// The maximum relative change of average lengths since the impacts were computed.
  static let mostDrift: Float = 0.01
  /// The minimum share of live passages; a segment with a smaller share is rewritten.
  static let leastAlive = 0.8

  /// Examines an index.
  init(_ database: Database, smallIndex: Int) throws {
    self.smallIndex = smallIndex
    keepsAverages = try FixedAverages(database) != nil
    live = try SegmentStatistics.all(database)
    var worn: [SegmentStatistics] = []
    written = try live.map { segment in
      let range = PostingKey.range(segment: segment.number)
      let isWorn = try Int.fetchOne(
        database, sql: "SELECT 1 FROM deleted_postings WHERE id >= ? AND id < ? LIMIT 1",
        arguments: [range.lowerBound, range.upperBound])
      guard isWorn != nil else { return segment }
      worn.append(segment)
      return SegmentStatistics(
        number: segment.number, lengths: try segment.lengths(database))
    }
    self.worn = worn
  }

  /// Whether all segments need to be rewritten.
  var concernsAll: Bool {
    if worn.isEmpty { return false }
    let passages = live.reduce(0) { $0 + $1.passageCount }
    if passages <= smallIndex { return true }
    if keepsAverages { return false }
    let (then, now) = (SegmentStatistics.averages(written), SegmentStatistics.averages(live))
    return Self.drift(then.passage, now.passage) > Self.mostDrift
      || Self.drift(then.document, now.document) > Self.mostDrift
  }

  /// The segments that need to be rewritten separately.
  var segments: [SegmentStatistics] {
    worn.filter { segment in
      let then = written.first { $0.number == segment.number }?.passageCount ?? 0
      return Double(segment.passageCount) < Self.leastAlive * Double(then)
    }
  }

  private static func drift(_ then: Float, _ now: Float) -> Float {
    now > 0 ? abs(then / now - 1) : 0
  }
}
