import Analysis
import GRDB
import Query

/// Reports query words that do not occur in the index, with spelling suggestions.
struct SpellingNotes {
  let analyzer: Analyzer
  let dictionary: TermDictionary
  let database: Database

  /// How many unknown words are noted.
  private static let limit = 3

  func notes(_ prepared: PreparedSearch) throws -> [String] {
    let known = Set(prepared.plan.expansions.map(\.term))
    var unknown: [String] = []
    for word in words(prepared.query.tree) where unknown.count < Self.limit {
      for token in analyzer.tokens(in: word) where !token.isJoined {
        if known.contains(token.folded) || unknown.contains(token.folded) { continue }
        if try dictionary.number(of: token.term) == nil { unknown.append(token.folded) }
      }
    }
    return try unknown.prefix(Self.limit).map { word in
      let likely = try likely(word).map { "; did you mean “\($0)”?" } ?? "."
      return "“\(word)” is not in the index\(likely)"
    }
  }

  /// The words that a tree asks for, as typed; prefixes are left out.
  private func words(_ tree: QueryTree) -> [String] {
    switch tree {
    case .word(let word): [word]
    case .phrase(let words): words
    case .field(_, let tree): words(tree)
    case .any(let should, let must, _): (should + must).flatMap(words)
    case .near(_, let operands), .pre(_, let operands), .and(let operands), .or(let operands):
      operands.flatMap(words)
    case .prefix, .wildcard, .not, .identifier: []
    }
  }

  /// The word of the index that a word is a likely misspelling of.
  ///
  /// Scans the words with the same first letters in the file: a search has few unknown words, and
  /// should not have to wait for all words to be read.
  private func likely(_ word: String) throws -> String? {
    guard var correction = SpellingCorrection(word) else { return nil }
    let words = try ColumnStatement(
      database, sql: "SELECT word, count FROM words WHERE word >= ? AND word < ?")
    for first in correction.firstLetters {
      try words.forEach(String(first), Self.next(first)) {
        if correction.canBeBetter(letters: SpellingCorrection.letters(words.bytes(0))) {
          correction.consider(words.text(0), count: words.offset(1))
        }
      }
    }
    return correction.word
  }

  /// The least string above all that begin with a character, in the order of their bytes.
  private static func next(_ scalar: Unicode.Scalar) -> String {
    var value = scalar.value + 1
    while value < 0x11_0000, Unicode.Scalar(value) == nil { value += 1 }
    return Unicode.Scalar(value).map { String($0) } ?? "\u{10FFFF}\u{10FFFF}"
  }
}
