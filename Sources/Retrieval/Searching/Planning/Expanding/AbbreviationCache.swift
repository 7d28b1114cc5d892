import Analysis
import GRDB

/// The long forms of abbreviations, as the documents of the index define them.
///
/// What was looked up is kept; an index that changed gets a new cache.
final class AbbreviationCache {
  /// The long form of an abbreviation.
  struct Sense {
    /// The terms of the long form.
    var long: [String]
    /// The long form as written.
    var shown: String
  }

  /// A short form as it was typed.
  private struct Key: Hashable {
    /// Folded.
    var short: String
    /// Whether it was typed in capitals, as abbreviations are.
    var isCapital: Bool
  }

  /// The fewest definitions with which a sense counts, and its smallest share of all definitions of
  /// the form.
  private static let leastDefinitions = 2
  private static let leastShare = 0.3
  /// A short form that is an ordinary word ("age", "met") is defined in less than this share of the
  /// documents that have it; it is resolved only when typed in capitals.
  private static let ordinaryShare = 0.1
  /// How much is kept at most.
  private static let limit = 20_000

  private let analyzer: Analyzer
  private let statistics: TermStatistics
  /// `long`, `shown` and `count`, by the short form, those first that are defined most often.
  private let longRows: ColumnStatement
  /// `long`, `short` and `count`, by the least long form and one past the greatest.
  private let shortRows: ColumnStatement
  private var senses: [Key: [Sense]] = [:]
  /// Short forms by long ones, by the first two terms of those.
  private var shortForms: [String: [String: [String]]] = [:]

  init(_ database: Database, analyzer: Analyzer, statistics: TermStatistics) throws {
    self.analyzer = analyzer
    self.statistics = statistics
    longRows = try ColumnStatement(
      database,
      sql: "SELECT long, shown, count FROM abbreviations WHERE short = ? ORDER BY count DESC, long")
    shortRows = try ColumnStatement(
      database,
      sql: """
        SELECT long, short, count FROM abbreviations WHERE long >= ? AND long < ?
        ORDER BY count DESC, short
        """)
  }

  /// The most frequent long forms of a folded short form.
  func senses(of short: String, isCapital: Bool) throws -> [Sense] {
    let key = Key(short: short, isCapital: isCapital)
    if let known = senses[key] { return known }
    let found = try findSenses(of: short, isCapital: isCapital)
    if senses.count >= Self.limit { senses.removeAll() }
    senses[key] = found
    return found
  }

  private func findSenses(of short: String, isCapital: Bool) throws -> [Sense] {
    var found: [(sense: Sense, count: Int)] = []
    try longRows.forEach(short) {
      let long = longRows.text(0).split(separator: " ").map(String.init)
      found.append((Sense(long: long, shown: longRows.text(1)), longRows.offset(2)))
    }
    let total = found.reduce(0) { $0 + $1.count }
    guard total > 0 else { return [] }
    if !isCapital, let term = analyzer.tokens(in: short).first?.term {
      let holding = try statistics.documentCount(of: term)
      if Double(total) < Self.ordinaryShare * Double(holding) { return [] }
    }
    return found.filter { _, count in
      count >= Self.leastDefinitions && Double(count) >= Self.leastShare * Double(total)
    }.map { $0.sense }
  }

  /// The short forms of what begins with two terms, by their long forms, those first that are
  /// defined most often.
  func shortForms(beginning first: String, _ second: String) throws -> [String: [String]] {
    let beginning = "\(first) \(second)"
    if let known = shortForms[beginning] { return known }
    // Long forms are terms with spaces between; "!" comes next after the space.
    var found: [String: [String]] = [:]
    try shortRows.forEach(beginning, beginning + "!") {
      guard shortRows.integer(2) >= Self.leastDefinitions else { return }
      found[shortRows.text(0), default: []].append(shortRows.text(1))
    }
    if shortForms.count >= Self.limit { shortForms.removeAll() }
    shortForms[beginning] = found
    return found
  }
}
