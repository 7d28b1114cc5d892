/// Data kept between the queries of a connection: analysed tables, results of earlier lookups, and
/// buffers for reranking.
final class SearchCaches {
  let synonyms: Synonyms
  let buffers = RerankingBuffers()
  private(set) var abbreviations: AbbreviationCache
  private(set) var families: WordFamilies
  private(set) var forms: WordForms
  private let formation: WordFormation?
  private var snapshot: IndexSnapshot

  /// - Parameter added: synonyms of the user, in rows of forms that mean the same.
  init(_ reader: IndexReader, synonyms added: [[String]] = []) throws {
    synonyms = Synonyms(analyzer: reader.analyzer, added: added)
    formation =
      reader.analyzer.language == "english" ? WordFormation(analyzer: reader.analyzer) : nil
    snapshot = reader.snapshot
    forms = try WordForms(reader.database)
    (abbreviations, families) = try Self.lookups(reader, forms, formation)
  }

  /// Clears earlier lookups if the index has changed.
  func follow(_ reader: IndexReader) throws {
    guard reader.snapshot !== snapshot else { return }
    snapshot = reader.snapshot
    forms = try WordForms(reader.database)
    (abbreviations, families) = try Self.lookups(reader, forms, formation)
  }

  private static func lookups(
    _ reader: IndexReader, _ forms: WordForms, _ formation: WordFormation?
  ) throws -> (AbbreviationCache, WordFamilies) {
    (
      try AbbreviationCache(
        reader.database, analyzer: reader.analyzer, statistics: reader.statistics),
      WordFamilies(
        formation: formation, forms: forms, dictionary: reader.dictionary,
        statistics: reader.statistics, snapshot: reader.snapshot)
    )
  }
}
