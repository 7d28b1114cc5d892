import Ranking

/// The terms of the documents and passages of a part of an index, inverted again from its lists.
struct ShardEntries {
  /// A term of a text, with its positions as a range of ``pool``.
  struct Entry {
    var term: UInt32
    var impact: UInt8
    var start: UInt32 = 0
    var count: UInt16 = 0
  }

  /// The terms by number.
  let terms: [String]
  private let firstDocument: UInt32
  private let firstPassage: UInt32
  private var documents: [[Entry]]
  private var passages: [[Entry]]
  private var pool: [UInt16] = []

  /// Reads the lists.
  ///
  /// - Parameters:
  ///   - documents: ascending, at least one.
  ///   - range: their passages.
  init(
    _ searcher: Searcher, _ terms: [String], documents: ArraySlice<UInt32>,
    passages range: Range<UInt32>
  ) throws {
    self.terms = terms
    firstDocument = documents.first ?? 0
    firstPassage = range.lowerBound
    let span = firstDocument..<(documents.last ?? 0) + 1
    self.documents = Array(repeating: [], count: span.count)
    passages = Array(repeating: [], count: range.count)
    for segment in searcher.snapshot.segments where segment.documents.overlaps(span) {
      for term in terms.indices where !terms[term].isEmpty {
        try readPassages(searcher.lists, term, segment.number, range)
        try readDocuments(searcher.lists, term, segment.number, span)
      }
    }
  }

  private mutating func readPassages(
    _ lists: PostingLists, _ term: Int, _ segment: Int, _ range: Range<UInt32>
  ) throws {
    guard var cursor = try lists.postings(.passage, term: term, segment: segment) else { return }
    var next = range.lowerBound
    guard let first = cursor.seek(next), first.number < range.upperBound else { return }
    var positions = try lists.positions(term: term, segment: segment)
    var found: [UInt16] = []
    while let posting = cursor.seek(next), posting.number < range.upperBound {
      var entry = Entry(term: UInt32(term), impact: posting.impact)
      if let location = cursor.location(of: posting.number) {
        positions.read(location, into: &found)
        entry.start = UInt32(pool.count)
        entry.count = UInt16(clamping: found.count)
        pool += found
      }
      passages[Int(posting.number - firstPassage)].append(entry)
      next = posting.number + 1
    }
  }

  private mutating func readDocuments(
    _ lists: PostingLists, _ term: Int, _ segment: Int, _ range: Range<UInt32>
  ) throws {
    guard var cursor = try lists.postings(.document, term: term, segment: segment) else { return }
    cursor.forEach(in: range) { posting in
      documents[Int(posting.number - firstDocument)].append(
        Entry(term: UInt32(term), impact: posting.impact))
    }
  }

  /// The terms of a document, in the order of their numbers.
  func document(_ number: UInt32) -> [Entry] { documents[Int(number - firstDocument)] }

  /// The terms of a passage, in the order of their numbers.
  func passage(_ number: UInt32) -> [Entry] { passages[Int(number - firstPassage)] }

  /// The positions of a term.
  func positions(_ entry: Entry) -> [UInt16] {
    Array(pool[Int(entry.start)..<Int(entry.start) + Int(entry.count)])
  }
}
