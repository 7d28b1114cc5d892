extension LinkageRecord {
  /// The reason why two records are the same work, by decision or by common fields; `nil` if they
  /// are not.
  public func reason(
    with other: LinkageRecord, _ decisions: DuplicateDecisions
  ) -> RecordMatch.Reason? {
    switch decisions.verdict(self, other) {
    case .same: return .decision
    case .different: return nil
    case nil: break
    }
    if case .same(let reason) = match(other) { return reason }
    return nil
  }
}
