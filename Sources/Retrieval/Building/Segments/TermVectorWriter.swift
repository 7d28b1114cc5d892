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
    words.append(variable: UInt32(slot) + 1)
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
  mutating func write(
    _ database: Database, firstDocument: Int, terms: [Int], isStopWord: [Bool],
    embedder: DocumentEmbedder?
  ) throws {
    let table = try BlobTable(database, table: "document_terms", key: "document")
    var reader = ByteReader(words)
    var row = TermVectorRow()
    var bytes: [UInt8] = []
    var embedder = embedder
    for (document, end) in ends.enumerated() {
      while reader.offset < end, let value = reader.variable() {
        if value == Self.passage {
          row.beginPassage()
          embedder?.beginPassage()
        } else {
          let slot = Int(value) - 1
          embedder?.add(slot: slot)
          row.addWord(isStopWord[slot] ? nil : UInt32(terms[slot]))
        }
      }
      row.encode(into: &bytes, embedding: embedder?.endDocument())
      row.removeAll()
      try table.insert(Int64(firstDocument + document), bytes)
    }
    self = TermVectorWriter()
  }
}
