import Analysis
import Answers
import GRDB
import Query

/// Reports query words that do not occur in the index, and rare ones that are probably misspelled,
/// with spelling suggestions.
struct SpellingNotes {
  let analyzer: Analyzer
  let dictionary: TermDictionary
  let database: Database

  /// Maximum number of unknown words that are reported.
  private static let limit = 3

  func notes(_ prepared: PreparedSearch) throws -> [SearchNote] {
    // Feedback adds words to any word, also to a misspelled one.
    let known = Set(prepared.plan.expansions.filter { $0.why != .feedback }.map(\.term))
    let analysed = AnalysedWords(analyzer)
    let counts = try ColumnStatement(database, sql: "SELECT count FROM words WHERE word = ?")
    defer { counts.reset() }
    var unknown: [String] = []
    var rare: [String: (term: String, count: Int)] = [:]
    for typed in prepared.query.tree.typedWords where unknown.count < Self.limit {
      let word = typed.text
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
        if !isKnown {
          unknown.append(token.folded)
        } else if !typed.isName, rare.count < Self.limit, try counts.find(token.folded),
          counts.offset(0) <= SpellingCorrection.rare
        {
          rare[token.folded] = (token.term, counts.offset(0))
        }
      }
    }
    let notes = try unknown.prefix(Self.limit).map { word in
      SearchNote.unknownWord(word, suggestion: try likely(word))
    }
    let misspelled = try rare.sorted { $0.key < $1.key }.compactMap { word, found -> SearchNote? in
      let suggestion = try likely(word, count: found.count)
      // A search finds other forms of a word as well.
      let isOther = suggestion.map { analyzer.words(in: $0).first?.term != found.term } ?? false
      return isOther ? suggestion.map { SearchNote.rareWord(word, suggestion: $0) } : nil
    }
    return notes + misspelled.prefix(Self.limit - notes.count)
  }

  /// The word in the index that a misspelled word probably stands for.
  ///
  /// Scans the words with the same first letters in the file, because a search has few unknown
  /// words and should not wait until all words are read.
  private func likely(_ word: String, count: Int = 0) throws -> String? {
    guard var correction = SpellingCorrection(word, count: count) else { return nil }
    let words = try ColumnStatement(
      database, sql: "SELECT word, count FROM words WHERE word >= ? AND word < ?")
    for first in correction.firstLetters {
      try words.forEach(withPrefix: String(first)) {
        let count = words.offset(1)
        if correction.canBeBetter(
          letters: SpellingCorrection.letters(words.bytes(0)), count: count)
        {
          correction.consider(words.text(0), count: count)
        }
      }
    }
    return correction.word
  }
}
