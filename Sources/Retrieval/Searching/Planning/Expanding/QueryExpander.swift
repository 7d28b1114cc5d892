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
    for place in terms.indices where terms[place] != nil {
      for entry in synonyms.entries(terms, at: place) {
        if entry.needsCapitals, !plan.scored[place].isCapital { continue }
        for other in entry.others {
          add(
            other.terms, shown: other.shown, weight: entry.weight,
            to: place..<place + entry.form.count, &plan, .synonym)
        }
      }
      try addLongForms(place, &plan)
      try addShortForms(terms, place, &plan)
    }
    for place in terms.indices {
      guard let term = terms[place] else { continue }
      for member in try families.members(of: term, lists) {
        add(
          [member], shown: try forms.mostFrequentWord(of: member), weight: Self.familyWeight,
          to: place..<place + 1, &plan, .wordFamily)
      }
    }
  }

  // MARK: Abbreviations

  /// Adds the long forms that the corpus defines for a short form.
  private func addLongForms(_ place: Int, _ plan: inout QueryPlan) throws {
    guard let word = plan.scored[place].word else { return }
    let senses = try abbreviations.senses(of: word, isCapital: plan.scored[place].isCapital)
    for sense in senses {
      add(
        sense.long, shown: sense.shown, weight: Self.abbreviationWeight, to: place..<place + 1,
        &plan, .abbreviation)
    }
  }

  /// Adds the short forms that the corpus defines for words of the query.
  private func addShortForms(
    _ terms: [String?], _ place: Int, _ plan: inout QueryPlan
  ) throws {
    guard place + 1 < terms.count, let first = terms[place], let second = terms[place + 1] else {
      return
    }
    let shortForms = try abbreviations.shortForms(beginning: first, second)
    for length in stride(from: min(Self.longestForm, terms.count - place), to: 1, by: -1) {
      let words = terms[place..<place + length].compactMap { $0 }
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
          form, shown: short, weight: Self.abbreviationWeight, to: place..<place + length, &plan,
          .abbreviation)
      }
    }
  }

  // MARK: Adding

  /// Adds a form to every part of the query that it replaces.
  private func add(
    _ form: [String], shown: String, weight: Double, to places: Range<Int>,
    _ plan: inout QueryPlan, _ reason: ExpansionReason
  ) {
    guard !form.isEmpty else { return }
    let pattern = form.count == 1 ? Pattern.term(form[0]) : .phrase(form)
    var isNew = false
    for place in places {
      let isKnown = plan.scored[place].members.contains { $0.pattern == pattern }
      // A part of the query is not its own expansion: "renal failure" does not add "renal".
      let isTyped = plan.scored.contains { $0.members[0].pattern == pattern }
      if isKnown || isTyped { continue }
      plan.scored[place].members.append(PlannedMember(pattern: pattern, weight: weight))
      isNew = true
    }
    guard isNew else { return }
    let label = plan.scored[places].map(\.label).joined(separator: " ")
    plan.addExpansion(label, shown, reason)
  }
}
