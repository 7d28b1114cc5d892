import Analysis
import Foundation
import GRDB
import Literature

/// Removes documents from an index.
///
/// FTS5 needs the indexed text, and the words of the document are counted, so the stored text is
/// analysed again in the same way.
final class DocumentRemover {
  private let database: Database
  private let analyzer: Analyzer
  private let preparer: DocumentPreparer
  private let texts: StoredTexts

  init(_ database: Database, analyzer: Analyzer) throws {
    self.database = database
    self.analyzer = analyzer
    preparer = DocumentPreparer(
      analyzer: analyzer, dictionary: nil, hasFullText: try FullTextSchema.exists(database),
      appraise: { $0.facets })
    texts = try StoredTexts(database)
  }

  /// Removes a document by its internal number.
  ///
  /// - Returns: the digests of its work keys.
  func remove(number: Int, _ writer: IndexWriter) throws -> [Int64] {
    guard let row = try DocumentRow.row(database, number: number) else { return [] }
    var document = DocumentRow.document(row)
    document.text = try texts.whole(document: number)
    let prepared = preparer.prepare(document)
    let first = row.offset("first_passage")
    let rows = prepared.passages.indices.map { prepared.fullTextRow($0, number: first + $0) }
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
