/// Groups records that share keys, directly or through others, into works.
///
/// Matching pairs are joined, the most certain first: by identifier, then by volume and page, then
/// by title. A pair is not joined if that would put two PMIDs into one work. The result depends
/// only on the records and their order. Records sorted by ``RecordRank`` give the same works,
/// regardless of the order in which they were read.
public enum WorkGroups {
  /// The records of each work, as offsets in ascending order; works are ordered by their first
  /// record.
  public static func works(of records: [LinkageRecord]) -> [[Int]] {
    var roots = Array(records.indices)
    var names = records.map(\.identifiers)
    func root(_ index: Int) -> Int {
      var index = index
      while roots[index] != index { index = roots[index] }
      return index
    }
    for pair in pairs(records) {
      let (left, right) = (root(pair.left), root(pair.right))
      guard left != right, !conflict(names[left], names[right]) else { continue }
      let (kept, joined) = (min(left, right), max(left, right))
      roots[joined] = kept
      names[kept].formUnion(names[joined])
    }
    var works: [Int: [Int]] = [:]
    for index in records.indices { works[root(index), default: []].append(index) }
    return works.keys.sorted().compactMap { works[$0] }
  }

  /// Maximum number of earlier records with the same key that a record is compared with.
  private static let comparisons = 64

  private struct Pair {
    var strength: Int
    var left: Int
    var right: Int
  }

  /// The pairs that match, the most certain first.
  private static func pairs(_ records: [LinkageRecord]) -> [Pair] {
    var owners: [DuplicateKey: [Int]] = [:]
    var pairs: [Pair] = []
    for (index, record) in records.enumerated() {
      var compared = Set<Int>()
      for key in record.keys {
        for other in owners[key, default: []].suffix(comparisons)
        where compared.insert(other).inserted {
          guard case .same(let reason) = records[other].match(record) else { continue }
          let strength =
            switch reason {
            case .identifier: 0
            case .place: 1
            case .title: 2
            }
          pairs.append(Pair(strength: strength, left: other, right: index))
        }
        owners[key, default: []].append(index)
      }
    }
    return pairs.sorted { ($0.strength, $0.left, $0.right) < ($1.strength, $1.left, $1.right) }
  }

  private static func conflict(_ left: Set<Identifier>, _ right: Set<Identifier>) -> Bool {
    LinkageRecord.exclusive.contains { scheme in
      let mine = left.filter { $0.scheme == scheme }
      let others = right.filter { $0.scheme == scheme }
      return !mine.isEmpty && !others.isEmpty && mine.isDisjoint(with: others)
    }
  }
}
