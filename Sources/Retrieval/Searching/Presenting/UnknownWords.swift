import Analysis
import GRDB
import Query

/// Reports query words that do not occur in the index, with spelling suggestions.
struct UnknownWords {
  let session: IndexSession

  /// Maximum number of words per query that get a suggestion.
  private static let limit = 3

  func notes(_ prepared: IndexSession.Prepared) throws -> [String] {
    let known = Set(prepared.plan.expansions.map(\.term))
    var unknown: [String] = []
    for word in wanted(prepared.query.tree) where unknown.count < Self.limit {
      for token in session.analyzer.tokens(in: word) where !token.isJoined {
        if known.contains(token.folded) || unknown.contains(token.folded) { continue }
        if try session.reader.number(of: token.term) == nil { unknown.append(token.folded) }
      }
    }
    return try unknown.prefix(Self.limit).map { word in
      let likely = try likely(word).map { "; did you mean “\($0)”?" } ?? "."
      return "“\(word)” is not in the index\(likely)"
    }
  }

  /// The words in a tree, as typed; prefixes are skipped.
  private func wanted(_ tree: QueryTree) -> [String] {
    switch tree {
    case .word(let word): [word]
    case .phrase(let words): words
    case .field(_, let tree): wanted(tree)
    case .any(let should, let must, _): (should + must).flatMap(wanted)
    case .near(_, let operands), .and(let operands), .or(let operands): operands.flatMap(wanted)
    case .prefix, .not: []
    }
  }

  /// The indexed word with the smallest edit distance; among equals, the most frequent.
  ///
  /// One edit is allowed from four letters, two from seven. The first letter must be right, missing,
  /// or swapped with the second.
  private func likely(_ word: String) throws -> String? {
    let typed = Array(word.unicodeScalars)
    guard let most = Misspelling.slips(typed) else { return nil }
    var best: (distance: Int, count: Int, word: String)?
    for first in Set(typed.prefix(2)) {
      let rows = try Row.fetchCursor(
        session.database.cachedStatement(
          sql: "SELECT word, count FROM words WHERE word >= ? AND word < ?"),
        arguments: [String(first), Self.next(first)])
      while let row = try rows.next() {
        let candidate = row.text("word")
        let scalars = Array(candidate.unicodeScalars)
        let allowed = best?.distance ?? most
        guard abs(scalars.count - typed.count) <= allowed else { continue }
        let distance = EditDistance.between(typed, scalars)
        let count = row.offset("count")
        guard distance <= allowed else { continue }
        if let best, (distance, -count) >= (best.distance, -best.count) { continue }
        best = (distance, count, candidate)
      }
    }
    return best?.word
  }

  /// The smallest string greater than all that begin with a character, in byte order.
  private static func next(_ scalar: Unicode.Scalar) -> String {
    var value = scalar.value + 1
    while value < 0x11_0000, Unicode.Scalar(value) == nil { value += 1 }
    return Unicode.Scalar(value).map { String($0) } ?? "\u{10FFFF}\u{10FFFF}"
  }
}
