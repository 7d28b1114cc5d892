import Query

/// The terms of texts that were read from shards, kept between queries.
///
/// They never change under a number while the shards stay as they are.
package struct ShardTextCache {
  private var terms: [SearchRequest.Unit: [UInt32: ShardTerms]] = [:]
  /// The stored bytes of the texts of each unit.
  private var bytes: [SearchRequest.Unit: Int] = [:]

  /// The stored bytes of all texts of a unit.
  package func size(_ unit: SearchRequest.Unit) -> Int { bytes[unit] ?? 0 }

  /// The shards of documents that were candidates.
  private var shards: [UInt32: UInt32] = [:]
  private var state: UInt32 = 0

  /// The number of texts of a unit that are kept; each takes about 3 kB.
  package static let limit = 8000

  /// The stored bytes of texts of a unit, above which some are forgotten.
  package static let mostBytes = 16 << 20

  /// Creates an empty cache.
  package init() {}

  /// Forgets everything if the shards have changed.
  package mutating func follow(_ newState: UInt32) {
    if state == newState { return }
    self = ShardTextCache()
    state = newState
  }

  /// The terms of a text; `nil` if they are not known.
  package func terms(of number: UInt32, _ unit: SearchRequest.Unit) -> ShardTerms? {
    terms[unit]?[number]
  }

  /// Forgets some texts if there is no room for as many as `count` more.
  package mutating func makeRoom(for count: Int, _ unit: SearchRequest.Unit) {
    if terms[unit, default: [:]].count + count <= Self.limit,
      bytes[unit, default: 0] <= Self.mostBytes
    {
      return
    }
    // Any half will do: keeping track of their use would cost more than it saves.
    terms[unit] = terms[unit]?.filter { _ in Bool.random() }
    bytes[unit] = terms[unit]?.values.reduce(0) { $0 + $1.size }
  }

  /// Adds texts as they are stored (``ShardTerms``).
  package mutating func add(_ data: [UInt32: [UInt8]], _ unit: SearchRequest.Unit) {
    for (number, stored) in data {
      let added = ShardTerms(stored)
      let replaced = terms[unit, default: [:]].updateValue(added, forKey: number)
      bytes[unit, default: 0] += added.size - (replaced?.size ?? 0)
    }
  }

  /// The shard of a document; `nil` if it is not known.
  package func shard(of document: UInt32) -> UInt32? { shards[document] }

  /// Notes the shard of a document.
  package mutating func note(shard: UInt32, of document: UInt32) { shards[document] = shard }
}
