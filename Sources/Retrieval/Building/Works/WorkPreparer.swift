import Analysis
import GRDB
import Literature

/// Prepares documents that consist of several records, on the writer's thread.
final class WorkPreparer {
  /// Its number among the preparers.
  static let number = -1

  private let preparer: DocumentPreparer
  private var words: PreparerWords

  init(_ database: Database, analyzer: Analyzer) throws {
    words = PreparerWords(analyzer, of: Self.number)
    preparer = DocumentPreparer(
      analyzer: analyzer, dictionary: try StoredTexts.dictionary(database),
      appraise: DocumentAppraiser.make(try CorrectionTable.all(database)))
  }

  /// Prepares a document and passes its words to the writer.
  func prepare(_ document: Document, for writer: IndexWriter) -> PreparedDocument {
    words.limit()
    let prepared = preparer.prepare(document)
    writer.begin(words.batch())
    return prepared
  }
}
