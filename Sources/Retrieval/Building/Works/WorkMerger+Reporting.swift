import Literature

extension WorkMerger {
  /// Reports the new records of a work that are duplicates.
  ///
  /// Each is reported as a duplicate of the kept record, so that all reports on a work name the same
  /// one, as the list of duplicates does.
  /// - Parameter work: the records, the kept one first.
  func report(_ work: [Member]) {
    for index in new.settle(work.map(\.source)) {
      let member = work[index]
      let isKept = index == 0
      let others = work.indices.filter { $0 != index }.map { work[$0] }
      guard let kept = others.first else { continue }
      if !isKept, let reason = member.linkage.reason(with: kept.linkage, decisions) {
        incident(
          .duplicate(of: kept, member, member.linkage.explain(reason, with: kept.linkage)))
        continue
      }
      let best = member.linkage.strongestReason(among: others.map(\.linkage), decisions)
      let other = others[best?.offset ?? 0]
      let reason = best.map { member.linkage.explain($0.reason, with: other.linkage) }
      if isKept {
        // The index had another record of the work before, so the new one counts as a duplicate.
        incident(.duplicate(of: other, member, reason, isKept: true))
      } else {
        incident(.duplicate(of: kept, member, reason, through: other))
      }
    }
  }
}
