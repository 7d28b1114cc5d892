import Analysis
import GRDB
import Ranking

/// The long forms of abbreviations, as defined in the documents of the index, and the documents
/// that define them.
///
/// Lookups are cached; if the index changes, a new cache is used.
final class AbbreviationCache {
  /// A sense of an abbreviation: a long form that it stands for.
  struct Sense {
    /// The terms of the long form.
    var long: [String]
    /// The long form as written.
    var shown: String
  }

  /// A short form as typed.
  private struct Key: Hashable {
    /// The folded form.
    var short: String
    /// Whether the short form was typed in capitals, as abbreviations are.
    var isCapital: Bool
  }

  /// An abbreviation in one sense.
  private struct TermInSense: Hashable {
    /// The term of the abbreviation.
    var term: String
    /// The terms of the sense.
    var words: [String]
  }

  /// The minimum number of definitions of a sense, and its minimum share of all definitions of the
  /// form.
  private static let leastDefinitions = 2
  private static let leastShare = 0.3
  /// A short form that is an ordinary word is defined in less than this share of the documents that
  /// contain it; it is resolved only if typed in capitals, like those of ``EverydayWords``.
  private static let ordinaryShare = 0.1
  /// Maximum number of entries kept.
  private static let limit = 20_000
  /// Maximum number of document numbers kept.
  private static let documentLimit = 1_000_000

  private let analyzer: Analyzer
  private let statistics: TermStatistics
  /// `long`, `shown` and `count`, by the short form, the most often defined first.
  private let longRows: ColumnStatement
  /// `long`, `short` and `count`, by a half-open range of long forms.
  private let shortRows: ColumnStatement
  /// `number` and `long`, by the term of the short form.
  private let numberRows: ColumnStatement
  /// `document`, by the number of the abbreviation.
  private let documentRows: ColumnStatement
  private var senses: [Key: [Sense]] = [:]
  /// Short forms by their long forms, by the first two terms of the long forms.
  private var shortForms: [String: [String: [String]]] = [:]
  private var otherDocuments: [TermInSense: SortedIDs] = [:]
  private var keptDocuments = 0

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
    numberRows = try ColumnStatement(
      database, sql: "SELECT number, long FROM abbreviations WHERE term = ?")
    documentRows = try ColumnStatement(
      database, sql: "SELECT document FROM definitions WHERE abbreviation = ?")
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
    guard total > 0, isCapital || !EverydayWords.words.contains(short) else { return [] }
    if !isCapital, let term = analyzer.tokens(in: short).first?.term {
      let holding = try statistics.documentCount(of: term)
      if Double(total) < Self.ordinaryShare * Double(holding) { return [] }
    }
    return found.filter { _, count in
      count >= Self.leastDefinitions && Double(count) >= Self.leastShare * Double(total)
    }.map { $0.sense }
  }

  /// The documents that define an abbreviation in another sense than the one that is meant.
  ///
  /// A definition has another sense if none of its words is a word of the sense. A document
  /// that has definitions of both kinds is not one of them.
  ///
  /// - Parameters:
  ///   - term: the term of the abbreviation.
  ///   - sense: the terms of the sense that is meant.
  func documents(defining term: String, otherThan sense: [String]) throws -> SortedIDs {
    let key = TermInSense(term: term, words: sense)
    if let known = otherDocuments[key] { return known }
    let words = Set(sense).subtracting(StopWords.terms)
    let definitions = try definitions(of: term)
    var others = Set<UInt32>()
    for definition in definitions where words.isDisjoint(with: definition.long) {
      try collect(definition.number, into: &others)
    }
    if !others.isEmpty {
      var meant = Set<UInt32>()
      for definition in definitions where !words.isDisjoint(with: definition.long) {
        try collect(definition.number, into: &meant)
      }
      others.subtract(meant)
    }
    if keptDocuments + others.count > Self.documentLimit || otherDocuments.count >= Self.limit {
      otherDocuments.removeAll()
      keptDocuments = 0
    }
    let found = SortedIDs(others.sorted())
    otherDocuments[key] = found
    keptDocuments += others.count
    return found
  }

  /// The definitions of an abbreviation, with the terms of their long forms.
  private func definitions(of term: String) throws -> [(number: UInt32, long: [String])] {
    var found: [(number: UInt32, long: [String])] = []
    try numberRows.forEach(term) {
      let number = UInt32(clamping: numberRows.integer(0))
      found.append((number, numberRows.text(1).split(separator: " ").map(String.init)))
    }
    return found
  }

  /// Adds the documents with a definition.
  private func collect(_ definition: UInt32, into documents: inout Set<UInt32>) throws {
    try documentRows.forEach(numbers: [definition], of: 1) {
      documents.insert(UInt32(clamping: documentRows.integer(0)))
    }
  }

  /// The short forms of long forms that begin with two terms, by long form, the most often defined
  /// first.
  func shortForms(beginning first: String, _ second: String) throws -> [String: [String]] {
    let beginning = "\(first) \(second)"
    if let known = shortForms[beginning] { return known }
    // Long forms are terms separated by spaces; "!" is the character after the space.
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
