import Embeddings
import Literature

/// The settings of searches that do not depend on the request.
package struct SearchSettings: Sendable {
  /// Rows of forms that mean the same, in addition to the built-in ones.
  package var synonyms: [[String]] = []
  /// Features of reranking that are left out; only measurements set it.
  package var without: Set<RerankingFeature> = []
  /// Reads copies of posting rows, and overwrites them when they end, so that any use of a row
  /// after its end changes the results; only tests set it.
  package var poisonsRows = false
  /// Posting lists of up to this many postings are always counted, which takes about a millisecond.
  package var postingsCounted = 200_000

  /// The cluster whose head the index file is; `nil` for an ordinary file.
  package var cluster: ClusterConfiguration?

  /// The table that the embeddings of queries are made with; `nil` for none.
  package var embeddings: EmbeddingTable? = EmbeddingTable.standard
  /// Encodes queries of plain words, in an index whose documents it has encoded; `nil` leaves
  /// queries with the embeddings of their words.
  package var queryEncoder: SentenceEncoder?

  /// The settings for an index file, without synonyms of the user.
  package init() {}
}
