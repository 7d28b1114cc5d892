/// The reasons why the records of a work are the same work.
///
/// A record of a small work is compared with all others. One of a large work is compared with the
/// first record and with some that share a key with it, as in ``WorkGroups``, so that thousands of
/// copies take time in proportion to their number.
public struct WorkReasons {
  private let records: [LinkageRecord]
  private let decisions: DuplicateDecisions
  /// The offsets of the records with a key, in ascending order; empty for a small work.
  private let owners: [WorkKey: [Int]]

  /// Prepares the records of a work.
  ///
  /// - Parameter records: in the order of ``RecordRank``, the kept one first.
  public init(_ records: [LinkageRecord], _ decisions: DuplicateDecisions) {
    self.records = records
    self.decisions = decisions
    var owners: [WorkKey: [Int]] = [:]
    if records.count > WorkGroups.comparisons {
      for (index, record) in records.enumerated() {
        for key in record.keys { owners[key, default: []].append(index) }
      }
    }
    self.owners = owners
  }

  /// The strongest reason why a record is the same work as one of the others.
  ///
  /// - Parameter index: the offset of the record.
  /// - Returns: the offset of the other record, and the reason; of equally strong reasons, the
  ///   first. `nil` if it is the same work as none of them.
  public func strongest(of index: Int) -> (other: Int, reason: RecordMatch.Reason)? {
    let record = records[index]
    let isDecided = decisions.concern(record)
    var best: (other: Int, reason: RecordMatch.Reason)?
    for other in others(of: index, all: isDecided) {
      guard let reason = record.reason(with: records[other], decisions) else { continue }
      if let best, best.reason.strength <= reason.strength { continue }
      best = (other, reason)
      // Only a decision is stronger than an identifier.
      if case .identifier = reason, !isDecided { break }
    }
    return best
  }

  /// The offsets of the records with which one is compared, in ascending order.
  private func others(of index: Int, all: Bool) -> [Int] {
    if all || owners.isEmpty { return records.indices.filter { $0 != index } }
    let limit = WorkGroups.comparisons
    var others: Set<Int> = [0]
    for key in records[index].keys {
      let same = owners[key] ?? []
      let place = same.partitioningIndex { $0 >= index }
      others.formUnion(same.prefix(limit))
      others.formUnion(same[..<place].suffix(limit))
      // The first of them is the record itself.
      others.formUnion(same[place...].prefix(limit + 1))
    }
    others.remove(index)
    return others.sorted()
  }
}
