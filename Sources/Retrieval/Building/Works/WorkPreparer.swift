import Analysis
import Foundation
import GRDB
import Literature

/// Prepares documents that consist of several records, on the writer's thread.
final class WorkPreparer {
  /// Its number among the preparers.
  static let number = -1

  private let analyzer: Analyzer
  private let preparer: DocumentPreparer
  private var epoch = 0
  private var words = 0

  init(_ database: Database, analyzer: Analyzer) throws {
    self.analyzer = analyzer
    let dictionary = try Data.fetchOne(
      database, sql: "SELECT data FROM dictionaries ORDER BY number DESC LIMIT 1")
    preparer = DocumentPreparer(
      analyzer: analyzer, dictionary: dictionary.map { [UInt8]($0) },
      hasFullText: try FullTextSchema.exists(database),
      appraise: DocumentAppraiser.make(try CorrectionTable.all(database)))
  }

  /// Prepares a document and passes its words to the writer.
  func prepare(_ document: Document, for writer: IndexWriter) -> PreparedDocument {
    if analyzer.wordCount > IndexPipeline.wordLimit {
      analyzer.reset()
      epoch += 1
      words = 0
    }
    let prepared = preparer.prepare(document)
    let new = (words..<analyzer.wordCount).map { analyzer.word(UInt32($0)) }
    words = analyzer.wordCount
    writer.begin(
      PreparedBatch(preparer: Self.number, epoch: epoch, newWords: new))
    return prepared
  }
}
