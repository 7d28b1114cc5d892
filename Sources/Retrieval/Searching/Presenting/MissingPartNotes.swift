import Answers
import Query

/// If nothing matches, reports the parts of the query that no document has, and those that exclude
/// each other.
///
/// ``SpellingNotes`` reports words that occur nowhere.
struct MissingPartNotes {
  let counter: MatchCounter

  /// The most parts that are reported.
  private static let limit = 3
  /// No more parts are looked up.
  private static let mostRead = 50

  /// The notes on a search without matches.
  ///
  /// - Parameter unknown: words that occur nowhere, folded; their parts are not reported again.
  func notes(_ prepared: PreparedSearch, unknown: Set<String>) throws -> [SearchNote] {
    let tree = prepared.query.tree
    var notes = Self.contradictions(tree).map { "“\($0)” is both required and excluded." }
    for part in Self.parts(tree, isRequired: true).prefix(Self.mostRead)
    where notes.count < Self.limit {
      let words = part.typedWords.map { $0.text.lowercased() }
      guard let sentence = Self.sentence(part), unknown.isDisjoint(with: words) else { continue }
      let label = part.description
      guard let term = prepared.plan.scored.first(where: { $0.label == label }) else { continue }
      var alone = prepared
      alone.plan = QueryPlan()
      alone.plan.scored = [term]
      alone.documents = nil
      if try counter.documents(alone).count == 0, !notes.contains(sentence) {
        notes.append(sentence)
      }
    }
    return notes.map { .sentence($0) }
  }

  /// The parts without which nothing can match.
  ///
  /// - Parameter isRequired: whether a document must match the tree; if none matches a list of
  ///   alternatives, none matches any of them.
  private static func parts(_ tree: QueryTree, isRequired: Bool) -> [QueryTree] {
    switch tree {
    case .field, .phrase, .near, .pre, .prefix, .wildcard: isRequired ? [tree] : []
    case .and(let operands): operands.flatMap { parts($0, isRequired: isRequired && !isList($0)) }
    case .or(let operands): operands.flatMap { parts($0, isRequired: isRequired) }
    case .any(let should, let must, _):
      (must.isEmpty ? should : must).flatMap {
        parts($0, isRequired: isRequired && (must.count < 2 || !isList($0)))
      }
    case .word, .identifier, .not, .filter: []
    }
  }

  /// Whether a tree has alternatives, one of which may be found although nothing matches the query.
  private static func isList(_ tree: QueryTree) -> Bool {
    switch tree {
    case .or: true
    case .any(let should, let must, _): must.isEmpty && should.count > 1
    default: false
    }
  }

  /// The parts that a document must have and must not have.
  private static func contradictions(_ tree: QueryTree) -> [String] {
    let (required, excluded): ([QueryTree], [QueryTree])
    switch tree {
    case .any(let should, let must, let not):
      (required, excluded) = (must.isEmpty && should.count == 1 ? should : must, not)
    case .and(let operands):
      required = operands
      excluded = operands.compactMap { if case .not(let part) = $0 { part } else { nil } }
    default: return []
    }
    let forbidden = Set(excluded.map(\.description))
    return required.filter { forbidden.contains($0.description) }.map(shown)
  }

  private static func sentence(_ part: QueryTree) -> String? {
    switch part {
    case .field(let field, let tree):
      switch field {
      case .author: "No author is called “\(shown(tree))”."
      case .journal, .publisher: "No \(field.rawValue) is called “\(shown(tree))”."
      case .title, .keyword, .abstract, .heading:
        "No \(field.rawValue) contains “\(shown(tree))”."
      }
    case .phrase(let words) where words.count > 1: "The phrase “\(shown(part))” does not occur."
    case .near, .pre: "Nothing matches “\(shown(part))”."
    case .prefix(let prefix): "No word begins with “\(prefix)”."
    case .wildcard: "No word matches “\(shown(part))”."
    default: nil
    }
  }

  /// A part as a person would type it, without the quotation marks of a phrase.
  private static func shown(_ tree: QueryTree) -> String {
    switch tree {
    case .word(let word): word
    case .phrase(let words): words.joined(separator: " ")
    default: tree.queryText
    }
  }
}
