extension Index {
  /// The state of every shard; empty for an index file.
  public func shards() throws -> [ShardStatus] {
    try use { try $0.reader.storage?.status() ?? [] }
  }
}
