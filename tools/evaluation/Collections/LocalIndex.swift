import Answers
import Embeddings
import Foundation
import Literature
import Query
import Retrieval

/// An index of a collection's corpus in a temporary folder, which is removed afterwards.
package final class LocalIndex {
  /// How queries are run.
  package enum Configuration: String, Sendable, CaseIterable {
    /// With the default options.
    case standard = "default"
    /// With `--related 100`: documents that share terms with the matches ranked among them.
    case related
    /// With `--exact`: only the words of the query.
    case exact
  }

  private let folder: URL
  private let path: String
  private let index: Index
  private let settings: SearchSettings

  /// Indexes a file of JSON Lines.
  ///
  /// - Parameters:
  ///   - embeddings: the table to rank by meaning with; `nil` for none.
  ///   - encoder: encodes the documents; `nil` for embeddings made of their words.
  ///   - encodesQueries: whether the encoder also encodes queries.
  /// - Throws: ``EvaluationError/unindexed(path:records:)`` if a record was not indexed, because
  ///   results on a part of the corpus would be misleading.
  package init(
    corpus: URL, embeddings: EmbeddingTable? = EmbeddingTable.standard, encoder: EncoderFile? = nil,
    encodesQueries: Bool = false
  ) throws {
    var settings = SearchSettings()
    settings.embeddings = embeddings
    if encodesQueries { settings.queryEncoder = encoder?.open() }
    self.settings = settings
    folder = FileManager.default.temporaryDirectory
      .appending(path: "peerlit-evaluate-\(UUID().uuidString)")
    path = folder.appending(path: "index.sqlite").path
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
      var options = IndexOptions()
      options.embeddings = embeddings
      options.encoder = encoder
      let account = try Indexer(path: path, options: options).index([corpus.path])
      let lost = account.records.failed + account.records.skipped + account.files.failed
      guard lost == 0 else {
        throw EvaluationError.unindexed(path: corpus.path, records: lost)
      }
      index = try Index(path: path, settings: settings)
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Runs topics as `peerlit search --queries` does: plain words, unit document, 1,000 documents.
  package func run(_ topics: [Topic], _ configuration: Configuration) throws -> Run {
    try run(topics, configuration, index)
  }

  /// Runs topics without a feature of reranking.
  package func run(_ topics: [Topic], without feature: RerankingFeature) throws -> Run {
    var settings = settings
    settings.without = [feature]
    return try run(topics, .standard, Index(path: path, settings: settings))
  }

  private func run(
    _ topics: [Topic], _ configuration: Configuration, _ index: Index
  ) throws -> Run {
    var run = Run()
    for topic in topics {
      var request = SearchRequest(topic.text)
      request.id = topic.id
      request.unit = .document
      request.limit = 1000
      request.plain = true
      request.exact = configuration == .exact
      request.related = configuration == .related ? 100 : nil
      run.hits[topic.id] = try index.references(request).map { Run.ScoredDocument($0.id, $0.score) }
    }
    return run
  }
}
