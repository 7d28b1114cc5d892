import GRDB

/// Builds the forward index: the terms of every document in the order of its words, which
/// proximity, feedback and `similar` read.
///
/// A row holds one variable-length number per word: 0 for a stop word, 1 before every passage, and
/// otherwise the term's number + 1. The words of the title come before the first passage. Joined
/// forms are left out, so that distances between words are right.
struct ForwardIndexWriter {
  static let stopWord: UInt32 = 0
  static let passage: UInt32 = 1

  /// Slots + 2, with 1 before every passage.
  private var words: [UInt8] = []
  private var ends: [Int] = []

  /// How much memory it takes, in bytes.
  var size: Int { words.count + ends.count * 8 }

  /// Adds the title's or a passage's words to the document at hand.
  mutating func add(slot: Int) {
    words.append(variable: UInt32(slot) + 2)
  }

  /// Begins a passage of the document at hand.
  mutating func beginPassage() {
    words.append(variable: Self.passage)
  }

  /// Ends the document at hand.
  mutating func endDocument() {
    ends.append(words.count)
  }

  /// Writes the rows of a segment's documents and forgets them.
  ///
  /// - Parameters:
  ///   - terms: the number of each slot's term.
  ///   - isStopWord: of each slot's term.
  mutating func write(
    _ database: Database, firstDocument: Int, terms: [Int], isStopWord: [Bool]
  ) throws {
    let table = try BlobTable(database, table: "document_terms", key: "document")
    var reader = ByteReader(words)
    var row: [UInt8] = []
    for (document, end) in ends.enumerated() {
      row.removeAll(keepingCapacity: true)
      while reader.offset < end, let value = reader.variable() {
        if value == Self.passage {
          row.append(UInt8(Self.passage))
        } else {
          let slot = Int(value) - 2
          row.append(variable: isStopWord[slot] ? Self.stopWord : UInt32(terms[slot]) + 1)
        }
      }
      try table.insert(Int64(firstDocument + document), row)
    }
    self = ForwardIndexWriter()
  }
}
