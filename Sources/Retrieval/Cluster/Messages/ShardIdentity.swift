import Analysis
import GRDB

/// The identity of shards, stored with each of them: so shards of another cluster or of another
/// version of peerlit are refused instead of being searched with wrong results.
struct ShardIdentity {
  /// The name of the cluster (``ClusterIdentity``).
  var name: String
  /// The analyzer of the words.
  var analyzer: String

  /// Increased with every change of what shards or their head contain.
  ///
  /// Shards without an identity have format 1.
  static let format = 5

  /// The key under which shards store it.
  static let key = "identity"

  /// The identity that the shards of an index or a head must have.
  init(_ database: Database, name: String) throws {
    self.name = name
    analyzer = AnalyzerIdentity(language: try IndexProperties.language(database)).description
  }

  /// The lines that shards store.
  var text: String { "\(name)\n\(Self.format)\n\(analyzer)" }
}
