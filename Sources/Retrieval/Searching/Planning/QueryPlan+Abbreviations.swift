extension QueryPlan {
  /// The plan as it applies to a document: without the abbreviations that the document defines as
  /// something other than what was meant; `nil` if there are none.
  func redefined(
    by document: UInt32, _ abbreviations: AbbreviationCache
  ) throws -> QueryPlan? {
    var plan = self
    var isRedefined = false
    for index in plan.scored.indices {
      try plan.scored[index].members.removeAll { member in
        guard case .abbreviation(let term, let meaning) = member.pattern,
          try abbreviations.documents(defining: term, otherThan: meaning).contains(document)
        else { return false }
        isRedefined = true
        return true
      }
    }
    return isRedefined ? plan : nil
  }
}
