/// Records that are being joined into works, pair by pair.
///
/// A group never contains two records that contradict each other: records with different PMIDs or
/// other numbers, records that a person decided to be different, and records whose fields rule out
/// that they are one work, such as two articles with different DOIs. A record that matches both of
/// these therefore joins only one of them. Records that share an identifier count as one in this
/// comparison, because one of them may have a wrong year.
struct RecordGroups {
  private let records: [LinkageRecord]
  private var roots: [Int]
  /// The identifiers of a group, by its first record.
  private var identifiers: [Set<Identifier>]
  /// The records of a group, by its first record; in each part, they share identifiers or were
  /// joined by a decision.
  private var parts: [[[Int]]]
  private var different = SeparatePairs()

  /// Starts with each record on its own.
  init(_ records: [LinkageRecord]) {
    self.records = records
    roots = Array(records.indices)
    identifiers = records.map(\.identifiers)
    parts = records.indices.map { [[$0]] }
  }

  /// The records of each group, as offsets in ascending order; groups are ordered by their first
  /// record.
  var works: [[Int]] {
    var works: [Int: [Int]] = [:]
    for index in records.indices { works[root(index), default: []].append(index) }
    return works.keys.sorted().compactMap { works[$0] }
  }

  /// Records the decision that two records are different works.
  mutating func separate(_ left: Int, _ right: Int) { different.insert(left, right) }

  /// Joins the groups of two records that a person decided to be the same work, unless another
  /// decision separates them.
  mutating func joinDecided(_ left: Int, _ right: Int) {
    let (left, right) = (root(left), root(right))
    if left != right, !different.contains(left, right) { join(left, right, asOnePart: true) }
  }

  /// Joins the groups of two matching records, unless they contradict each other.
  mutating func join(_ pair: RecordPair) {
    let (left, right) = (root(pair.left), root(pair.right))
    guard left != right, !different.contains(left, right),
      !haveOtherNumbers(left, right, pair)
    else { return }
    if contradict(left, right, pair) {
      // Other pairs may link the same two groups, or larger groups made of them. Those groups must
      // stay separate as well.
      different.insert(left, right)
    } else {
      join(left, right, asOnePart: pair.isByIdentifier)
    }
  }

  private func root(_ index: Int) -> Int {
    var index = index
    while roots[index] != index { index = roots[index] }
    return index
  }

  private mutating func join(_ left: Int, _ right: Int, asOnePart: Bool) {
    let (kept, joined) = (min(left, right), max(left, right))
    roots[joined] = kept
    identifiers[kept].formUnion(identifiers[joined])
    identifiers[joined] = []
    let others = parts[joined]
    parts[joined] = []
    if asOnePart {
      parts[kept][0] += others.joined()
    } else {
      parts[kept] += others
    }
    different.join(joined, to: kept)
  }

  /// Whether two groups have different identifiers where a work has only one.
  private func haveOtherNumbers(_ left: Int, _ right: Int, _ pair: RecordPair) -> Bool {
    let (names, others) = (identifiers[left], identifiers[right])
    if LinkageRecord.exclusive.contains(where: { names.conflict(with: others, in: $0) }) {
      return true
    }
    // An article may have two DOIs; then volume, page and title are the same.
    let haveTwoDOIs = records[pair.left].conflicts(.doi, records[pair.right])
    return !pair.isByIdentifier && !haveTwoDOIs && names.conflict(with: others, in: .doi)
  }

  private func contradict(_ left: Int, _ right: Int, _ pair: RecordPair) -> Bool {
    let (lefts, rights) = (parts[left], parts[right])
    // Two records match, or there would be no pair.
    if lefts.isSingle, rights.isSingle { return false }
    let haveCommon = !identifiers[left].isDisjoint(with: identifiers[right])
    if haveCommon, shareInVain(lefts, rights) { return true }
    if pair.isByIdentifier { return false }
    let most = min(lefts.count, rights.count) == 1 ? Self.compared : Self.comparedEach
    return lefts.prefix(most).contains { part in
      rights.prefix(most).contains { contradict(part, $0) }
    }
  }

  /// Whether a record of one group shares an identifier that does not count with a record of the
  /// other.
  private func shareInVain(_ lefts: [[Int]], _ rights: [[Int]]) -> Bool {
    lefts.joined().prefix(Self.compared).contains { left in
      rights.joined().prefix(Self.compared).contains { records[left].sharesInVain(records[$0]) }
    }
  }

  /// Whether each record of one part contradicts each record of the other.
  private func contradict(_ left: [Int], _ right: [Int]) -> Bool {
    left.prefix(Self.comparedInPart).allSatisfy { left in
      right.prefix(Self.comparedInPart).allSatisfy { records[left].contradicts(records[$0]) }
    }
  }

  /// Maximum number of records or parts of a group that are compared, so that thousands of copies
  /// take time in proportion to their number.
  private static let compared = WorkGroups.comparisons
  /// Maximum number of parts of each group that are compared if both have several.
  private static let comparedEach = 8
  /// Maximum number of records of a part that are compared.
  private static let comparedInPart = 8
}

extension [[Int]] {
  /// Whether this is one part with one record.
  fileprivate var isSingle: Bool { count == 1 && self[0].count == 1 }
}

/// Groups that must not be joined, by the offset of their first record.
private struct SeparatePairs {
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
