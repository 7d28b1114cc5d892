import GRDB
import Ranking

/// The difference between an index and the shards that were made from it.
///
/// A document never changes under its number: a changed document gets a new one. So the numbers
/// that the head of the shards knows are enough to find what changed, whatever happened in between.
struct ShardChanges {
  /// The documents to send, in the order of their numbers.
  private(set) var added: [UInt32] = []
  /// The documents that must leave the shards.
  private(set) var removed: [UInt32] = []

  /// - Parameters:
  ///   - head: the head of the shards.
  ///   - index: the index.
  init(head: Database, index: Database) throws {
    let (old, new) = (try IndexSnapshot(head), try IndexSnapshot(index))
    let known = UInt32(clamping: try IndexProperties.number(head, .nextDocument))
    let next = UInt32(clamping: try IndexProperties.number(index, .nextDocument))
    let (before, now) = (old.alive(), new.alive())
    let rewritten = try Self.rewritten(old, new, index)
    let encodedFrom = try Self.encodedFrom(head, index)
    for document in now.numbers {
      let isKnown = document < known && before.contains(document)
      if !isKnown || document >= encodedFrom || rewritten.contains(where: { $0.contains(document) })
      {
        added.append(document)
      }
    }
    // An update that did not reach its end may have sent documents that the head does not know.
    let sent = known < next ? (known..<next).filter { !now.contains($0) } : []
    removed = before.numbers.filter { !now.contains($0) } + sent
    removed += try ClusterIdentity.leaving(head).filter { !now.contains($0) }
    removed = Set(removed).sorted()
  }

  /// The documents whose impacts were computed again with the averages that the index now keeps.
  private static func rewritten(
    _ old: IndexSnapshot, _ new: IndexSnapshot, _ index: Database
  ) throws -> [Range<UInt32>] {
    let first = try FixedAverages(index)?.firstSegment ?? 0
    let kept = Set(new.segments.map(\.number))
    return old.segments.filter { $0.number < first && !kept.contains($0.number) }.map(\.documents)
  }

  /// The first document whose embedding may have changed.
  private static func encodedFrom(_ head: Database, _ index: Database) throws -> UInt32 {
    let encoder = try IndexProperties.value(index, .encoder)
    if try IndexProperties.value(head, .encoder) != encoder { return 0 }
    let before = try IndexProperties.number(head, .encodedBefore)
    let now = try IndexProperties.number(index, .encodedBefore)
    return before == now ? .max : UInt32(clamping: before)
  }
}
