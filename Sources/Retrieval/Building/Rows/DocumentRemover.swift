import Analysis
import Foundation
import GRDB
import Literature

/// Removes documents from an index.
///
/// The FTS5 table contains no text, so a deletion needs the indexed text: the stored text is
/// analysed again in the same way.
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

  /// Removes a document by its internal number.
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
    try writer.remove(
      number: number,
      RemovedDocument(
        fullText: rows, words: prepared.tokens.map { analyzer.word($0.word) },
        terms: terms(of: prepared), abbreviations: prepared.abbreviations))
    return prepared.keys
  }

  /// The number of passages in which each term occurs.
  private func terms(of prepared: PreparedDocument) -> [String: Int] {
    var counts: [String: Int] = [:]
    for passage in prepared.passages {
      let words = Set(prepared.tokens[passage.tokens].map(\.word))
      for term in Set(words.map { analyzer.word($0).term }) { counts[term, default: 0] += 1 }
    }
    return counts
  }
}
