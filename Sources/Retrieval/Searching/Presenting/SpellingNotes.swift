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
    let words = prepared.query.tree.typedWords
    let names = try knownNames(words)
    // Whether the index has a word that is not ranked makes no difference.
    let ignored = Set(prepared.plan.typed.compactMap { $0 }.filter(\.isStopWord).map(\.term))
    var unknown: [String] = []
    var rare: [String: (term: String, count: Int)] = [:]
    for typed in words where unknown.count < Self.limit {
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
        if ignored.contains(token.term) { continue }
        if typed.isName {
          // The search finds names with and without their apostrophes, and initials find names.
          let name = Self.withoutApostrophe(token.folded)
          if names.contains(name) || Self.isInitials(typed.text) { continue }
          if unknown.contains(where: { Self.withoutApostrophe($0) == name }) { continue }
          unknown.append(token.folded)
        } else if try !isKnown(token) {
          unknown.append(token.folded)
        } else if rare.count < Self.limit, try counts.find(token.folded),
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

  /// Whether a word occurs in the index.
  ///
  /// An acronym that occurs only as an everyday word is not misspelled.
  private func isKnown(_ token: Token) throws -> Bool {
    try [token.term, Acronyms.stem(of: token.term)].contains {
      try dictionary.number(of: $0) != nil
    }
  }

  /// The names in a query that occur in the index, without their apostrophes.
  private func knownNames(_ words: [QueryTree.TypedWord]) throws -> Set<String> {
    var names: Set<String> = []
    for word in words where word.isName {
      for token in analyzer.words(in: word.text) {
        if try isKnown(token) { names.insert(Self.withoutApostrophe(token.folded)) }
      }
    }
    return names
  }

  private static func withoutApostrophe(_ name: String) -> String {
    name.filter { $0 != "'" && $0 != "’" }
  }

  /// Whether a part of a name consists of initials: `J`, `JA`.
  private static func isInitials(_ word: String) -> Bool {
    word.count == 1 || word.count < 4 && word.allSatisfy(\.isUppercase)
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
