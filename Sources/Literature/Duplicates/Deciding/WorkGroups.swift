/// Groups records that share keys, directly or through others, into works.
///
/// Pairs that a person decided on come first. Then matching pairs are joined, the most certain
/// first: by identifier, then by volume and page, then by title. A pair is not joined if that would
/// put different PMIDs, PMCIDs or registry numbers, or two records that a person decided to be
/// different, into one work. The result depends only on the records and their order. Records sorted
/// by ``RecordRank`` give the same works, regardless of the order in which they were read.
public enum WorkGroups {
  /// The records of each work, as offsets in ascending order; works are ordered by their first
  /// record.
  public static func works(
    of records: [LinkageRecord], _ decisions: DuplicateDecisions = .none
  ) -> [[Int]] {
    var roots = Array(records.indices)
    // Only identifiers that may conflict are compared, because a work may have thousands of others.
    var names = records.map { record in
      record.identifiers.filter { LinkageRecord.exclusive.contains($0.scheme) }
    }
    var different = DecidedPairs()
    func root(_ index: Int) -> Int {
      var index = index
      while roots[index] != index { index = roots[index] }
      return index
    }
    func join(_ left: Int, _ right: Int) {
      let (kept, joined) = (min(left, right), max(left, right))
      roots[joined] = kept
      names[kept].formUnion(names[joined])
      different.join(joined, to: kept)
    }
    let verdicts = decisions.verdicts(among: records)
    for (left, right, verdict) in verdicts where verdict == .different {
      different.insert(left, right)
    }
    for (left, right, verdict) in verdicts where verdict == .same {
      let (left, right) = (root(left), root(right))
      if left != right, !different.contains(left, right) { join(left, right) }
    }
    for pair in pairs(records) {
      let (left, right) = (root(pair.left), root(pair.right))
      guard left != right, !conflict(names[left], names[right]), !different.contains(left, right)
      else { continue }
      join(left, right)
    }
    var works: [Int: [Int]] = [:]
    for index in records.indices { works[root(index), default: []].append(index) }
    return works.keys.sorted().compactMap { works[$0] }
  }

  /// Maximum number of earlier records with the same key that a record is compared with.
  public static let comparisons = 64

  private struct Pair {
    var strength: Int
    var left: Int
    var right: Int
  }

  /// The pairs that match, the most certain first.
  private static func pairs(_ records: [LinkageRecord]) -> [Pair] {
    var owners: [WorkKey: [Int]] = [:]
    var pairs: [Pair] = []
    for (index, record) in records.enumerated() {
      var compared = Set<Int>()
      for key in record.keys {
        for other in owners[key, default: []].suffix(comparisons)
        where compared.insert(other).inserted {
          guard case .same(let reason) = records[other].match(record) else { continue }
          pairs.append(Pair(strength: reason.strength, left: other, right: index))
        }
        owners[key, default: []].append(index)
      }
    }
    return pairs.sorted { ($0.strength, $0.left, $0.right) < ($1.strength, $1.left, $1.right) }
  }

  private static func conflict(_ left: Set<Identifier>, _ right: Set<Identifier>) -> Bool {
    LinkageRecord.exclusive.contains { left.conflict(with: right, in: $0) }
  }
}

/// Groups that must not be joined, by the offset of their first record.
private struct DecidedPairs {
  private var others: [Int: Set<Int>] = [:]

  mutating func insert(_ left: Int, _ right: Int) {
    others[left, default: []].insert(right)
    others[right, default: []].insert(left)
  }

  func contains(_ left: Int, _ right: Int) -> Bool { others[left]?.contains(right) ?? false }

  /// Adds the notes of the group `joined` to the group `kept`.
  mutating func join(_ joined: Int, to kept: Int) {
    for other in others.removeValue(forKey: joined) ?? [] {
      others[other]?.remove(joined)
      insert(kept, other)
    }
  }
}
