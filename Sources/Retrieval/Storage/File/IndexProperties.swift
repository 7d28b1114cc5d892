import Embeddings
import GRDB
import Literature

/// The named properties of an index.
enum IndexProperties: String {
  case format, language, analyzer, generation
  /// The version of ``MetadataSchema``.
  case metadata
  /// The decisions on duplicates that the index was built with, as JSON Lines.
  case decisions
  /// The table that the embeddings of documents were made with.
  case embeddings
  /// The encoder that made the embeddings of documents with numbers below ``encodedBefore``.
  case encoder
  case encodedBefore = "encoded_before"
  /// The name of the cluster whose head this file is.
  case cluster
  /// The number of shards of that cluster.
  case shards
  /// The first number of passages in its shards (``ClusterIdentity``).
  case shardBase = "shard_base"
  /// Documents that were removed from the head, and perhaps not yet from the shards.
  case leaving
  /// Average lengths that do not follow the documents (``FixedAverages``).
  case averages
  case nextDocument = "next_document"
  case nextPassage = "next_passage"
  case nextSegment = "next_segment"

  static func value(_ database: Database, _ name: IndexProperties) throws -> String? {
    try String.fetchOne(
      database, sql: "SELECT value FROM properties WHERE name = ?", arguments: [name.rawValue])
  }

  /// The Snowball name of the language.
  static func language(_ database: Database) throws -> String {
    try value(database, .language) ?? "english"
  }

  /// A number; 0 if there is none.
  static func number(_ database: Database, _ name: IndexProperties) throws -> Int {
    try value(database, name).flatMap { Int($0) } ?? 0
  }

  /// The given table, if the embeddings of an index were made with it; otherwise `nil`, because
  /// embeddings of different tables can't be compared.
  static func usable(_ database: Database, _ table: EmbeddingTable?) throws -> EmbeddingTable? {
    try value(database, .embeddings) == table?.name ? table : nil
  }

  static func set(_ database: Database, _ name: IndexProperties, _ value: String) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO properties (name, value) VALUES (?, ?)",
      arguments: [name.rawValue, value])
  }
}
