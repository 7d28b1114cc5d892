import Answers

/// What is to be done for a query: analysed terms to rank by, and the condition that a document
/// must meet.
struct QueryPlan {
  /// What adds to the score.
  ///
  /// A passage is found when at least one of these matches in it.
  var scored: [PlannedTerm] = []
  /// What the whole document must meet beyond that; `nil` when nothing.
  var condition: DocumentCondition?
  /// What expansion added, for people.
  var expansions: [Expansion] = []
  /// What is to be said, for people.
  var notes: [String] = []
}

/// A part of a query that is scored as one term: a word with what was added to it, or a phrase.
struct PlannedTerm: Equatable {
  /// The part in canonical form: `role`, `(phrase role clarity)`.
  var label: String
  /// What matches: the first as typed, then expansions.
  var members: [PlannedMember]
  /// How often it was typed, or less for a term that feedback added.
  var weight: Double = 1
  /// The word as typed, folded, where the part is a word.
  var word: String?
  /// Whether it was typed in capitals, as abbreviations are.
  var isCapital = false

  /// The term, where the part is a word.
  var term: String? {
    guard case .term(let term)? = members.first?.pattern else { return nil }
    return term
  }
}

/// Something that matches, and how much it counts for against the word that was typed, 0 to 1.
struct PlannedMember: Equatable {
  var pattern: Pattern
  var factor: Double = 1
}

/// What can be looked up in postings.
indirect enum Pattern: Hashable {
  /// A term.
  case term(String)
  /// Terms side by side in this order. A term may have several positions' worth of spellings, as
  /// the joined form of a hyphenated word does: see ``PhraseWord``.
  case phrase([String])
  /// Patterns with at most so many other words between them.
  case near(distance: Int, [String])
  /// Any of the terms that words with this beginning have.
  case prefix(String)
  /// Terms that must stand in certain places or in one field, and the terms it is scored by.
  case placed(PlacedStructure, terms: [String])
}

/// A condition on whole documents.
indirect enum DocumentCondition: Equatable {
  /// Some passage of the document matches one of these.
  case matches([Pattern])
  case all([DocumentCondition])
  case some([DocumentCondition])
  case not(DocumentCondition)
}
