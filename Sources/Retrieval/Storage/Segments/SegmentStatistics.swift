import Foundation
import GRDB
import Ranking

/// The row of a segment: its numbers and its sums.
struct SegmentStatistics: Equatable {
  var number: Int
  var documents: Range<UInt32>
  var passages: Range<UInt32>
  /// The numbers of its documents and passages, without deleted ones.
  var documentCount: Int
  var passageCount: Int
  /// Sums of weighted lengths.
  var documentLength: Double
  var passageLength: Double

  init(number: Int, lengths: SegmentLengths) {
    self.number = number
    documents =
      lengths.firstDocument..<lengths.firstDocument + UInt32(lengths.documentCount)
    passages = lengths.firstPassage..<lengths.firstPassage + UInt32(lengths.passageCount)
    documentCount = 0
    passageCount = 0
    documentLength = 0
    passageLength = 0
    let alive = lengths.isAlive
    for (document, length) in lengths.documentLengths.enumerated()
    where alive[document] {
      documentCount += 1
      documentLength += Double(length)
    }
    for (passage, length) in lengths.passageLengths.enumerated()
    where alive[Int(lengths.document[passage])] {
      passageCount += 1
      passageLength += Double(length)
    }
  }

  init(_ row: Row) {
    number = min(row.offset("number"), PostingKey.mostSegments - 1)
    documents = Self.range(row.integer("first_document"), row.integer("last_document"))
    passages = Self.range(row.integer("first_passage"), row.integer("last_passage"))
    documentCount = row.offset("documents")
    passageCount = row.offset("passages")
    documentLength = Double(row.integer("document_length"))
    passageLength = Double(row.integer("passage_length"))
  }

  /// The numbers from `first` to `last`; empty if a damaged file has impossible values.
  private static func range(_ first: Int, _ last: Int) -> Range<UInt32> {
    guard first >= 0, last >= first, last < PostingKey.mostNumbers else { return 0..<0 }
    return UInt32(first)..<UInt32(last + 1)
  }

  /// All segments, in the order of their documents.
  static func all(_ database: Database) throws -> [SegmentStatistics] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT number, first_document, last_document, first_passage, last_passage, documents,
          passages, document_length, passage_length
        FROM segments ORDER BY first_document
        """
    ).map(SegmentStatistics.init)
  }

  static func averages(_ segments: [SegmentStatistics]) -> AverageLengths {
    let documents = segments.reduce(0) { $0 + $1.documentCount }
    let passages = segments.reduce(0) { $0 + $1.passageCount }
    return AverageLengths(
      passage: Float(segments.reduce(0) { $0 + $1.passageLength } / Double(max(1, passages))),
      document: Float(segments.reduce(0) { $0 + $1.documentLength } / Double(max(1, documents))))
  }

  func insert(_ database: Database, lengths: SegmentLengths) throws {
    try database.execute(
      sql: """
        INSERT INTO segments (number, first_document, last_document, first_passage, last_passage,
          documents, passages, document_length, passage_length, lengths)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, Int(documents.lowerBound), Int(documents.upperBound) - 1,
        Int(passages.lowerBound), Int(passages.upperBound) - 1, documentCount, passageCount,
        Int(documentLength), Int(passageLength), Data(lengths.bytes),
      ])
  }
}
