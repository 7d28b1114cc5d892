/// What the algorithms keep between the queries of a connection: tables that were analysed, what
/// was looked up for earlier queries, and memory to rerank in.
final class SearchCaches {
  let synonyms: Synonyms
  let buffers = RerankingBuffers()
  private(set) var abbreviations: AbbreviationCache
  private(set) var families: WordFamilies
  private var snapshot: IndexSnapshot

  init(_ reader: IndexReader) throws {
    synonyms = Synonyms(analyzer: reader.analyzer)
    snapshot = reader.snapshot
    abbreviations = try AbbreviationCache(
      reader.database, analyzer: reader.analyzer, statistics: reader.statistics)
    families = WordFamilies(
      dictionary: reader.dictionary, statistics: reader.statistics, snapshot: reader.snapshot)
  }

  /// Forgets what was looked up in an index that has changed since.
  func follow(_ reader: IndexReader) throws {
    guard reader.snapshot !== snapshot else { return }
    snapshot = reader.snapshot
    abbreviations = try AbbreviationCache(
      reader.database, analyzer: reader.analyzer, statistics: reader.statistics)
    families = WordFamilies(
      dictionary: reader.dictionary, statistics: reader.statistics, snapshot: reader.snapshot)
  }
}
