import Analysis
import Foundation
import GRDB
import Literature

/// Removes documents from an index.
///
/// Their terms and words must be known, so the stored text is analysed again in the same way.
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
  /// - Returns: the digests of its work keys.
  func remove(number: Int, _ writer: IndexWriter) throws -> [Int64] {
    guard let row = try DocumentRow.row(database, number: number) else { return [] }
    var document = DocumentRow.document(row)
    document.text = try texts.whole(document: number)
    let prepared = preparer.prepare(document)
    try writer.remove(
      number: number,
      RemovedDocument(
        firstPassage: row.offset("first_passage"),
        terms: prepared.passages.map { passage in
          Set(Set(prepared.tokens[passage.tokens].map(\.word)).map { analyzer.word($0).term })
        },
        words: prepared.tokens.map { analyzer.word($0.word) },
        abbreviations: prepared.abbreviations))
    return prepared.keys
  }
}
