import Ranking

/// Ranks the postings of the terms of a segment: passage postings with positions, and document
/// postings derived from them.
struct PostingRanker: Sendable {
  private let parameters = BM25F.standard
  private let lengths: SegmentLengths
  private let passageNorms: [Float]
  /// The BM25F length norm of each document of the segment.
  private let documentNorms: [Float]

  // Reused for every term.
  private var list: [Posting] = []
  private var documentList: [Posting] = []

  /// - Parameters:
  ///   - lengths: the lengths of all passages and documents of the segment.
  ///   - averages: weighted average lengths of the whole index, including this segment.
  init(lengths: SegmentLengths, averages: AverageLengths) {
    self.lengths = lengths
    let parameters = BM25F.standard
    passageNorms = lengths.passageLengths.map {
      parameters.norm(length: $0, average: averages.passage)
    }
    documentNorms = lengths.documentLengths.map {
      parameters.norm(length: $0, average: averages.document)
    }
  }

  /// The rows of a term; none if it has no postings.
  mutating func rows(_ postings: borrowing RawPostings) -> TermRows {
    guard !postings.passages.isEmpty else { return TermRows() }
    rank(postings)
    return TermRows(
      passages: PostingLayout.rows(list), positions: PositionLayout.rows(postings),
      documents: PostingLayout.rows(documentList))
  }

  /// Fills both lists with impacts.
  private mutating func rank(_ postings: borrowing RawPostings) {
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

  private mutating func appendDocument(_ document: UInt32, _ counts: FieldCounts) {
    guard document != .max else { return }
    let impact = parameters.impact(counts, norm: documentNorms[Int(document)])
    documentList.append(Posting(number: lengths.firstDocument + document, impact: impact))
  }
}
