import GRDB
import GRDBSQLite

/// Reads the forward index: the terms of documents in the order of their words.
///
/// A hot file: a hundred rows are decoded for a query, from where SQLite keeps them.
final class ForwardIndex {
  private let owner: Statement
  private let statement: OpaquePointer

  init(_ database: Database) throws {
    owner = try database.makeStatement(sql: "SELECT data FROM document_terms WHERE document = ?")
    statement = owner.sqliteStatement
  }

  /// The words of a document.
  func words(of document: Int) -> ForwardDocument {
    sqlite3_reset(statement)
    defer { sqlite3_reset(statement) }
    sqlite3_bind_int64(statement, 1, Int64(document))
    var result = ForwardDocument()
    guard sqlite3_step(statement) == SQLITE_ROW, let start = sqlite3_column_blob(statement, 0)
    else { return result }
    let bytes = UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, 0)))
    result.terms.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      var value: UInt32 = 0
      var shift: UInt32 = 0
      while offset < bytes.count {
        let byte = bytes[offset]
        offset &+= 1
        value |= UInt32(byte & 0x7F) &<< shift
        if byte < 0x80 { break }
        shift &+= 7
      }
      if value == ForwardIndexWriter.passage {
        result.passages.append(result.terms.count)
      } else {
        result.terms.append(value == ForwardIndexWriter.stopWord ? 0 : value &- 1)
      }
    }
    return result
  }
}

/// A document as the forward index has it.
struct ForwardDocument {
  /// Numbers of the terms in the order of the words, title first; 0 for a stop word.
  var terms: [UInt32] = []
  /// Where each passage begins in `terms`; what comes before the first is the title.
  var passages: [Int] = []

  /// The words of the title.
  var title: Range<Int> { 0..<(passages.first ?? terms.count) }
  /// The words of all passages.
  var body: Range<Int> { (passages.first ?? terms.count)..<terms.count }

  /// The words of a passage.
  func passage(_ index: Int) -> Range<Int> {
    passages[index]..<(index + 1 < passages.count ? passages[index + 1] : terms.count)
  }
}
