import GRDB

/// The properties of its shards that the head of a cluster stores.
struct ClusterIdentity: Equatable {
  /// A unique name, by which head and shards recognise each other.
  var name: String
  var shards: Int
  /// The first number of passages in a shard; documents are below, and rows from twice this on.
  var base: UInt32
}

extension ClusterIdentity {
  /// The identity in a head; `nil` if it has none.
  init?(_ database: Database) throws {
    let base = try IndexProperties.number(database, .shardBase)
    guard let name = try IndexProperties.value(database, .cluster), base > 0,
      let number = UInt32(exactly: base)
    else { return nil }
    self.init(name: name, shards: try IndexProperties.number(database, .shards), base: number)
  }

  func write(_ database: Database) throws {
    try IndexProperties.set(database, .cluster, name)
    try IndexProperties.set(database, .shards, String(shards))
    try IndexProperties.set(database, .shardBase, String(base))
  }

  /// Checks that all numbers of an index fit into the shards.
  ///
  /// - Parameters:
  ///   - documentLimit: the upper limit of document numbers.
  ///   - passageLimit: that of passage numbers.
  /// - Throws: ``IndexError/cluster(detail:)`` if they don't.
  func checkRoom(documentLimit: Int, passageLimit: Int) throws {
    guard max(documentLimit, passageLimit) <= Int(base) else {
      throw IndexError.cluster(
        detail: "its shards have no room for more documents; make them again with peerlit shard")
    }
  }

  // MARK: Documents that leave the shards

  /// The documents that were removed from a head, and perhaps not yet from the shards.
  static func leaving(_ database: Database) throws -> [UInt32] {
    (try IndexProperties.value(database, .leaving) ?? "").split(separator: " ")
      .compactMap { UInt32($0) }
  }

  static func setLeaving(_ database: Database, _ documents: [UInt32]) throws {
    try IndexProperties.set(
      database, .leaving, documents.map(String.init).joined(separator: " "))
  }
}
