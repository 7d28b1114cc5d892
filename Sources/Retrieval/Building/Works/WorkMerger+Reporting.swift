import Literature

extension WorkMerger {
  /// Reports the new records of a work that are duplicates.
  ///
  /// Each is reported as a duplicate of the kept record, so that all reports on a work name the
  /// same one, as the list of duplicates does.
  /// - Parameter work: the records, the kept one first.
  func report(_ work: [Member]) {
    let duplicates = new.settle(work.map(\.source))
    guard work.count > 1, let kept = work.first else { return }
    // Comparing a record with all others is almost never needed.
    var prepared: WorkReasons?
    for index in duplicates {
      let member = work[index]
      let isKept = index == 0
      if !isKept, let reason = member.linkage.reason(with: kept.linkage, decisions) {
        incident(
          .duplicate(of: kept, member, member.linkage.explain(reason, with: kept.linkage)))
        continue
      }
      let reasons = prepared ?? WorkReasons(work.map(\.linkage), decisions)
      prepared = reasons
      let best = reasons.strongest(of: index)
      let other = work[best?.other ?? (isKept ? 1 : 0)]
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
