/// The scored terms of a plan, looked up by their pattern as typed.
///
/// A search may have tens of thousands.
struct ScoredTerms {
  private let scored: [PlannedTerm]
  /// The terms by pattern if they are many; comparing a few is faster than hashing them.
  private let terms: [Pattern: PlannedTerm]?
  /// The expansions of forms with stop words, by the terms of the form.
  let replacements: [[String]: [Pattern]]

  init(_ plan: QueryPlan) {
    scored = plan.scored
    replacements = plan.replacements
    if scored.count <= 8 {
      terms = nil
      return
    }
    let typed = scored.compactMap { term in
      term.members.first.map { ($0.pattern, term) }
    }
    terms = Dictionary(typed, uniquingKeysWith: { first, _ in first })
  }

  /// The term with this pattern as typed; `nil` if there is none.
  subscript(pattern: Pattern) -> PlannedTerm? {
    guard let terms else { return scored.first { $0.members.first?.pattern == pattern } }
    return terms[pattern]
  }

  /// A pattern and its expansions; a condition on the pattern is met by any of them.
  func patterns(of pattern: Pattern) -> [Pattern] {
    self[pattern]?.members.map(\.pattern) ?? [pattern]
  }
}
