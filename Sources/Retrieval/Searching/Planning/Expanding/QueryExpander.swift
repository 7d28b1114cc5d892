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
    let terms = plan.scored.map { $0.isQuoted ? nil : $0.term }
    try addSynonymsOfPhrases(&plan)
    try addSynonymsWithStopWords(&plan)
    for index in terms.indices where terms[index] != nil {
      for entry in synonyms.entries(terms, at: index) {
        if entry.needsCapitals, !plan.scored[index].isCapital { continue }
        if entry.stems.count == 1, plan.scored[index].isPart { continue }
        try add(entry, to: index..<index + entry.stems.count, &plan)
      }
      if !plan.scored[index].isPart { try addLongForms(index, &plan) }
      try addShortForms(terms, index, &plan)
    }
    for index in terms.indices {
      guard let term = terms[index], !plan.scored[index].isPart else { continue }
      let word = try plan.scored[index].word ?? forms.mostFrequentWord(of: term)
      for member in try families.members(of: word, term: term, lists) {
        add(
          .term(member), shown: try forms.mostFrequentWord(of: member), weight: Self.familyWeight,
          to: index..<index + 1, &plan, .wordFamily)
      }
    }
  }

  /// Adds synonyms to words that are phrases once analysed, such as A&E.
  private func addSynonymsOfPhrases(_ plan: inout QueryPlan) throws {
    for index in plan.scored.indices {
      guard plan.scored[index].word != nil,
        case .phrase(let terms)? = plan.scored[index].members.first?.pattern
      else { continue }
      for entry in synonyms.entries(terms, at: 0) where entry.stems == terms.map(Acronyms.stem) {
        try add(entry, to: index..<index + 1, &plan)
      }
    }
  }

  /// Adds synonyms to forms with stop words, such as “drop-in” and “people who inject drugs”, of
  /// which only the other words are scored.
  private func addSynonymsWithStopWords(_ plan: inout QueryPlan) throws {
    let terms = plan.typed.map { $0?.term }
    for index in terms.indices {
      for entry in synonyms.entries(terms, at: index) where entry.hasStopWords {
        let typed = plan.typed[index..<index + entry.stems.count].compactMap(\.self)
        let content = Set(typed.filter { !$0.isStopWord }.map(\.term))
        let places = plan.scored.indices.filter { place in
          !plan.scored[place].isQuoted && plan.scored[place].term.map(content.contains) == true
        }
        guard !places.isEmpty, places.count == content.count else { continue }
        let label = typed.map(\.word).joined(separator: " ")
        try add(entry, to: places, labelled: label, &plan)
        plan.replacements[entry.stems, default: []] += try patterns(entry).compactMap(\.pattern)
      }
    }
  }

  /// Adds the other forms of a row of synonyms.
  private func add(
    _ entry: Synonyms.Entry, to places: some Collection<Int>, labelled label: String? = nil,
    _ plan: inout QueryPlan
  ) throws {
    for (pattern, shown) in try patterns(entry) {
      add(
        pattern, shown: shown, weight: entry.weight, to: places, labelled: label, &plan, .synonym)
    }
  }

  /// The patterns of the other forms of a row, and the forms as written.
  private func patterns(
    _ entry: Synonyms.Entry
  ) throws -> [(pattern: Pattern?, shown: String)] {
    let sense = [entry.stems] + entry.others.map(\.terms)
    return try entry.others.map { other in
      (try pattern(other.terms, other.shown, sense: sense), other.shown)
    }
  }

  // MARK: Abbreviations

  /// Adds the long forms that the corpus defines for a short form.
  private func addLongForms(_ index: Int, _ plan: inout QueryPlan) throws {
    guard let word = plan.scored[index].word else { return }
    let senses = try abbreviations.senses(of: word, isCapital: plan.scored[index].isCapital)
    for sense in senses {
      add(
        Self.pattern(sense.long), shown: sense.shown, weight: Self.abbreviationWeight,
        to: index..<index + 1,
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
      for short in shorts.prefix(Self.mostShortForms) {
        // An acronym with a term of its own does not find the everyday word.
        let form = analyzer.words(in: short.uppercased()).map(\.term)
        let isOwn = form.contains(where: Acronyms.contains)
        guard isOwn || !EverydayWords.words.contains(short) else { continue }
        let isSense = try abbreviations.senses(of: short, isCapital: isOwn)
          .contains { $0.long == words }
        guard isSense else { continue }
        add(
          try pattern(form, short, sense: [words]), shown: short,
          weight: Self.abbreviationWeight, to: index..<index + length, &plan, .abbreviation)
      }
    }
  }

  // MARK: Adding

  /// The pattern of a form; `nil` if it has no terms.
  private static func pattern(_ form: [String]) -> Pattern? {
    form.isEmpty ? nil : form.count == 1 ? .term(form[0]) : .phrase(form)
  }

  /// The pattern of a form that was added because of its sense.
  ///
  /// If it is an abbreviation, documents that define it in another sense do not match: ED is an
  /// emergency department, except where it is an eating disorder.
  ///
  /// - Parameter sense: the terms of forms that mean the same.
  private func pattern(
    _ form: [String], _ shown: String, sense: [[String]]
  ) throws -> Pattern? {
    guard form.count == 1, shown.count <= Self.longestShortForm else { return Self.pattern(form) }
    let sense = Set(sense.joined()).sorted()
    let others = try abbreviations.documents(defining: form[0], otherThan: sense)
    return others.isEmpty ? .term(form[0]) : .abbreviation(form[0], sense: sense)
  }

  /// Maximum length of an abbreviation, in characters.
  private static let longestShortForm = 10

  /// A pattern without its sense: an abbreviation becomes its term.
  private static func form(of pattern: Pattern) -> Pattern {
    if case .abbreviation(let term, _) = pattern { .term(term) } else { pattern }
  }

  /// Adds a pattern to every part of the query that it replaces.
  ///
  /// - Parameter label: the parts as typed, if they are more than the scored words.
  private func add(
    _ pattern: Pattern?, shown: String, weight: Double, to places: some Collection<Int>,
    labelled label: String? = nil, _ plan: inout QueryPlan, _ reason: ExpansionReason
  ) {
    guard let pattern else { return }
    let form = Self.form(of: pattern)
    var isNew = false
    for index in places {
      // The first reason for a form counts; synonyms, whose meaning is the widest, come first.
      let isKnown = plan.scored[index].members.contains { Self.form(of: $0.pattern) == form }
      // A part of the query is not its own expansion: "renal failure" does not add "renal".
      let isTyped = plan.scored.contains { $0.members[0].pattern == form }
      if isKnown || isTyped { continue }
      plan.scored[index].members.append(PlannedMember(pattern: pattern, weight: weight))
      isNew = true
    }
    guard isNew else { return }
    lists.keep(pattern)
    plan.addExpansion(
      label ?? places.map { plan.scored[$0].label }.joined(separator: " "), shown, reason)
  }
}
