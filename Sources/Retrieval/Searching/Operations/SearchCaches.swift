import Analysis

/// Data kept between the queries of a connection: analysed tables, results of earlier lookups, and
/// buffers for reranking.
///
/// Only expansions need the tables, so they are analysed for the first query that is expanded.
final class SearchCaches {
  private(set) lazy var synonyms = Synonyms(analyzer: analyzer, added: added)
  let buffers = RerankingBuffers()
  private(set) var abbreviations: AbbreviationCache
  private(set) var forms: WordForms
  private var knownFamilies: WordFamilies?
  private lazy var formation =
    analyzer.language == "english" ? WordFormation(analyzer: analyzer) : nil
  private let analyzer: Analyzer
  private let added: [[String]]
  private var snapshot: IndexSnapshot

  /// - Parameter added: synonyms of the user, in rows of forms that mean the same.
  init(_ reader: IndexReader, synonyms added: [[String]] = []) throws {
    analyzer = reader.analyzer
    self.added = added
    snapshot = reader.snapshot
    forms = try WordForms(reader.database)
    abbreviations = try Self.abbreviations(reader)
  }

  /// Clears earlier lookups if the index has changed.
  func follow(_ reader: IndexReader) throws {
    guard reader.snapshot !== snapshot else { return }
    snapshot = reader.snapshot
    forms = try WordForms(reader.database)
    abbreviations = try Self.abbreviations(reader)
    knownFamilies = nil
  }

  /// The word families of the index, as the reader sees it.
  func families(_ reader: IndexReader) -> WordFamilies {
    if let knownFamilies { return knownFamilies }
    let families = WordFamilies(
      formation: formation, forms: forms, dictionary: reader.dictionary,
      statistics: reader.statistics, snapshot: reader.snapshot)
    knownFamilies = families
    return families
  }

  private static func abbreviations(_ reader: IndexReader) throws -> AbbreviationCache {
    try AbbreviationCache(
      reader.database, analyzer: reader.analyzer, statistics: reader.statistics)
  }
}
