import GRDB
import Ranking

/// Builds the term vectors: the terms of every document with their positions.
///
/// Reranking, feedback and `similar` read them; ``TermVectorRow`` documents the layout. The words
/// of the title come before the first passage. Joined forms are omitted, so that distances between
/// words are correct; stop words occupy positions but are not stored.
struct TermVectorWriter {
  /// Marks the beginning of a passage among slots + 1.
  private static let passage: UInt32 = 0

  /// Slots + 1 in word order, with 0 before every passage.
  private var words: [UInt8] = []
  private var ends: [Int] = []

  /// The memory it takes, in bytes.
  var size: Int { words.count + ends.count * 8 }

  /// Adds the title's or a passage's words to the current document.
  mutating func add(slot: Int) {
    VariableByte.write(UInt32(slot) + 1) { words.append($0) }
  }

  /// Begins a passage of the current document.
  mutating func beginPassage() {
    words.append(variable: Self.passage)
  }

  /// Ends the current document.
  mutating func endDocument() {
    ends.append(words.count)
  }

  /// Writes the rows of a segment's documents and clears them.
  ///
  /// - Parameters:
  ///   - terms: the number of each slot's term.
  ///   - isStopWord: whether each slot's term is a stop word.
  ///   - embedder: makes the embeddings of the documents; `nil` for none.
  ///   - sizes: how much is encoded at a time.
  mutating func write(
    _ database: Database, firstDocument: Int, terms: [Int], isStopWord: [Bool],
    embedder: DocumentEmbedder?, _ sizes: SegmentBatches
  ) throws {
    let table = try BlobTable(database, table: "document_terms", key: "document")
    let (words, ends) = (words, ends)
    let batches = stride(from: 0, to: ends.count, by: sizes.documents)
      .map { $0..<min($0 + sizes.documents, ends.count) }
    func end(_ document: Int) -> Int { document < 0 ? 0 : ends[document] }
    try ParallelMap.forEach(
      batches.count, ahead: sizes.ahead,
      weight: { end(batches[$0].upperBound - 1) - end(batches[$0].lowerBound - 1) },
      { batch in
        Self.rows(
          batches[batch], words, ends, terms: terms, isStopWord: isStopWord, embedder: embedder)
      }
    ) { batch, rows in
      for (document, row) in zip(batches[batch], rows) {
        try table.insert(Int64(firstDocument + document), row)
      }
    }
    self = TermVectorWriter()
  }

  /// The rows of documents, which are counted from the segment's first.
  private static func rows(
    _ documents: Range<Int>, _ words: [UInt8], _ ends: [Int], terms: [Int], isStopWord: [Bool],
    embedder: DocumentEmbedder?
  ) -> [[UInt8]] {
    var embedder = embedder
    var row = TermVectorRow()
    guard let last = documents.last else { return [] }
    let start = documents.lowerBound == 0 ? 0 : ends[documents.lowerBound - 1]
    var reader = ByteReader(Array(words[start..<ends[last]]))
    return documents.map { document in
      while start + reader.offset < ends[document], let value = reader.variable() {
        if value == Self.passage {
          row.beginPassage()
          embedder?.beginPassage()
        } else {
          let slot = Int(value) - 1
          embedder?.add(slot: slot)
          row.addWord(isStopWord[slot] ? nil : UInt32(terms[slot]))
        }
      }
      var bytes: [UInt8] = []
      row.encode(into: &bytes, embedding: embedder?.endDocument())
      row.removeAll()
      return bytes
    }
  }
}
