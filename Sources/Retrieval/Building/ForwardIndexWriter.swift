import GRDB

/// Builds the forward index: the terms of every document in the order of its words, which
/// proximity, feedback and `similar` read.
///
/// A row holds variable-length numbers: 0 before every passage, 1 to 3 for so many stop words side
/// by side, and otherwise a term's number + 3. The words of the title come before the first passage.
/// Joined forms are left out, so that distances between words are right.
struct ForwardIndexWriter {
  static let passage: UInt32 = 0
  /// How many stop words one number stands for at most; those above are terms.
  static let mostStopWords: UInt32 = 3

  /// Slots + 1, with 0 before every passage.
  private var words: [UInt8] = []
  private var ends: [Int] = []

  /// How much memory it takes, in bytes.
  var size: Int { words.count + ends.count * 8 }

  /// Adds the title's or a passage's words to the document at hand.
  mutating func add(slot: Int) {
    words.append(variable: UInt32(slot) + 1)
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
      var stopWords: UInt32 = 0
      while reader.offset < end, let value = reader.variable() {
        let slot = value == Self.passage ? nil : Int(value) - 1
        if let slot, isStopWord[slot] {
          stopWords += 1
          if stopWords < Self.mostStopWords { continue }
        }
        if stopWords > 0 { row.append(variable: stopWords) }
        stopWords = 0
        guard let slot else {
          row.append(variable: Self.passage)
          continue
        }
        if !isStopWord[slot] { row.append(variable: UInt32(terms[slot]) + Self.mostStopWords) }
      }
      if stopWords > 0 { row.append(variable: stopWords) }
      try table.insert(Int64(firstDocument + document), row)
    }
    self = ForwardIndexWriter()
  }
}
