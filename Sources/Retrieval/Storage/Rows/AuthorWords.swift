import Analysis
import GRDB
import Ranking

/// Reads the words of the authors of documents, for one connection.
///
/// Names that match initials are checked here, because thousands of words of a large library begin
/// with the same letter.
final class AuthorWords {
  private let authors: ColumnStatement
  // A separate analyzer, whose cache may be emptied between two documents: the names of a large
  // library would fill that of the connection, which is never emptied.
  private let analyzer: Analyzer

  init(_ database: Database, language: String) throws {
    analyzer = try Analyzer(language: language)
    authors = try ColumnStatement(
      database, sql: "SELECT authors FROM documents WHERE number = ?")
  }

  /// The positions of the words that begin with some letters, in ``FieldSpace``, in order and
  /// without duplicates.
  ///
  /// - Parameter letters: folded.
  func positions(of document: UInt32, beginningWith letters: String) throws -> [UInt16] {
    guard try authors.find(Int64(document)) else { return [] }
    let names = authors.lines(0)
    authors.reset()
    if analyzer.wordCount > Analyzer.mostCachedWords { analyzer.reset() }
    let words = AnalysedColumn.values(
      names, base: FieldSpace.authors, gap: FieldSpace.authorGap, analyzer)
    var found: [UInt16] = []
    for token in words.tokens where found.last != token.position {
      if analyzer.withFolded(token.word, { $0.starts(with: letters.utf8) }) {
        found.append(token.position)
      }
    }
    return found
  }
}
