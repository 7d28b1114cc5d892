import Analysis
import Answers

/// Expands the words of a query: synonyms from a table, abbreviations
/// that documents define, and word families.
struct QueryExpander {
  let analyzer: Analyzer
  let synonyms: Synonyms
  let abbreviations: AbbreviationCache
  let families: WordFamilies
  let forms: WordForms
  let lists: PostingLists

  /// Weight of an abbreviation in place of its long form, and vice versa.
  static let abbreviationWeight = 0.7
  /// Weight of a word of the same family.
  static let familyWeight = 0.5
  /// Maximum length of a long form, in words.
  static let longestForm = 5
  /// Maximum number of short forms for a long one.
  static let mostShortForms = 3

  /// Adds members to the scored terms of a plan and reports them.
  func expand(_ plan: inout QueryPlan) throws {
    guard plan.scored.count <= QueryPlan.longestExpanded else { return }
    let terms = plan.scored.map(\.term)
    for index in terms.indices where terms[index] != nil {
      for entry in synonyms.entries(terms, at: index) {
        if entry.needsCapitals, !plan.scored[index].isCapital { continue }
        for other in entry.others {
          add(
            other.terms, shown: other.shown, weight: entry.weight,
            to: index..<index + entry.form.count, &plan, .synonym)
        }
      }
      try addLongForms(index, &plan)
      try addShortForms(terms, index, &plan)
    }
    for index in terms.indices {
      guard let term = terms[index] else { continue }
      for member in try families.members(of: term, lists) {
        add(
          [member], shown: try forms.mostFrequentWord(of: member), weight: Self.familyWeight,
          to: index..<index + 1, &plan, .wordFamily)
      }
    }
  }

  // MARK: Abbreviations

  /// Adds the long forms that the corpus defines for a short form.
  private func addLongForms(_ index: Int, _ plan: inout QueryPlan) throws {
    guard let word = plan.scored[index].word else { return }
    let senses = try abbreviations.senses(of: word, isCapital: plan.scored[index].isCapital)
    for sense in senses {
      add(
        sense.long, shown: sense.shown, weight: Self.abbreviationWeight, to: index..<index + 1,
        &plan, .abbreviation)
    }
  }

  /// Adds the short forms that the corpus defines for words of the query.
  private func addShortForms(
    _ terms: [String?], _ index: Int, _ plan: inout QueryPlan
  ) throws {
    guard index + 1 < terms.count, let first = terms[index], let second = terms[index + 1] else {
      return
    }
    let shortForms = try abbreviations.shortForms(beginning: first, second)
    for length in stride(from: min(Self.longestForm, terms.count - index), to: 1, by: -1) {
      let words = terms[index..<index + length].compactMap { $0 }
      guard words.count == length, let shorts = shortForms[words.joined(separator: " ")] else {
        continue
      }
      for short in shorts.prefix(Self.mostShortForms)
      where !EverydayWords.words.contains(short) {
        let isSense = try abbreviations.senses(of: short, isCapital: false)
          .contains { $0.long == words }
        guard isSense else { continue }
        let form = analyzer.tokens(in: short).filter { !$0.isJoined }.map(\.term)
        add(
          form, shown: short, weight: Self.abbreviationWeight, to: index..<index + length, &plan,
          .abbreviation)
      }
    }
  }

  // MARK: Adding

  /// Adds a form to every part of the query that it replaces.
  private func add(
    _ form: [String], shown: String, weight: Double, to range: Range<Int>,
    _ plan: inout QueryPlan, _ reason: ExpansionReason
  ) {
    guard !form.isEmpty else { return }
    let pattern = form.count == 1 ? Pattern.term(form[0]) : .phrase(form)
    var isNew = false
    for index in range {
      let isKnown = plan.scored[index].members.contains { $0.pattern == pattern }
      // A part of the query is not its own expansion: "renal failure" does not add "renal".
      let isTyped = plan.scored.contains { $0.members[0].pattern == pattern }
      if isKnown || isTyped { continue }
      plan.scored[index].members.append(PlannedMember(pattern: pattern, weight: weight))
      isNew = true
    }
    guard isNew else { return }
    let label = plan.scored[range].map(\.label).joined(separator: " ")
    plan.addExpansion(label, shown, reason)
  }
}
