/// Data kept between the queries of a connection: analysed tables, results of earlier lookups, and
/// buffers for reranking.
final class SearchCaches {
  let synonyms: Synonyms
  let buffers = RerankingBuffers()
  private(set) var abbreviations: AbbreviationCache
  private(set) var families: WordFamilies
  private var snapshot: IndexSnapshot

  /// - Parameter added: synonyms of the user, in rows of forms that mean the same.
  init(_ reader: IndexReader, synonyms added: [[String]] = []) throws {
    synonyms = Synonyms(analyzer: reader.analyzer, added: added)
    snapshot = reader.snapshot
    abbreviations = try AbbreviationCache(
      reader.database, analyzer: reader.analyzer, statistics: reader.statistics)
    families = WordFamilies(
      dictionary: reader.dictionary, statistics: reader.statistics, snapshot: reader.snapshot)
  }

  /// Clears earlier lookups if the index has changed.
  func follow(_ reader: IndexReader) throws {
    guard reader.snapshot !== snapshot else { return }
    snapshot = reader.snapshot
    abbreviations = try AbbreviationCache(
      reader.database, analyzer: reader.analyzer, statistics: reader.statistics)
    families = WordFamilies(
      dictionary: reader.dictionary, statistics: reader.statistics, snapshot: reader.snapshot)
  }
}
