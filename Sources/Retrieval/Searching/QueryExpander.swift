import Analysis
import GRDB

/// Adds to the words of a query what means the same: forms of a table kept by hand, and
/// abbreviations that the corpus itself defines.
struct QueryExpander {
  let database: Database
  let analyzer: Analyzer
  let sameMeaning: SameMeaning

  /// How much an abbreviation and its long form count for in the other's place.
  static let abbreviationWeight = 0.8
  /// A short form is resolved when one long form has at least this share of its definitions.
  static let definitionShare = 0.6
  /// Longest long form that is looked for, in words.
  static let longestForm = 5

  /// Adds members to the scored terms of a plan, and says what was added.
  func expand(_ plan: inout QueryPlan) throws {
    let terms = plan.scored.map { term -> String? in
      guard term.members.count == 1, case .term(let word) = term.members[0].pattern else {
        return nil
      }
      return word
    }
    for place in terms.indices where terms[place] != nil {
      for entry in sameMeaning.entries(terms, at: place) {
        for other in entry.others {
          add(
            other.terms, shown: other.shown, weight: entry.weight,
            to: place..<place + entry.form.count, &plan, why: "same meaning")
        }
      }
      try addLongForm(terms, place, &plan)
      try addShortForm(terms, place, &plan)
    }
  }

  /// What the corpus says that a short form stands for.
  private func addLongForm(_ terms: [String?], _ place: Int, _ plan: inout QueryPlan) throws {
    guard let short = terms[place] else { return }
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT long, shown, count FROM abbreviations WHERE short = ? ORDER BY count DESC"),
      arguments: [short])
    let total = rows.reduce(0) { $0 + ($1["count"] as Int) }
    guard let best = rows.first, (best["count"] as Int) > 1,
      Double(best["count"] as Int) >= Self.definitionShare * Double(total)
    else { return }
    let long = (best["long"] as String).split(separator: " ").map(String.init)
    add(
      long, shown: best["shown"], weight: Self.abbreviationWeight, to: place..<place + 1, &plan,
      why: "abbreviation")
  }

  /// The short form that the corpus has for words of the query.
  private func addShortForm(_ terms: [String?], _ place: Int, _ plan: inout QueryPlan) throws {
    var length = min(Self.longestForm, terms.count - place)
    while length > 1 {
      let words = terms[place..<place + length].compactMap { $0 }
      if words.count == length {
        let short = try String.fetchOne(
          database.cachedStatement(
            sql: """
              SELECT short FROM abbreviations WHERE long = ? AND count > 1
              ORDER BY count DESC LIMIT 1
              """),
          arguments: [words.joined(separator: " ")])
        if let short {
          add(
            [short], shown: short, weight: Self.abbreviationWeight, to: place..<place + length,
            &plan, why: "abbreviation")
          return
        }
      }
      length -= 1
    }
  }

  /// Adds a form to every part of the query that it stands for.
  private func add(
    _ form: [String], shown: String, weight: Double, to places: Range<Int>,
    _ plan: inout QueryPlan, why: String
  ) {
    guard !form.isEmpty else { return }
    let pattern = form.count == 1 ? Pattern.term(form[0]) : .phrase(form)
    var isNew = false
    for place in places {
      let known = plan.scored[place].members.contains { $0.pattern == pattern }
      if known { continue }
      // A part of the query is not its own expansion: "renal failure" does not add "renal".
      if form.count == 1, plan.scored.contains(where: { $0.members[0].pattern == pattern }) {
        continue
      }
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
