import Analysis
import GRDB
import Ranking

/// The frequency and informativeness of terms, by term number; cached until the index changes.
final class TermStatistics {
  private let dictionary: TermDictionary
  private let snapshot: IndexSnapshot
  private let firstRows: ColumnStatement
  // By term; below 0 if not read yet.
  private var counts: [Int32] = []
  private var informative: [Int8] = []
  private var feedbackWeights: [Double] = []

  init(_ database: Database, dictionary: TermDictionary, snapshot: IndexSnapshot) throws {
    self.dictionary = dictionary
    self.snapshot = snapshot
    firstRows = try ColumnStatement(
      database, sql: "SELECT data FROM document_postings WHERE id = ?")
  }

  /// The number of documents in which a term occurs.
  func documentCount(_ number: UInt32) throws -> Int {
    let index = Int(number)
    if index < counts.count, counts[index] >= 0 { return Int(counts[index]) }
    while counts.count <= index { counts.append(-1) }
    var sum = -(try snapshot.deletedPostings.counts(term: index).documents)
    for segment in snapshot.segments {
      sum += try documentCount(term: index, segment: segment.number)
    }
    sum = max(0, sum)
    counts[index] = Int32(clamping: sum)
    return sum
  }

  /// The number of documents in which a term occurs; 0 if no text contains it.
  func documentCount(of term: String) throws -> Int {
    guard let number = try dictionary.number(of: term) else { return 0 }
    return try documentCount(UInt32(number))
  }

  /// The number of documents of a segment with a term, from the header of the list's first row.
  private func documentCount(term: Int, segment: Int) throws -> Int {
    defer { firstRows.reset() }
    guard try firstRows.find(PostingKey.first(segment: segment, term: term)) else { return 0 }
    return PostingLayout.count(firstRows.bytes(0))
  }

  /// Weight of a term in feedback: its squared inverse document frequency; 0 if the term is not
  /// informative.
  func feedbackWeight(_ number: UInt32) throws -> Double {
    let index = Int(number)
    if index < feedbackWeights.count, feedbackWeights[index] >= 0 { return feedbackWeights[index] }
    while feedbackWeights.count <= index { feedbackWeights.append(-1) }
    var weight = 0.0
    if try isInformative(number) {
      let idf = InverseDocumentFrequency.value(
        count: Double(try documentCount(number)), total: Double(snapshot.documentCount))
      weight = idf * idf
    }
    feedbackWeights[index] = weight
    return weight
  }

  /// Whether a term shows what a text is about: numbers, addresses, single letters, stop words,
  /// words of citations, and terms that occur in more than half of the documents do not.
  func isInformative(_ number: UInt32) throws -> Bool {
    let index = Int(number)
    if index < informative.count, informative[index] >= 0 { return informative[index] == 1 }
    while informative.count <= index { informative.append(-1) }
    let count = try documentCount(number)
    let term = try dictionary.term(number) ?? ""
    // Numbers, addresses ("gov.uk") and abbreviations with stops ("e.g").
    let isCode = term.unicodeScalars.contains { $0.properties.numericType != nil || $0 == "." }
    let isInformative =
      term.unicodeScalars.count > 1 && !isCode
      && !StopWords.uninformative.contains(Acronyms.stem(of: term))
      && count * 2 <= snapshot.documentCount
    informative[index] = isInformative ? 1 : 0
    return isInformative
  }
}
