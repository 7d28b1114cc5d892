/// The scored terms of a plan, looked up by their pattern as typed.
///
/// A search may have tens of thousands.
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

  /// The term with this pattern as typed; `nil` if there is none.
  subscript(pattern: Pattern) -> PlannedTerm? { terms[pattern] }

  /// A pattern and its expansions; a condition on the pattern is met by any of them.
  func patterns(of pattern: Pattern) -> [Pattern] {
    terms[pattern]?.members.map(\.pattern) ?? [pattern]
  }
}
