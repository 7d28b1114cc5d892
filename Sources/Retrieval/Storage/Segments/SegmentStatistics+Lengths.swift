import Foundation
import GRDB

extension SegmentStatistics {
  /// The lengths of the segment's texts as they were written.
  ///
  /// - Throws: `SQLITE_CORRUPT` if they do not match the segment.
  func lengths(_ database: Database) throws -> SegmentLengths {
    let data = try Data.fetchOne(
      database, sql: "SELECT lengths FROM segments WHERE number = ?", arguments: [number])
    guard let data, let lengths = SegmentLengths(bytes: [UInt8](data)),
      documents.count == lengths.documentCount, documents.lowerBound == lengths.firstDocument,
      passages.count == lengths.passageCount, passages.lowerBound == lengths.firstPassage
    else {
      throw DatabaseError.damaged("lengths of segment \(number)")
    }
    return lengths
  }

  /// Recounts the texts of segments after documents were deleted.
  ///
  /// - Parameter numbers: the affected segments; others are unchanged.
  static func countAgain(_ database: Database, _ numbers: Set<Int>) throws {
    for segment in try all(database) where numbers.contains(segment.number) {
      var lengths = try segment.lengths(database)
      try lengths.markDeleted(database)
      let counted = SegmentStatistics(number: segment.number, lengths: lengths)
      try database.execute(
        sql: """
          UPDATE segments SET documents = ?, passages = ?, document_length = ?, passage_length = ?
          WHERE number = ?
          """,
        arguments: [
          counted.documentCount, counted.passageCount, Int(counted.documentLength),
          Int(counted.passageLength), segment.number,
        ])
    }
  }
}
