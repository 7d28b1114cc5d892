import Analysis
import Answers

/// Adds to the words of a query what means the same: forms of a table kept by hand, abbreviations
/// that the corpus itself defines, and other words of the family.
struct QueryExpander {
  let session: IndexSession

  /// How much an abbreviation and its long form count for in the other's place.
  static let abbreviationWeight = 0.7
  /// How much a word of the same family counts for.
  static let familyWeight = 0.5
  /// A sense of a short form counts with at least so many definitions, and at least this share of
  /// all definitions of the form.
  static let leastDefinitions = 2
  static let leastShare = 0.3
  /// A short form that is an ordinary word ("age", "met") is defined in less than this share of the
  /// documents that hold it; it is resolved only when typed in capitals.
  static let ordinaryShare = 0.1
  /// Longest long form that is looked for, in words.
  static let longestForm = 5
  /// How many short forms of a long one are looked for.
  static let mostShortForms = 3

  /// Adds members to the scored terms of a plan, and says what was added.
  func expand(_ plan: inout QueryPlan) throws {
    guard plan.scored.count <= DocumentOrder.mostParts else { return }
    let terms = plan.scored.map(\.term)
    for place in terms.indices where terms[place] != nil {
      for entry in session.sameMeaning.entries(terms, at: place) {
        for other in entry.others {
          add(
            other.terms, shown: other.shown, weight: entry.weight,
            to: place..<place + entry.form.count, &plan, why: "synonym")
        }
      }
      try addLongForms(place, &plan)
      try addShortForms(terms, place, &plan)
    }
    for place in terms.indices {
      guard let term = terms[place] else { continue }
      for member in try session.families.members(of: term) {
        add(
          [member], shown: member, weight: Self.familyWeight, to: place..<place + 1, &plan,
          why: "word family")
      }
    }
  }

  // MARK: Abbreviations

  /// What the corpus says that a short form stands for.
  private func addLongForms(_ place: Int, _ plan: inout QueryPlan) throws {
    guard let word = plan.scored[place].word else { return }
    let senses = try senses(of: word, isCapital: plan.scored[place].isCapital)
    for sense in senses {
      add(
        sense.long, shown: sense.shown, weight: Self.abbreviationWeight, to: place..<place + 1,
        &plan, why: "abbreviation")
    }
  }

  /// The short forms that the corpus has for words of the query.
  private func addShortForms(
    _ terms: [String?], _ place: Int, _ plan: inout QueryPlan
  ) throws {
    let shorts = try shortForms(terms, place)
    for length in stride(from: min(Self.longestForm, terms.count - place), to: 1, by: -1) {
      let words = terms[place..<place + length].compactMap { $0 }
      guard words.count == length, let shorts = shorts[words.joined(separator: " ")] else {
        continue
      }
      for short in shorts.prefix(Self.mostShortForms) {
        let isSense = try senses(of: short, isCapital: false).contains { $0.long == words }
        guard isSense else { continue }
        let form = session.analyzer.tokens(in: short).filter { !$0.isJoined }.map(\.term)
        add(
          form, shown: short, weight: Self.abbreviationWeight, to: place..<place + length, &plan,
          why: "abbreviation")
      }
    }
  }

  /// The short forms of what begins with the two terms at a place, by their long forms, those first
  /// that are defined most often.
  private func shortForms(_ terms: [String?], _ place: Int) throws -> [String: [String]] {
    guard place + 1 < terms.count, let first = terms[place], let second = terms[place + 1] else {
      return [:]
    }
    let beginning = "\(first) \(second)"
    if let known = session.expansions.shortForms[beginning] { return known }
    // Long forms are terms with spaces between; "!" comes next after the space.
    var shorts: [String: [String]] = [:]
    let rows = session.abbreviations.short
    try rows.forEach(beginning, beginning + "!") {
      guard rows.integer(2) >= Self.leastDefinitions else { return }
      shorts[rows.text(0), default: []].append(rows.text(1))
    }
    session.expansions.keep(shorts, beginning)
    return shorts
  }

  /// The long forms that a short form, folded, mostly stands for.
  private func senses(of short: String, isCapital: Bool) throws -> [Sense] {
    let key = SenseKey(short: short, isCapital: isCapital)
    if let known = session.expansions.senses[key] { return known }
    let senses = try findSenses(of: short, isCapital: isCapital)
    session.expansions.keep(senses, key)
    return senses
  }

  private func findSenses(of short: String, isCapital: Bool) throws -> [Sense] {
    var found: [(sense: Sense, count: Int)] = []
    let rows = session.abbreviations.long
    try rows.forEach(short) {
      let long = rows.text(0).split(separator: " ").map(String.init)
      found.append((Sense(long: long, shown: rows.text(1)), rows.offset(2)))
    }
    let total = found.reduce(0) { $0 + $1.count }
    guard total > 0 else { return [] }
    if !isCapital, let term = session.analyzer.tokens(in: short).first?.term {
      let holding = try session.lists.count(.term(term), .document)
      session.reader.release()
      if Double(total) < Self.ordinaryShare * Double(holding) { return [] }
    }
    return found.filter { _, count in
      count >= Self.leastDefinitions && Double(count) >= Self.leastShare * Double(total)
    }.map { $0.sense }
  }

  // MARK: Adding

  /// Adds a form to every part of the query that it stands for.
  private func add(
    _ form: [String], shown: String, weight: Double, to places: Range<Int>,
    _ plan: inout QueryPlan, why: String
  ) {
    guard !form.isEmpty else { return }
    let pattern = form.count == 1 ? Pattern.term(form[0]) : .phrase(form)
    var isNew = false
    for place in places {
      let isKnown = plan.scored[place].members.contains { $0.pattern == pattern }
      // A part of the query is not its own expansion: "renal failure" does not add "renal".
      let isTyped = plan.scored.contains { $0.members[0].pattern == pattern }
      if isKnown || isTyped { continue }
      plan.scored[place].members.append(PlannedMember(pattern: pattern, factor: weight))
      isNew = true
    }
    guard isNew else { return }
    let label = plan.scored[places].map(\.label).joined(separator: " ")
    if let index = plan.expansions.firstIndex(where: { $0.term == label && $0.why == why }) {
      plan.expansions[index].added.append(shown)
    } else {
      plan.expansions.append(Expansion(term: label, added: [shown], why: why))
    }
  }
}
