import Analysis
import GRDB

/// Changes to the documents of an index without reading sources.
extension Indexer {
  /// Runs `body` as the only writer of an existing index.
  ///
  /// - Parameter body: receives the connection, an analyzer of the index, and its language.
  /// - Throws: ``IndexError`` if there is no index or it can't be written.
  func edit<Result>(
    _ body: (Database, Analyzer, String) throws -> Result
  ) throws(IndexError) -> Result {
    // Open only an existing index.
    _ = try IndexFile.open(path: path)
    let lock = try WriterLock(index: path)
    defer { withExtendedLifetime(lock) {} }
    let file = try IndexFile.openForWriting(path: path, language: options.language)
    let language = try file.language()
    let result = try file.use { try body($0, Analyzer(language: language), language) }
    _ = try file.checkpoint()
    return result
  }

  /// The works of an index, grouped by the decisions stored so far.
  func works(
    _ database: Database, _ analyzer: Analyzer, _ language: String
  ) throws -> (merger: WorkMerger, stored: StoredDecisions) {
    let stored = try StoredDecisions(database, DecisionFile(index: path), analyzer)
    let merger = try WorkMerger(
      database, analyzer: analyzer, language: language, decisions: stored.current,
      seen: SeenRecords(), incident: { _ in })
    return (merger, stored)
  }
}
