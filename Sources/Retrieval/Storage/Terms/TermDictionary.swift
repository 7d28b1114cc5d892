import GRDB
import Query

/// The terms of an index: their numbers, and their words.
///
/// Lookups are cached; if the index changes, a new dictionary is used.
final class TermDictionary {
  /// The maximum number of terms for a wildcard; the most frequent ones are used.
  static let patternTerms = 5000
  /// The maximum number of cached numbers, and of cached terms.
  private static let mostKept = 1 << 14

  private let database: Database
  private let numberRows: ColumnStatement
  private let termRows: ColumnStatement
  private let wordRows: ColumnStatement
  private var numbers: [String: Int?] = [:]
  private var terms: [UInt32: String] = [:]

  init(_ database: Database) throws {
    self.database = database
    numberRows = try ColumnStatement(database, sql: "SELECT number FROM terms WHERE term = ?")
    termRows = try ColumnStatement(database, sql: "SELECT term FROM terms WHERE number = ?")
    wordRows = try ColumnStatement(
      database, sql: "SELECT word, term, count FROM words WHERE word >= ? AND word < ?")
  }

  /// The number of a term; `nil` if no text contains it.
  func number(of term: String) throws -> Int? {
    if let known = numbers[term] { return known }
    defer { numberRows.reset() }
    var number = try numberRows.find(term) ? numberRows.integer(0) : nil
    // Only a damaged file has a number above the limit.
    if let found = number, !(0..<PostingKey.mostTerms).contains(found) { number = nil }
    if numbers.count == Self.mostKept { numbers.removeAll(keepingCapacity: true) }
    numbers[term] = .some(number)
    return number
  }

  /// A term by its number.
  func term(_ number: UInt32) throws -> String? {
    if let term = terms[number] { return term }
    guard try termRows.find(Int64(number)) else { return nil }
    defer { termRows.reset() }
    if terms.count == Self.mostKept { terms.removeAll(keepingCapacity: true) }
    let term = termRows.text(0)
    terms[number] = term
    return term
  }

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
}
