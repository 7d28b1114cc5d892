import Analysis
import Answers
import GRDB
import Query

/// Reports query words that do not occur in the index, with spelling suggestions.
struct SpellingNotes {
  let analyzer: Analyzer
  let dictionary: TermDictionary
  let database: Database

  /// Maximum number of unknown words that are reported.
  private static let limit = 3

  func notes(_ prepared: PreparedSearch) throws -> [SearchNote] {
    let known = Set(prepared.plan.expansions.map(\.term))
    let analysed = AnalysedWords(analyzer)
    var unknown: [String] = []
    for word in words(prepared.query.tree) where unknown.count < Self.limit {
      if let terms = analysed.ampersandTerms(word) {
        // The letters of A&E mean something only together.
        let whole = word.lowercased()
        let isFound = try terms.allSatisfy { try dictionary.number(of: $0) != nil }
        if !isFound, !known.contains(whole), !unknown.contains(whole) { unknown.append(whole) }
        continue
      }
      for token in analyzer.words(in: word) {
        if known.contains(token.folded) || unknown.contains(token.folded) { continue }
        // An acronym that occurs only as an everyday word is not misspelled.
        let isKnown = try [token.term, Acronyms.stem(of: token.term)].contains {
          try dictionary.number(of: $0) != nil
        }
        if !isKnown { unknown.append(token.folded) }
      }
    }
    return try unknown.prefix(Self.limit).map { word in
      .unknownWord(word, suggestion: try likely(word))
    }
  }

  /// The words in a tree, as typed, without prefixes.
  private func words(_ tree: QueryTree) -> [String] {
    switch tree {
    case .word(let word): [word]
    case .phrase(let words): words
    case .field(_, let tree): words(tree)
    case .any(let should, let must, _): (should + must).flatMap(words)
    case .near(_, let operands), .pre(_, let operands), .and(let operands), .or(let operands):
      operands.flatMap(words)
    case .prefix, .wildcard, .not, .identifier, .filter: []
    }
  }

  /// The word in the index that a misspelled word probably stands for.
  ///
  /// Scans the words with the same first letters in the file, because a search has few unknown
  /// words and should not wait until all words are read.
  private func likely(_ word: String) throws -> String? {
    guard var correction = SpellingCorrection(word) else { return nil }
    let words = try ColumnStatement(
      database, sql: "SELECT word, count FROM words WHERE word >= ? AND word < ?")
    for first in correction.firstLetters {
      try words.forEach(withPrefix: String(first)) {
        if correction.canBeBetter(letters: SpellingCorrection.letters(words.bytes(0))) {
          correction.consider(words.text(0), count: words.offset(1))
        }
      }
    }
    return correction.word
  }
}
