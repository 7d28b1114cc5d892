import Analysis
import Foundation
import GRDB
import Literature

/// Takes documents out of an index.
///
/// FTS5 keeps no text here, so a deletion has to give it what was indexed: the stored text is
/// analysed again, by the same steps.
final class DocumentRemover {
  private let database: Database
  private let analyzer: Analyzer
  private let preparer: DocumentPreparer
  private let texts: StoredTexts

  init(_ database: Database, analyzer: Analyzer) throws {
    self.database = database
    self.analyzer = analyzer
    preparer = DocumentPreparer(analyzer: analyzer, dictionary: nil, appraise: { $0.facets })
    texts = try StoredTexts(database)
  }

  /// Removes a document by its number.
  ///
  /// - Returns: the digests of its duplicate keys.
  func remove(number: Int, _ writer: IndexWriter) throws -> [Int64] {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT * FROM documents WHERE number = ?", arguments: [number])
    else { return [] }
    var document = DocumentRow.document(row)
    document.text = try texts.whole(document: number)
    let prepared = preparer.prepare(document)
    let first = row.offset("first_passage")
    let rows = prepared.passages.enumerated().map { index, passage in
      FullTextRow(
        passage: first + index, title: prepared.titleColumn, heading: passage.headingColumn,
        body: passage.bodyColumn, authors: prepared.authorsColumn)
    }
    let words = prepared.tokens.map { analyzer.word($0.word) }
    try writer.remove(
      number: number, fullText: rows, words: words, definitions: prepared.abbreviations)
    return prepared.keys
  }
}
