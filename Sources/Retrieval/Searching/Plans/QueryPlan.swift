import Answers
import Embeddings

/// A query after analysis: the terms to rank by, and the condition that a document must meet.
struct QueryPlan {
  /// The terms that add to the score; a text is found if at least one of them matches.
  var scored: [PlannedTerm] = []
  /// The terms of the words as typed, stop words among them; `nil` separates words that are not
  /// side by side.
  var typed: [TypedTerm?] = []
  /// The expansions of forms with stop words, by the terms of the form.
  var replacements: [[String]: [Pattern]] = [:]
  /// The condition that the whole document must also meet; `nil` for none.
  var condition: DocumentCondition?
  /// Expansions that were added to the query.
  var expansions: [Expansion] = []
  /// The embedding of the document to which similar ones are searched, because the scored terms
  /// are only an extract of it.
  var embedding: Embedding?
  /// Notes on the plan, one sentence each, apart from that on missing headings.
  var notes: [String] = []
  /// The subject headings that no document has, which may be repeated.
  var missingHeadings: [String] = []

  /// All notes on the plan, one sentence each.
  var allNotes: [String] {
    missingHeadings.isEmpty ? notes : notes + [Self.note(missingHeadings: missingHeadings)]
  }

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

  /// The phrases that are scored.
  var scoredPhrases: Set<Pattern> {
    var phrases: Set<Pattern> = []
    for term in scored {
      for member in term.members {
        if case .phrase = member.pattern { phrases.insert(member.pattern) }
      }
    }
    return phrases
  }

  /// The note on subject headings that no document has, which may be repeated.
  static func note(missingHeadings all: [String]) -> String {
    var seen: Set<String> = []
    let headings = all.filter { seen.insert($0).inserted }
    let shown = Array(headings.prefix(mostNamed)).quotedAlternatives
    let others = headings.count - mostNamed
    return "No document has the subject heading \(shown)"
      + (others > 0 ? ", nor any of \(others) more." : ".")
  }

  /// The most subject headings that a note names.
  private static let mostNamed = 10

  /// Reports that a form was added to the part of the query with a label.
  mutating func addExpansion(_ label: String, _ shown: String, _ reason: ExpansionReason) {
    if let index = expansions.firstIndex(where: { $0.term == label && $0.why == reason }) {
      expansions[index].added.append(shown)
    } else {
      expansions.append(Expansion(term: label, added: [shown], why: reason))
    }
  }
}
