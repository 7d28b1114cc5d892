/// A cluster: the file of its head, and the servers of its shards.
public struct ClusterConfiguration: Sendable, Equatable {
  /// How to react if no server answers for a shard.
  public enum OnMissing: String, Sendable, CaseIterable {
    /// The search fails.
    case error
    /// The other shards answer, and the answer says that it is partial.
    case partial
  }

  /// Path of the program that reads the shards.
  public var program: String
  /// Path of the head: the index file without what the shards store.
  public var head: String
  /// Path of the index file that the shards were made from; `nil` if it is not known.
  public var library: String?
  /// For each shard, the servers with the same contents as `host:port`, the preferred one first.
  public var shards: [[String]]
  /// How long to wait for a server, in milliseconds.
  public var timeout = 2000
  /// How to react if no server answers for a shard.
  public var whenMissing = OnMissing.error

  /// Creates a configuration.
  public init(program: String, head: String, shards: [[String]]) {
    self.program = program
    self.head = head
    self.shards = shards
  }
}
