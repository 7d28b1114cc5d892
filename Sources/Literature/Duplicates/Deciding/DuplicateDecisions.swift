import Analysis

/// A person's decisions, indexed so that they can be applied to records.
///
/// If decisions contradict each other, the later one wins.
public struct DuplicateDecisions: Sendable {
  /// The decisions, in the order in which they were made.
  public let all: [DuplicateDecision]

  /// One of the two records of a decision.
  private struct Side: Hashable {
    var decision: Int
    var isLeft: Bool

    var opposite: Side { Side(decision: decision, isLeft: !isLeft) }
  }

  /// The sides of decisions, by the signatures of the records that match them.
  private var sides: [Int64: [Side]] = [:]
  /// The records of decisions, by their sides.
  private var references: [Side: LinkageRecord] = [:]
  /// For a key of a record: the keys of the records that were decided to be the same work.
  private var linked: [Int64: Set<Int64>] = [:]

  /// No decisions.
  public static let none = DuplicateDecisions()

  private init() { all = [] }

  /// Prepares decisions.
  ///
  /// - Parameter analyzer: the analyzer of the index.
  public init(_ decisions: [DuplicateDecision], _ analyzer: Analyzer) {
    all = decisions
    for (number, decision) in decisions.enumerated() {
      let (left, right) = (decision.left.linkage(analyzer), decision.right.linkage(analyzer))
      var (lefts, rights) = (left.signatures, right.signatures)
      // If two records share an identifier or all fields, these identify neither of them.
      let shared = lefts.intersection(rights)
      lefts.subtract(shared)
      rights.subtract(shared)
      if decision.verdict == .same, lefts.isEmpty, rights.isEmpty, !left.content.isEmpty {
        // Nothing distinguishes two copies, so the decision is about all records with this content.
        lefts = [left.contentDigest]
        rights = lefts
      }
      if decision.verdict == .same {
        let (leftKeys, rightKeys) = (left.digests, right.digests)
        for key in leftKeys { linked[key, default: []].formUnion(rightKeys) }
        for key in rightKeys { linked[key, default: []].formUnion(leftKeys) }
      }
      let side = Side(decision: number, isLeft: true)
      references[side] = left
      references[side.opposite] = right
      for name in lefts { sides[name, default: []].append(side) }
      for name in rights { sides[name, default: []].append(side.opposite) }
    }
  }

  /// Whether there are none.
  public var isEmpty: Bool { all.isEmpty }

  /// The keys of records that may have been decided to be the same work as one with these keys.
  public func keys(linkedTo keys: [Int64]) -> [Int64] {
    if linked.isEmpty { return [] }
    let found = keys.reduce(into: Set<Int64>()) { $0.formUnion(linked[$1] ?? []) }
    return found.subtracting(keys).sorted()
  }

  /// The decision on two records; `nil` if there is none.
  public func verdict(
    _ left: LinkageRecord, _ right: LinkageRecord
  ) -> DuplicateDecision.Verdict? {
    if isEmpty { return nil }
    return verdict(of: sides(of: left), sides(of: right))
  }

  /// Whether records of two works were decided to be different.
  public func separate(_ left: [LinkageRecord], _ right: [LinkageRecord]) -> Bool {
    if isEmpty { return false }
    let rights = right.map(sides(of:))
    return left.map(sides(of:)).contains { sides in
      rights.contains { verdict(of: sides, $0) == .different }
    }
  }

  /// Whether there is a decision on a record.
  public func concern(_ record: LinkageRecord) -> Bool {
    !isEmpty && record.signatures.contains { sides[$0] != nil }
  }

  /// The sides of decisions that a record is on.
  ///
  /// A record may have the identifiers of both records that were decided to be different. It is
  /// then neither of them, unless its fields or its content are those of one. A record that only
  /// shares the DOI of a book or a supplement with a decided record is not this record.
  private func sides(of record: LinkageRecord) -> Set<Side> {
    let sides = self.sides(matching: record.signatures)
    if sides.isEmpty { return sides }
    let certain = self.sides(matching: record.contentSignatures)
    let isAmbiguous = { (side: Side) in
      all[side.decision].verdict == .different && sides.contains(side.opposite)
    }
    return sides.filter { side in
      if isAmbiguous(side) { return certain.contains(side) && !certain.contains(side.opposite) }
      return certain.contains(side) || references[side]?.sharesInVain(record) != true
    }
  }

  private func sides(matching signatures: Set<Int64>) -> Set<Side> {
    signatures.reduce(into: []) { $0.formUnion(sides[$1] ?? []) }
  }

  private func verdict(of left: Set<Side>, _ right: Set<Side>) -> DuplicateDecision.Verdict? {
    let decisions = left.filter { right.contains($0.opposite) }
    return decisions.map(\.decision).max().map { all[$0].verdict }
  }

  /// The decisions on pairs of some records, by their offsets, the smaller one first.
  func verdicts(among records: [LinkageRecord]) -> [(Int, Int, DuplicateDecision.Verdict)] {
    if isEmpty { return [] }
    let sides = records.map(sides(of:))
    let concerned = sides.indices.filter { !sides[$0].isEmpty }
    return concerned.flatMap { left in
      concerned.filter { $0 > left }.compactMap { right in
        verdict(of: sides[left], sides[right]).map { (left, right, $0) }
      }
    }
  }
}

extension LinkageRecord {
  /// The digests of ``keys``.
  public var digests: [Int64] { keys.map(\.digest) }

  /// The digests by which a decision recognises a record: its identifiers, its other compared
  /// parts, and its whole content.
  var signatures: Set<Int64> {
    contentSignatures.union(identifiers.map { WorkKey.identifier($0).digest })
  }

  /// The digests of the compared parts other than identifiers, and of the whole content.
  var contentSignatures: Set<Int64> {
    var signatures: Set<Int64> = []
    var hasher = ContentHasher()
    hasher.feed("fields")
    hasher.feed([title, surname, volume ?? "", page ?? ""])
    hasher.feed(numbers)
    hasher.feed(surnames.sorted())
    hasher.feed(journal)
    hasher.feed([year ?? -1, isConferenceAbstract ? 1 : 0].map(String.init))
    signatures.insert(hasher.finish().digest)
    if !content.isEmpty { signatures.insert(contentDigest) }
    return signatures
  }

  /// The digest of the whole content.
  var contentDigest: Int64 {
    var hasher = ContentHasher()
    hasher.feed("content")
    hasher.feed(content.map { String($0) })
    return hasher.finish().digest
  }
}
