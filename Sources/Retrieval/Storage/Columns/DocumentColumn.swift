import Foundation
import GRDB
import Ranking

/// A property of every document, stored in blocks of 65,536 documents, so that filters do not need
/// to read rows.
///
/// Numbers are arrays, one little-endian entry per document; sets are either sorted 16-bit numbers
/// or bits, whichever is smaller (as in Chambi, Lemire, Kaser and Godin, *Better bitmap performance
/// with Roaring bitmaps*, 2016).
package enum DocumentColumn {
  /// The number of documents in a block.
  package static let blockSize = 65_536

  static let firstPassage = "first_passage"
  static let year = "year"
  static let sampleSize = "sample_size"
  static let deleted = "deleted"
  /// The set of passages of abstracts; its blocks contain passages instead of documents.
  static let abstract = "abstract"

  /// The sets of documents by type of publication, in the form of ``PublicationType``.
  static let type = "type"

  /// The sets of documents by subject heading or keyword, in the form of ``HeadingKey``.
  static let keyword = "keyword"

  /// The value in a number column for a document that states none.
  static let unknown: UInt32 = .max

  /// Name of the column of a facet's values that are only possible.
  static func possible(_ facet: String) -> String { "possible.\(facet)" }

  /// In place of a code: the set of documents with any code of a facet.
  static let anyCode = "*"

  /// Name of the set of documents with a facet code, or with ``anyCode``.
  static func set(_ facet: String, _ code: String) -> String { "\(facet):\(code)" }

  // MARK: Values

  /// The numbers in the block of a number column.
  package static func values(_ data: [UInt8]) -> [UInt32] {
    data.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
      }
    }
  }

  /// The block of a number column, four bytes per document.
  package static func data(_ values: [UInt32]) -> [UInt8] {
    var data: [UInt8] = []
    data.reserveCapacity(values.count * 4)
    for value in values { data.append(little: value) }
    return data
  }

  // MARK: Sets

  /// The members, as offsets in the block, in increasing order.
  package static func members(_ data: [UInt8]) -> [UInt16] {
    guard let form = data.first else { return [] }
    var members: [UInt16] = []
    if form == 0 {
      for index in stride(from: 1, to: data.count - 1, by: 2) {
        members.append(UInt16(data[index]) | UInt16(data[index + 1]) << 8)
      }
    } else {
      for index in data.indices.dropFirst().prefix(blockSize / 8) {
        var bits = data[index]
        while bits != 0 {
          members.append(UInt16((index - 1) * 8 + bits.trailingZeroBitCount))
          bits &= bits - 1
        }
      }
    }
    return members
  }

  /// The block of a set with these members, as offsets in the block, in increasing order.
  package static func data(members: [UInt16]) -> [UInt8] {
    guard members.count > blockSize / 16 else {
      var data: [UInt8] = [0]
      for member in members { data.append(little: member) }
      return data
    }
    var data = [UInt8](repeating: 0, count: 1 + blockSize / 8)
    data[0] = 1
    for member in members { data[1 + Int(member) / 8] |= 1 << (member % 8) }
    return data
  }

  /// Adds the members of a block to a set of internal document numbers.
  package static func insert(_ data: [UInt8], block: Int, into set: inout Bitmap) {
    let base = UInt32(block * blockSize)
    if data.first == 1 {
      set.insertBits(data.dropFirst(), firstWord: block * blockSize / 64)
    } else {
      for member in members(data) { set.insert(base + UInt32(member)) }
    }
  }

  // MARK: Rows

  static func read(_ database: Database, _ name: String, block: Int) throws -> [UInt8]? {
    try Data.fetchOne(
      database.cachedStatement(
        sql: "SELECT data FROM document_columns WHERE name = ? AND block = ?"),
      arguments: [name, block]
    ).map { [UInt8]($0) }
  }

  static func readAll(_ database: Database, _ name: String) throws -> [(block: Int, data: [UInt8])]
  {
    try Row.fetchAll(
      database,
      sql: "SELECT block, data FROM document_columns WHERE name = ? ORDER BY block",
      arguments: [name]
    ).map { ($0.offset("block"), $0.bytes("data")) }
      // Only a damaged file has other blocks.
      .filter { block, _ in block * blockSize < PostingKey.mostNumbers }
  }

  /// Adds the sets whose names begin with a prefix, if their whole names match, to a set of
  /// internal document numbers.
  static func insertAll(
    _ database: Database, withPrefix prefix: String, into set: inout Bitmap,
    where matches: (String) -> Bool
  ) throws {
    let rows = try ColumnStatement(
      database,
      sql: "SELECT name, block, data FROM document_columns WHERE name >= ? AND name < ?")
    try rows.forEach(withPrefix: prefix) {
      let block = rows.offset(1)
      guard block * blockSize < PostingKey.mostNumbers, matches(rows.text(0)) else { return }
      insert([UInt8](rows.bytes(2)), block: block, into: &set)
    }
  }

  static func write(_ database: Database, _ name: String, block: Int, _ data: [UInt8]) throws {
    // Changes a row in place, where REPLACE would move it to the end of the table.
    try database.cachedStatement(
      sql: """
        INSERT INTO document_columns (name, block, data) VALUES (?, ?, ?)
        ON CONFLICT (name, block) DO UPDATE SET data = excluded.data
        """
    ).execute(arguments: [name, block, Data(data)])
  }
}
