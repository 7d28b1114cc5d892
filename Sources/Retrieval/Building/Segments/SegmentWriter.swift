import GRDB
import Ranking

/// Writes the ranked postings of one segment: passage postings with positions, and document
/// postings derived from them.
final class SegmentWriter {
  private let number: Int
  private let parameters: BM25F
  private let lengths: SegmentLengths
  private let passageNorms: [Float]
  /// The BM25F length norm of each document of the segment.
  private let documentNorms: [Float]
  private let passages: BlobTable
  private let positions: BlobTable
  private let documents: BlobTable

  // Reused for every term.
  private var list: [Posting] = []
  private var documentList: [Posting] = []

  /// Begins a segment.
  ///
  /// - Parameters:
  ///   - number: the segment's number, not yet used in the index.
  ///   - lengths: the lengths of all its passages and documents.
  ///   - averages: weighted average lengths of the whole index, including this segment.
  init(
    _ database: Database, number: Int, lengths: SegmentLengths, averages: AverageLengths,
    parameters: BM25F = .standard
  ) throws {
    self.number = number
    self.parameters = parameters
    self.lengths = lengths
    passageNorms = lengths.passageLengths(parameters).map {
      parameters.norm(length: $0, average: averages.passage)
    }
    documentNorms = lengths.documentLengths(parameters).map {
      parameters.norm(length: $0, average: averages.document)
    }
    passages = try BlobTable(database, table: "passage_postings")
    positions = try BlobTable(database, table: "passage_positions")
    documents = try BlobTable(database, table: "document_postings")
  }

  /// Writes the lists of a term.
  ///
  /// Terms should be passed in increasing order of their numbers, so that rows are appended.
  func write(term: Int, _ postings: borrowing RawPostings) throws {
    guard !postings.passages.isEmpty else { return }
    rank(postings)
    let key = PostingKey.first(segment: number, term: term)
    for (index, row) in PostingLayout.rows(list).enumerated() {
      try passages.insert(key + Int64(index), row)
    }
    for (index, row) in PositionLayout.rows(postings).enumerated() {
      try positions.insert(key + Int64(index), row)
    }
    for (index, row) in PostingLayout.rows(documentList).enumerated() {
      try documents.insert(key + Int64(index), row)
    }
  }

  /// Fills both lists with impacts.
  private func rank(_ postings: borrowing RawPostings) {
    list.removeAll(keepingCapacity: true)
    documentList.removeAll(keepingCapacity: true)
    var current: UInt32 = .max
    var sum = FieldCounts()
    for index in postings.passages.indices {
      let passage = postings.passages[index]
      let local = Int(passage - lengths.firstPassage)
      let counts = postings.counts[index]
      list.append(
        Posting(number: passage, impact: parameters.impact(counts, norm: passageNorms[local])))
      let document = lengths.document[local]
      if document != current {
        appendDocument(current, sum)
        current = document
        sum = FieldCounts()
      }
      // The title and the authors occur in every passage of a document, and a heading in every
      // passage of its section, but each counts once. Other fields of the record occur only in its
      // first passage.
      sum.body += counts.body
      sum.title = max(sum.title, counts.title)
      sum.authors = max(sum.authors, counts.authors)
      if lengths.opensSection[local] { sum.heading += counts.heading }
      sum.keywords += counts.keywords
      sum.journal += counts.journal
      sum.publisher += counts.publisher
      sum.year += counts.year
    }
    appendDocument(current, sum)
  }

  private func appendDocument(_ document: UInt32, _ counts: FieldCounts) {
    guard document != .max else { return }
    let impact = parameters.impact(counts, norm: documentNorms[Int(document)])
    documentList.append(Posting(number: lengths.firstDocument + document, impact: impact))
  }
}
