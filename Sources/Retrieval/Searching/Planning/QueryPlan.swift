import Answers
import Query
import Ranking

/// A query after analysis: the terms to rank by, and the condition that a document must meet.
struct QueryPlan {
  /// The terms that add to the score; a text is found if at least one of them matches.
  var scored: [PlannedTerm] = []
  /// The terms of the words as typed, stop words among them; `nil` separates words that are not side
  /// by side.
  var typed: [TypedTerm?] = []
  /// What was added in place of forms with stop words, by the terms of the form.
  var replacements: [[String]: [Pattern]] = [:]
  /// A condition that the whole document must also meet; `nil` for none.
  var condition: DocumentCondition?
  /// Expansions that were added to the query.
  var expansions: [Expansion] = []
  /// What the query is about, if its scored terms are only an extract of it: the embedding of the
  /// document to which similar ones are searched.
  var embedding: Embedding?
  /// Notes on the plan, one sentence each.
  var notes: [String] = []

  /// Plans with more scored terms are neither expanded nor reranked: longer queries are specific
  /// enough, and would have too many pairs of words.
  static let longestExpanded = 48

  /// The terms of its scored words and phrases, as typed and as added.
  var terms: Set<String> {
    var terms: Set<String> = []
    for member in scored.flatMap(\.members) {
      switch member.pattern {
      case .term(let term), .abbreviation(let term, _): terms.insert(term)
      case .phrase(let words): terms.formUnion(words)
      default: break
      }
    }
    return terms
  }

  /// Reports that a form was added to the part of the query with a label.
  mutating func addExpansion(_ label: String, _ shown: String, _ reason: ExpansionReason) {
    if let index = expansions.firstIndex(where: { $0.term == label && $0.why == reason }) {
      expansions[index].added.append(shown)
    } else {
      expansions.append(Expansion(term: label, added: [shown], why: reason))
    }
  }
}

/// A term of a word as typed.
struct TypedTerm {
  var term: String
  /// The word, folded.
  var word: String
  /// Whether it is a stop word, which is not scored.
  var isStopWord: Bool
}

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
  /// Whether it was typed in capitals, as abbreviations are.
  var isCapital = false
  /// Whether it was typed in quotation marks, so that nothing is added to it.
  var isQuoted = false
  /// Whether it is only a part of a hyphenated word, so that nothing is added to it alone.
  var isPart = false

  /// The term, if the part is a word.
  var term: String? {
    guard case .term(let term)? = members.first?.pattern else { return nil }
    return term
  }

  /// The words of a phrase to which nothing was added; `nil` for anything else.
  var singlePhrase: [String]? {
    guard members.count == 1, case .phrase(let words) = members[0].pattern else { return nil }
    return words
  }
}

/// A pattern of a part of the query, with its weight relative to what was typed, 0 to 1.
struct PlannedMember: Equatable {
  var pattern: Pattern
  var weight: Double = 1
}

/// A unit that is looked up in postings.
indirect enum Pattern: Hashable {
  /// A term.
  case term(String)
  /// An abbreviation that was added to the query because of what it means, except in documents that
  /// define it as something else. The meaning is in terms.
  case abbreviation(String, meaning: [String])
  /// Adjacent terms in this order.
  case phrase([String])
  /// Terms in any order with at most `distance` other words between them.
  case near(distance: Int, [String])
  /// Any of these terms, which are those of the words that match a pattern.
  case words(pattern: String, terms: [String])
  /// The documents with an identifier, as typed.
  case identifier(IdentifierField?, String)
  /// The documents that pass a filter, as an alternative to terms.
  case filter(Filter)
  /// A query that restricts the positions or the field of its terms, and the terms to score it by.
  case positional(FieldedQuery, terms: [String])
}

/// A condition on whole documents.
indirect enum DocumentCondition: Equatable {
  /// A passage of the document matches one of these.
  case matches([Pattern])
  case all([DocumentCondition])
  case some([DocumentCondition])
  case not(DocumentCondition)
  /// The document passes a filter.
  case passes(Filter)
}
