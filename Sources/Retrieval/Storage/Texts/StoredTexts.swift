import Foundation
import GRDB

/// Reads the compressed text of documents, for one connection.
final class StoredTexts {
  private let database: Database
  private let decompressor = TextDecompressor()
  private let blocks: ColumnStatement

  init(_ database: Database) throws {
    self.database = database
    blocks = try ColumnStatement(database, sql: "SELECT byte, data FROM texts WHERE id = ?")
  }

  /// The dictionary that new texts are compressed with; `nil` if there is none yet.
  static func dictionary(_ database: Database) throws -> [UInt8]? {
    try Data.fetchOne(
      database, sql: "SELECT data FROM dictionaries ORDER BY number DESC LIMIT 1"
    ).map { [UInt8]($0) }
  }

  /// The whole text of a document; damaged parts are omitted.
  func whole(document: Int) throws -> String {
    var bytes: [UInt8] = []
    let rows = try rows(of: document)
    while let row = try rows.next() { bytes += try unpacked(row.bytes("data")) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first words of a document, as they are separated by white space; damaged parts are
  /// omitted.
  func beginning(document: Int, words limit: Int) throws -> String {
    var words: [Substring] = []
    let rows = try rows(of: document)
    while words.count < limit, let row = try rows.next() {
      words += String(decoding: try unpacked(row.bytes("data")), as: UTF8.self).split(
        maxSplits: limit, whereSeparator: \.isWhitespace
      ).prefix(limit - words.count)
    }
    return words.joined(separator: " ")
  }

  /// The whole text of a document that is not yet written.
  func whole(_ blocks: [PackedBlock]) throws -> String {
    var bytes: [UInt8] = []
    for block in blocks { bytes += try unpacked(block.data) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Some bytes of a document's text, within one block.
  ///
  /// - Returns: `nil` if the block is missing or damaged.
  func slice(document: Int, block: Int, bytes: Range<Int>) throws -> String? {
    defer { blocks.reset() }
    guard try blocks.find(TextKey.id(document: document, block: block)),
      let text = try unpack(blocks.bytes(1))
    else { return nil }
    let start = bytes.lowerBound - blocks.offset(0)
    guard start >= 0, start + bytes.count <= text.count else { return nil }
    return String(decoding: text[start..<start + bytes.count], as: UTF8.self)
  }

  /// The blocks of a document's text, in order.
  private func rows(of document: Int) throws -> RowCursor {
    let ids = TextKey.range(document: document)
    return try Row.fetchCursor(
      database, sql: "SELECT data FROM texts WHERE id >= ? AND id < ? ORDER BY id",
      arguments: [ids.lowerBound, ids.upperBound])
  }

  /// The text of a block; empty if it is damaged.
  private func unpacked(_ block: [UInt8]) throws -> [UInt8] {
    try block.withUnsafeBytes { try unpack($0) } ?? []
  }

  private func unpack(_ packed: UnsafeRawBufferPointer) throws -> [UInt8]? {
    try decompressor.decompress(packed) { number in
      try Data.fetchOne(
        database, sql: "SELECT data FROM dictionaries WHERE number = ?", arguments: [Int(number)]
      ).map { [UInt8]($0) }
    }
  }
}
