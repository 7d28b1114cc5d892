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

  /// The whole text of a document; damaged parts are omitted.
  func whole(document: Int) throws -> String {
    var bytes: [UInt8] = []
    let ids = TextKey.range(document: document)
    let rows = try Row.fetchCursor(
      database, sql: "SELECT data FROM texts WHERE id >= ? AND id < ? ORDER BY id",
      arguments: [ids.lowerBound, ids.upperBound])
    while let row = try rows.next() {
      bytes += try row.bytes("data").withUnsafeBytes { try unpack($0) } ?? []
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first words of a document, as they are separated by white space; damaged parts are
  /// omitted.
  func beginning(document: Int, words limit: Int) throws -> String {
    var words: [Substring] = []
    let ids = TextKey.range(document: document)
    let rows = try Row.fetchCursor(
      database, sql: "SELECT data FROM texts WHERE id >= ? AND id < ? ORDER BY id",
      arguments: [ids.lowerBound, ids.upperBound])
    while words.count < limit, let row = try rows.next() {
      let bytes = try row.bytes("data").withUnsafeBytes { try unpack($0) } ?? []
      words += String(decoding: bytes, as: UTF8.self).split(
        maxSplits: limit, whereSeparator: \.isWhitespace
      ).prefix(limit - words.count)
    }
    return words.joined(separator: " ")
  }

  /// The whole text of a document that is not yet written.
  func whole(_ blocks: [PackedBlock]) throws -> String {
    var bytes: [UInt8] = []
    for block in blocks { bytes += try block.data.withUnsafeBytes { try unpack($0) } ?? [] }
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

  private func unpack(_ packed: UnsafeRawBufferPointer) throws -> [UInt8]? {
    try decompressor.decompress(packed) { number in
      try Data.fetchOne(
        database, sql: "SELECT data FROM dictionaries WHERE number = ?", arguments: [Int(number)]
      ).map { [UInt8]($0) }
    }
  }
}
