import GRDB
import Ranking

/// What is asked of terms by their numbers, kept between queries of one snapshot.
final class TermFacts {
  private let database: Database
  private let reader: PostingReader
  private let snapshot: IndexSnapshot
  private let names: ColumnStatement
  private var counts: [Int32] = []
  private var telling: [Int8] = []
  private var feedbackWeights: [Double] = []
  private var terms: [UInt32: String] = [:]
  /// How many terms are kept at most.
  private static let mostTerms = 1 << 14

  init(_ database: Database, reader: PostingReader, snapshot: IndexSnapshot) throws {
    self.database = database
    self.reader = reader
    self.snapshot = snapshot
    names = try ColumnStatement(database, sql: "SELECT term FROM terms WHERE number = ?")
  }

  /// A term by its number.
  func term(_ number: UInt32) throws -> String? {
    if let term = terms[number] { return term }
    guard try names.find(Int64(number)) else { return nil }
    defer { names.reset() }
    if terms.count == Self.mostTerms { terms.removeAll(keepingCapacity: true) }
    let term = names.text(0)
    terms[number] = term
    return term
  }

  /// In how many documents a term stands.
  func documentCount(_ number: UInt32) throws -> Int {
    let index = Int(number)
    if index < counts.count, counts[index] >= 0 { return Int(counts[index]) }
    while counts.count <= index { counts.append(-1) }
    var sum = -(try snapshot.deletedPostings.counts(term: index).documents)
    for segment in snapshot.segments {
      sum += Int(try reader.count(.document, term: index, segment: segment.number))
    }
    sum = max(0, sum)
    counts[index] = Int32(clamping: sum)
    return sum
  }

  /// How much a term counts for in feedback: its squared inverse document frequency, 0 for one that
  /// tells nothing.
  func feedbackWeight(_ number: UInt32) throws -> Double {
    let index = Int(number)
    if index < feedbackWeights.count, feedbackWeights[index] >= 0 { return feedbackWeights[index] }
    while feedbackWeights.count <= index { feedbackWeights.append(-1) }
    var weight = 0.0
    if try isTelling(number) {
      let idf = InverseDocumentFrequency.value(
        count: Double(try documentCount(number)), total: Double(snapshot.documentCount))
      weight = idf * idf
    }
    feedbackWeights[index] = weight
    return weight
  }

  /// Whether a term can tell what a text is about: numbers and single letters do not, nor does what
  /// stands in over half of the documents.
  func isTelling(_ number: UInt32) throws -> Bool {
    let index = Int(number)
    if index < telling.count, telling[index] >= 0 { return telling[index] == 1 }
    while telling.count <= index { telling.append(-1) }
    let count = try documentCount(number)
    let term = try term(number) ?? ""
    let hasDigit = term.unicodeScalars.contains { $0.properties.numericType != nil }
    let isTelling =
      term.unicodeScalars.count > 1 && !hasDigit && !StopWords.terms.contains(term)
      && count * 2 <= snapshot.documentCount
    telling[index] = isTelling ? 1 : 0
    return isTelling
  }
}
