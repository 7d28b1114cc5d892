import GRDB
import Query

/// The words as written whose stems are terms: `studies`, `study` and `studied` for `studi`.
///
/// Results of lookups are kept; when the index changes, a new object is used.
final class WordForms {
  /// A word, folded, with its term and the number of its occurrences.
  typealias Row = (word: String, term: String, count: Int)

  /// The maximum number of terms for a wildcard; the most frequent ones are used.
  static let patternTerms = 5000
  /// Maximum number of terms kept.
  private static let mostKept = 1 << 14

  private let wordRows: ColumnStatement
  private var words: [String: [String]] = [:]

  init(_ database: Database) throws {
    wordRows = try ColumnStatement(
      database, sql: "SELECT word, term, count FROM words WHERE word >= ? AND word < ?")
  }

  /// The folded words of a term, the most frequent first; none if no text contains it.
  func words(of term: String) throws -> [String] {
    if let known = words[term] { return known }
    // The stemmer shortens words, and makes an i of a final y.
    let prefix = term.hasSuffix("i") && term.utf8.count > 2 ? String(term.dropLast()) : term
    var found: [(word: String, count: Int)] = []
    try wordRows.forEach(prefix, prefix + "\u{10FFFF}") {
      guard wordRows.bytes(1).elementsEqual(term.utf8) else { return }
      found.append((wordRows.text(0), wordRows.offset(2)))
    }
    found.sort { $0.count != $1.count ? $0.count > $1.count : $0.word < $1.word }
    if words.count == Self.mostKept { words.removeAll(keepingCapacity: true) }
    let result = found.map(\.word)
    words[term] = result
    return result
  }

  /// The most frequent word of a term; the term itself if its words are spelled differently.
  func shown(_ term: String) throws -> String { try words(of: term).first ?? term }

  /// The terms of the words that match a pattern, the most frequent first.
  ///
  /// - Parameter pattern: folded, with at least one letter before its first wildcard.
  /// - Returns: at most ``patternTerms``, and whether there were more.
  func terms(ofWordsMatching pattern: WordPattern) throws -> (terms: [String], hasMore: Bool) {
    let prefix = pattern.prefix
    var counts: [String: Int] = [:]
    try wordRows.forEach(prefix, prefix + "\u{10FFFF}") {
      guard pattern.matches(wordRows.text(0)) else { return }
      counts[wordRows.text(1), default: 0] += wordRows.offset(2)
    }
    let sorted = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    return (sorted.prefix(Self.patternTerms).map(\.key), sorted.count > Self.patternTerms)
  }

  /// All words that begin with a prefix.
  func rows(withPrefix prefix: String) throws -> [Row] {
    var rows: [Row] = []
    try wordRows.forEach(prefix, prefix + "\u{10FFFF}") {
      rows.append((wordRows.text(0), wordRows.text(1), wordRows.offset(2)))
    }
    return rows
  }
}
