import Answers
import Query

/// A query after analysis: the terms to rank by, and the condition that a document must meet.
struct QueryPlan {
  /// What adds to the score: a text is found when at least one of these matches in it.
  var scored: [PlannedTerm] = []
  /// What the whole document must meet besides; `nil` for nothing.
  var condition: DocumentCondition?
  /// What was added to the query.
  var expansions: [Expansion] = []
  /// Notes on the plan, one sentence each.
  var notes: [String] = []

  /// Plans with more scored terms are neither expanded nor reranked: longer queries say enough by
  /// themselves, and pairs of their words would be too many.
  static let longestExpanded = 48

  /// Reports that a form was added to the part of the query with a label.
  mutating func addExpansion(_ label: String, _ shown: String, _ reason: ExpansionReason) {
    if let index = expansions.firstIndex(where: { $0.term == label && $0.why == reason }) {
      expansions[index].added.append(shown)
    } else {
      expansions.append(Expansion(term: label, added: [shown], why: reason))
    }
  }
}

/// A part of a query that is scored as one term: a word with its expansions, or a phrase.
struct PlannedTerm: Equatable {
  /// The part in canonical form: `role`, `(phrase role clarity)`.
  var label: String
  /// What matches: the first as typed, then expansions.
  var members: [PlannedMember]
  /// Number of occurrences in the query, or less for a feedback term.
  var weight: Double = 1
  /// The word as typed, folded, if the part is a word.
  var word: String?
  /// Whether it was typed in capitals, as abbreviations are.
  var isCapital = false

  /// The term, if the part is a word.
  var term: String? {
    guard case .term(let term)? = members.first?.pattern else { return nil }
    return term
  }
}

/// A pattern of a part of the query, and how much it counts for compared to what was typed, 0 to 1.
struct PlannedMember: Equatable {
  var pattern: Pattern
  var weight: Double = 1
}

/// Something that is looked up in postings.
indirect enum Pattern: Hashable {
  /// A term.
  case term(String)
  /// Adjacent terms in this order.
  case phrase([String])
  /// Terms in any order with at most `distance` other words between them.
  case near(distance: Int, [String])
  /// Any of these terms: those of the words that match a pattern.
  case words(pattern: String, terms: [String])
  /// The documents with an identifier, as typed.
  case identifier(IdentifierField?, String)
  /// Terms whose positions or field are restricted, and the terms that it is scored by.
  case positional(FieldedQuery, terms: [String])
}

/// A condition on whole documents.
indirect enum DocumentCondition: Equatable {
  /// A passage of the document matches one of these.
  case matches([Pattern])
  case all([DocumentCondition])
  case some([DocumentCondition])
  case not(DocumentCondition)
}
