import Answers
import Query

/// Reports words without an operator between them in a structured query, where a person may expect
/// an AND or a phrase: `peer support AND hiv`, `title:peer support`.
struct AdjacentTermNotes {
  /// A longer query is not repeated in a note.
  private static let longest = 80

  /// The notes on a query; none for plain words and for searches of other platforms.
  static func notes(_ query: Query) -> [SearchNote] {
    guard query.isStructured, query.syntax == .peerlit else { return [] }
    let found = lists(query.tree)
    let isTop = if case .any = query.tree { true } else { false }
    let operators = found.indices.lazy.compactMap { index in
      onOperators(found[index], inGroup: index > 0 || !isTop)
    }
    return [operators.first, found.lazy.compactMap(onField).first]
      .compactMap(\.self).map { .sentence($0) }
  }

  /// The lists of terms side by side: those at the top, and those in groups.
  private static func lists(_ tree: QueryTree) -> [[QueryTree]] {
    switch tree {
    case .any(let should, let must, let not):
      [must.isEmpty ? should : []] + (should + must + not).flatMap(lists)
    case .and(let parts), .or(let parts): parts.flatMap(lists)
    case .not(let part), .field(_, let part): lists(part)
    case .word, .phrase, .near, .pre, .prefix, .wildcard, .identifier, .filter: []
    }
  }

  /// The note on words beside an operator, which binds more tightly.
  private static func onOperators(_ terms: [QueryTree], inGroup: Bool) -> String? {
    guard terms.contains(where: isOperation), terms.contains(where: isWord) else { return nil }
    let text = terms.map { isOperation($0) ? "(\($0.queryText))" : $0.queryText }
      .joined(separator: " OR ")
    let whole = inGroup ? "a group" : "the query"
    let run = text.count > longest ? "" : "; \(whole) runs as: \(text)"
    return "Words without an operator between them are alternatives\(run). "
      + "Write AND between them, or quotation marks around a phrase."
  }

  /// The note on a word after a field with a single word.
  private static func onField(_ terms: [QueryTree]) -> String? {
    for (term, next) in zip(terms, terms.dropFirst()) {
      // The words after the name of an author or a journal are usually a topic.
      guard case .field(let field, .word(let word)) = term, case .word(let other) = next,
        [.title, .abstract, .heading, .keyword].contains(field)
      else { continue }
      let name = field.rawValue
      return "“\(name):” applies only to “\(word)”. "
        + "For several words, write \(name):(\(word) \(other))."
    }
    return nil
  }

  private static func isOperation(_ tree: QueryTree) -> Bool {
    switch tree {
    case .and, .or: true
    default: false
    }
  }

  private static func isWord(_ tree: QueryTree) -> Bool {
    if case .word = tree { true } else { false }
  }
}
