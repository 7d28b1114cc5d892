import GRDB
import Query
import Ranking

/// The numbers of texts with each term, which the head of a cluster has in place of posting lists.
///
/// A row has the number as 32 bits, and zeros up to ``size`` bytes, which no short list has
/// (``PostingLayout``). So ``TermStatistics`` reads it like the beginning of a list.
final class ShardCounts {
  /// The size of a row in bytes.
  static let size = 24

  private let documents: ColumnStatement
  private let passages: ColumnStatement
  private let segments: [Int]

  init(_ database: Database) throws {
    documents = try Self.rows(database, "document_postings")
    passages = try Self.rows(database, "passage_postings")
    segments = try SegmentStatistics.all(database).map(\.number)
  }

  private static func rows(_ database: Database, _ table: String) throws -> ColumnStatement {
    try ColumnStatement(database, sql: "SELECT data FROM \(table) WHERE id = ?")
  }

  /// The number of texts with a term.
  func count(term: Int, _ unit: SearchRequest.Unit) throws -> Int {
    let rows = unit == .document ? documents : passages
    return try segments.reduce(0) { sum, segment in
      defer { rows.reset() }
      guard try rows.find(PostingKey.first(segment: segment, term: term)) else { return sum }
      let bytes = rows.bytes(0)
      return bytes.count == Self.size ? sum + PostingLayout.count(bytes) : sum
    }
  }

  /// The row of a number.
  static func row(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(little: UInt32(clamping: count))
    return bytes + [UInt8](repeating: 0, count: size - 4)
  }
}
