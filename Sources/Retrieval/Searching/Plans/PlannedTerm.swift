/// A part of a query that is scored as one term: a word with its expansions, or a phrase.
struct PlannedTerm: Equatable {
  /// The part in canonical form: `role`, `(phrase role clarity)`.
  var label: String
  /// The patterns that match: the first as typed, then expansions.
  var members: [PlannedMember]
  /// Number of occurrences in the query, or less for a feedback term.
  var weight: Double = 1
  /// The word as typed, folded, if the part is a word.
  var word: String?
  /// Whether the term was typed in capitals, as abbreviations are.
  var isCapital = false
  /// Whether the term was typed in quotation marks, so that nothing is added to it.
  var isQuoted = false
  /// Whether the term is only a part of a hyphenated word, so that nothing is added to it alone.
  var isPart = false

  /// The term, if the part is a word.
  var term: String? {
    guard case .term(let term)? = members.first?.pattern else { return nil }
    return term
  }

  /// Whether the term is a filter or a type of publication, which says nothing about how well a
  /// document matches the words.
  var isFilter: Bool {
    members.allSatisfy { member in
      switch member.pattern {
      case .filter, .identifier(.type, _): true
      default: false
      }
    }
  }

  /// The words of a phrase to which nothing was added; `nil` for anything else.
  var singlePhrase: [String]? {
    guard members.count == 1, case .phrase(let words) = members[0].pattern else { return nil }
    return words
  }
}
