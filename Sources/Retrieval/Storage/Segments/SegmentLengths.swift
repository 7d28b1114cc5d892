import Ranking

/// The lengths, in words, of the fields of the passages and documents of a segment.
///
/// Stored with the segment, so that impacts can be recomputed when segments are merged.
package struct SegmentLengths: Equatable, Sendable {
  /// The number of the first document of the segment.
  package let firstDocument: UInt32
  /// The number of the first passage of the segment.
  package let firstPassage: UInt32

  /// Words of the body, per passage.
  package private(set) var body: [UInt16] = []
  /// Words of the section's heading, per passage.
  package private(set) var heading: [UInt16] = []
  /// Whether the passage is the first of its section, per passage.
  private(set) var opensSection: [Bool] = []
  /// The document of each passage, counted from the segment's first.
  package private(set) var document: [UInt32] = []
  /// Words of the title, per document.
  package private(set) var title: [UInt16] = []
  /// Whether the document is live, per document; a deleted one keeps its numbers.
  package var isAlive: [Bool] = []

  /// Creates the lengths of a segment without documents.
  package init(firstDocument: UInt32, firstPassage: UInt32) {
    self.firstDocument = firstDocument
    self.firstPassage = firstPassage
  }

  /// The number of documents, deleted ones included.
  package var documentCount: Int { title.count }
  /// The number of passages, those of deleted documents included.
  package var passageCount: Int { body.count }

  /// Adds a document with the number of words in its title.
  package mutating func addDocument(title words: Int) {
    title.append(UInt16(clamping: words))
    isAlive.append(true)
  }

  /// Adds a passage to the last document.
  package mutating func addPassage(
    body words: Int, heading headingWords: Int, opensSection opens: Bool
  ) {
    body.append(UInt16(clamping: words))
    heading.append(UInt16(clamping: headingWords))
    opensSection.append(opens)
    document.append(UInt32(title.count - 1))
  }

  /// Appends the segment whose numbers follow those of this one, directly or after a gap of unused
  /// numbers.
  package mutating func append(_ other: SegmentLengths) {
    let documentGap = Int(other.firstDocument - firstDocument) - documentCount
    let passageGap = Int(other.firstPassage - firstPassage) - passageCount
    for _ in 0..<documentGap {
      title.append(0)
      isAlive.append(false)
    }
    for _ in 0..<passageGap {
      body.append(0)
      heading.append(0)
      opensSection.append(false)
      document.append(UInt32(max(0, title.count - 1)))
    }
    let base = UInt32(title.count)
    body += other.body
    heading += other.heading
    opensSection += other.opensSection
    document += other.document.map { $0 + base }
    title += other.title
    isAlive += other.isAlive
  }

  /// Weighted lengths of every passage.
  package var passageLengths: [Float] {
    let parameters = BM25F.standard
    return body.indices.map { index in
      parameters.length(
        FieldCounts(
          body: Float(body[index]), title: Float(title[Int(document[index])]),
          heading: Float(heading[index])))
    }
  }

  /// Weighted lengths of every document: a title and a heading count once.
  package var documentLengths: [Float] {
    let parameters = BM25F.standard
    var lengths = title.map { parameters.length(FieldCounts(title: Float($0))) }
    for index in body.indices {
      lengths[Int(document[index])] += parameters.length(
        FieldCounts(
          body: Float(body[index]), heading: opensSection[index] ? Float(heading[index]) : 0))
    }
    return lengths
  }

  // MARK: In the index file

  /// The encoded bytes, which ``init(bytes:)`` decodes.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(little: firstDocument)
    bytes.append(little: firstPassage)
    bytes.append(little: UInt32(documentCount))
    bytes.append(little: UInt32(passageCount))
    for value in title { bytes.append(variable: UInt32(value)) }
    for value in isAlive { bytes.append(value ? 1 : 0) }
    var previous: UInt32 = 0
    for index in body.indices {
      bytes.append(variable: UInt32(body[index]))
      bytes.append(variable: UInt32(heading[index]) << 1 | (opensSection[index] ? 1 : 0))
      bytes.append(variable: document[index] - previous)
      previous = document[index]
    }
    return bytes
  }

  /// Decodes ``bytes``; `nil` if they are damaged.
  package init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard let firstDocument = reader.fixed32(), let firstPassage = reader.fixed32(),
      let documents = reader.fixed32(), let passages = reader.fixed32(),
      Int(documents) + Int(passages) <= bytes.count
    else { return nil }
    self.init(firstDocument: firstDocument, firstPassage: firstPassage)
    for _ in 0..<documents {
      guard let value = reader.variable() else { return nil }
      title.append(UInt16(clamping: value))
    }
    for _ in 0..<documents {
      guard let value = reader.byte() else { return nil }
      isAlive.append(value == 1)
    }
    var previous: UInt32 = 0
    for _ in 0..<passages {
      guard let words = reader.variable(), let headings = reader.variable(),
        let step = reader.variable(), step <= documents, previous + step < documents
      else { return nil }
      previous += step
      body.append(UInt16(clamping: words))
      heading.append(UInt16(clamping: headings >> 1))
      opensSection.append(headings & 1 == 1)
      document.append(previous)
    }
  }
}
