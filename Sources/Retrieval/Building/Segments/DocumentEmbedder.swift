import Embeddings

/// Makes the embeddings of the documents of a segment, from the words of the title and of the
/// beginning of the text.
struct DocumentEmbedder {
  /// Maximum number of words of the text that are used.
  ///
  /// The abstract comes first, and more words make documents look more alike.
  static let words = 150

  private let table: EmbeddingTable
  /// By slot: the row in the table; -1 for stop words and unknown words.
  private let rows: [Int]
  /// By slot: how often it occurs in the current document.
  private var counts: [UInt16]
  /// The slots that occur in the current document.
  private var found: [Int] = []
  /// The number of words of the text added so far; `nil` in the title.
  private var textWords: Int?

  /// - Parameters:
  ///   - terms: the term of each slot.
  ///   - isStopWord: whether each slot's term is a stop word.
  init(_ terms: [String], isStopWord: [Bool], table: EmbeddingTable) {
    self.table = table
    rows = zip(terms, isStopWord).map { $1 ? -1 : table.row(ofTermOrStem: $0) ?? -1 }
    counts = [UInt16](repeating: 0, count: terms.count)
  }

  /// Begins a passage of the current document; words before the first are the title's.
  mutating func beginPassage() {
    if textWords == nil { textWords = 0 }
  }

  /// Adds the next word of the current document.
  mutating func add(slot: Int) {
    if let words = textWords {
      if words == Self.words { return }
      textWords = words + 1
    }
    guard rows[slot] >= 0, counts[slot] < .max else { return }
    if counts[slot] == 0 { found.append(slot) }
    counts[slot] += 1
  }

  /// Ends the current document and returns its embedding.
  mutating func endDocument() -> Embedding {
    let text = found.map { slot in
      (row: rows[slot], weight: Embedding.weight(count: Float(counts[slot])))
    }
    for slot in found { counts[slot] = 0 }
    found.removeAll(keepingCapacity: true)
    textWords = nil
    return Embedding(table.sum(text))
  }
}
