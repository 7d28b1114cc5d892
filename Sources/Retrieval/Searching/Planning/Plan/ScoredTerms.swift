/// The scored terms of a plan by their pattern as typed: a search may have tens of thousands.
struct ScoredTerms {
  private let terms: [Pattern: PlannedTerm]
  /// The expansions of forms with stop words, by the terms of the form.
  let replacements: [[String]: [Pattern]]

  init(_ plan: QueryPlan) {
    let typed = plan.scored.compactMap { term in
      term.members.first.map { ($0.pattern, term) }
    }
    terms = Dictionary(typed, uniquingKeysWith: { first, _ in first })
    replacements = plan.replacements
  }

  /// The term whose pattern as typed this is.
  subscript(pattern: Pattern) -> PlannedTerm? { terms[pattern] }

  /// A pattern and its expansions, any of which meets a condition on it.
  func patterns(of pattern: Pattern) -> [Pattern] {
    terms[pattern]?.members.map(\.pattern) ?? [pattern]
  }
}
