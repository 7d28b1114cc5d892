/// The state of a shard of a cluster.
public struct ShardStatus: Sendable, Equatable {
  /// Its servers, the preferred one first.
  public var servers: [String]
  /// The server in use, or the preferred one if none answers.
  public var server: String
  /// Whether a server answers.
  public var isReachable: Bool
  /// The number of documents in the shard.
  public var documents: Int
  /// The time that the server took to answer, in seconds.
  public var latency: Double
  /// The number of queries that the shard did not answer since the program started.
  public var failures: Int
}
