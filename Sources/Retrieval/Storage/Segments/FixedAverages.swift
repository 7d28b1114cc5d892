import GRDB

/// Average lengths that an index keeps, however its documents change.
///
/// Impacts depend on average lengths. If these changed with every update, so would the impacts of
/// all documents, and every update of a cluster would write all shards again.
struct FixedAverages: Equatable {
  /// A unique name, by which an index and the head of a cluster recognise each other.
  var name: String
  /// The first segment whose impacts were computed with these averages.
  var firstSegment: Int
  var lengths: AverageLengths
}

extension FixedAverages {
  /// The averages that an index keeps; `nil` if they follow its documents.
  init?(_ database: Database) throws {
    let parts = try IndexProperties.value(database, .averages)?.split(separator: " ") ?? []
    guard parts.count == 4, let firstSegment = Int(parts[1]), let passage = Float(parts[2]),
      let document = Float(parts[3])
    else { return nil }
    self.init(
      name: String(parts[0]), firstSegment: firstSegment,
      lengths: AverageLengths(passage: passage, document: document))
  }

  /// Makes an index keep these averages from now on.
  func write(_ database: Database) throws {
    try IndexProperties.set(
      database, .averages, "\(name) \(firstSegment) \(lengths.passage) \(lengths.document)")
  }
}

extension SegmentStatistics {
  /// The averages with which the impacts of segments are computed: those that the index keeps, or
  /// those of the segments.
  static func averages(
    _ database: Database, _ segments: [SegmentStatistics]
  ) throws -> AverageLengths {
    try FixedAverages(database)?.lengths ?? averages(segments)
  }
}
