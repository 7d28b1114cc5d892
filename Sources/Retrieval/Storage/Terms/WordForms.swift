import Analysis
import GRDB
import Query

/// The words whose stems are terms, as they are written: `studies`, `study` and `studied` for
/// `studi`.
///
/// Results of lookups are kept; when the index changes, a new object is used.
package final class WordForms {
  /// A word, folded, with its term and the number of its occurrences.
  typealias Row = (word: String, term: String, count: Int)

  /// The maximum number of terms for a wildcard; the most frequent ones are used.
  static let patternTerms = 5000
  /// Maximum number of terms kept.
  private static let mostKept = 1 << 14

  private let wordRows: ColumnStatement
  private var mostFrequent: [String: String] = [:]

  /// Prepares lookups in an index.
  package init(_ database: Database) throws {
    wordRows = try ColumnStatement(
      database,
      sql: "SELECT word, term, count FROM words WHERE word >= ? AND word < ? ORDER BY word")
  }

  /// The most frequent word with a term, folded: `remuneration` for `remuner`; the term itself if
  /// there is none.
  ///
  /// Words are found by the beginning of the term. Stemming changes or adds at most its last letter
  /// (`study` and `studi`, `using` and `use`), except for a few words such as `lying`; normalised
  /// spelling can change letters before that (`aesthetic` and `esthet`).
  package func mostFrequentWord(of term: String) throws -> String {
    if let known = mostFrequent[term] { return known }
    var beginnings = [term.count > 2 ? term.dropLast() : term[...], term.prefix(1)]
    if term.hasPrefix("e") { beginnings += ["ae", "oe"] }
    var found: String?
    for beginning in beginnings where found == nil {
      found = try mostFrequentWord(of: term, beginningWith: beginning)
    }
    let word = found ?? term
    if mostFrequent.count == Self.mostKept { mostFrequent.removeAll(keepingCapacity: true) }
    mostFrequent[term] = word
    return word
  }

  private func mostFrequentWord(
    of term: String, beginningWith beginning: Substring
  ) throws -> String? {
    var best: (word: String, count: Int)?
    try wordRows.forEach(withPrefix: String(beginning)) {
      guard wordRows.bytes(1).elementsEqual(term.utf8) else { return }
      // Rows are in the order of words, so the first of equally frequent ones is kept.
      let count = wordRows.offset(2)
      if count > best?.count ?? 0 { best = (wordRows.text(0), count) }
    }
    return best?.word
  }

  /// The terms of the words that match a pattern, the most frequent first.
  ///
  /// - Parameter pattern: folded, with at least one letter before its first wildcard.
  /// - Returns: at most ``patternTerms``, and whether there were more.
  func terms(ofWordsMatching pattern: WordPattern) throws -> (terms: [String], hasMore: Bool) {
    let prefix = pattern.prefix
    var counts: [String: Int] = [:]
    try wordRows.forEach(withPrefix: prefix) {
      guard pattern.matches(wordRows.text(0)) else { return }
      counts[wordRows.text(1), default: 0] += wordRows.offset(2)
    }
    let sorted = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    return (sorted.prefix(Self.patternTerms).map(\.key), sorted.count > Self.patternTerms)
  }

  /// The words with a term or the same stem, folded, in alphabetical order.
  ///
  /// They begin as the term does, without its last letter (``mostFrequentWord(of:)``).
  func words(of term: String) throws -> [(word: String, count: Int)] {
    var words: [(word: String, count: Int)] = []
    let terms = Acronyms.family(of: term)
    let shortest = terms.min { $0.count < $1.count } ?? term
    let beginning = shortest.count > 2 ? shortest.dropLast() : shortest[...]
    try wordRows.forEach(withPrefix: String(beginning)) {
      guard terms.contains(where: { wordRows.bytes(1).elementsEqual($0.utf8) }) else { return }
      words.append((wordRows.text(0), wordRows.offset(2)))
    }
    return words
  }

  /// The words with the terms of all words that match a pattern, in alphabetical order.
  ///
  /// - Parameter pattern: folded, with at least one letter before its first wildcard.
  /// - Returns: none if these words share too few letters, because too many begin with them.
  func words(ofTermsMatching pattern: WordPattern) throws -> [(word: String, count: Int)] {
    var terms: Set<String> = []
    var common = pattern.prefix
    try wordRows.forEach(withPrefix: pattern.prefix) {
      guard pattern.matches(wordRows.text(0)) else { return }
      let term = wordRows.text(1)
      guard terms.insert(term).inserted else { return }
      common = String(common.prefix(zip(common, term).prefix { $0.0 == $0.1 }.count))
    }
    guard common.count >= Self.leastCommon else { return [] }
    var words: [(word: String, count: Int)] = []
    try wordRows.forEach(withPrefix: String(common.dropLast())) {
      if terms.contains(wordRows.text(1)) { words.append((wordRows.text(0), wordRows.offset(2))) }
    }
    return words
  }

  /// The fewest letters that the words of a pattern must share.
  private static let leastCommon = 4

  /// All words that begin with a prefix.
  func rows(withPrefix prefix: String) throws -> [Row] {
    var rows: [Row] = []
    try wordRows.forEach(withPrefix: prefix) {
      rows.append((wordRows.text(0), wordRows.text(1), wordRows.offset(2)))
    }
    return rows
  }
}
