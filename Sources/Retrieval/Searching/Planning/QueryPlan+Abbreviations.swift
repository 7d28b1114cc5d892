extension QueryPlan {
  /// The plan as it applies to a document: without the abbreviations that the document defines in
  /// another sense than the one that was meant; `nil` if there are none.
  func redefined(
    by document: UInt32, _ abbreviations: AbbreviationCache
  ) throws -> QueryPlan? {
    func isRedefined(_ member: PlannedMember) throws -> Bool {
      guard case .abbreviation(let term, let sense) = member.pattern else { return false }
      return try abbreviations.documents(defining: term, otherThan: sense).contains(document)
    }
    guard try scored.contains(where: { try $0.members.contains(where: isRedefined) }) else {
      return nil
    }
    var plan = self
    for index in plan.scored.indices {
      try plan.scored[index].members.removeAll(where: isRedefined)
    }
    return plan
  }
}
