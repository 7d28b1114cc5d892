import Foundation
import GRDB

/// Builds the forward index: for every document its most telling terms with their impacts, which
/// feedback and `similar` read.
struct ForwardIndexWriter {
  /// How many terms of a document are kept.
  static let termsPerDocument = 64

  private var slots: [UInt32] = []
  private var counts: [UInt16] = []
  private var ends: [Int] = []

  /// How much memory it takes, in bytes.
  var size: Int { slots.count * 6 + ends.count * 8 }

  /// Adds the distinct words of the next document.
  mutating func add(_ words: [WordCount], slot: (UInt32) -> Int) {
    for word in words {
      slots.append(UInt32(slot(word.word)))
      counts.append(word.count)
    }
    ends.append(slots.count)
  }

  /// Whether a term can tell what a text is about: numbers and single letters do not.
  static func isTelling(_ term: String) -> Bool {
    term.utf8.count > 1 && !term.unicodeScalars.contains { $0.properties.numericType != nil }
      && !StopWords.terms.contains(term)
  }

  /// Writes the rows of a segment's documents and forgets them.
  ///
  /// - Parameters:
  ///   - terms: the number of each slot's term.
  ///   - counts: in how many documents of the segment each slot's term stands.
  ///   - norms: of each document, see ``RankingParameters/norm(length:average:)``.
  ///   - isCounted: whether each slot's term may be kept.
  mutating func write(
    _ database: Database, firstDocument: Int, terms: [Int], counts documentCounts: [Int],
    norms: [Float], isCounted: [Bool]
  ) throws {
    let total = Double(ends.count)
    let weights = documentCounts.map {
      Float(InverseDocumentFrequency.value(count: Double($0), total: total))
    }
    let table = try BlobTable(database, table: "document_terms", key: "document")
    var start = 0
    var entries: [ForwardEntry] = []
    for (document, end) in ends.enumerated() {
      entries.removeAll(keepingCapacity: true)
      for index in start..<end {
        let slot = Int(slots[index])
        // A term of a single document can lead nowhere else.
        guard isCounted[slot], documentCounts[slot] > 1 || total < 2 else { continue }
        let frequency = Float(counts[index])
        let impact = frequency / (frequency + norms[document])
        entries.append(
          ForwardEntry(
            term: UInt32(terms[slot]), impact: UInt8(max(1, (255 * impact).rounded())),
            weight: impact * weights[slot]))
      }
      if entries.count > Self.termsPerDocument {
        entries.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }
        entries.removeSubrange(Self.termsPerDocument...)
      }
      entries.sort { $0.term < $1.term }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(entries.count * 4)
      var previous: UInt32 = 0
      for entry in entries {
        bytes.append(variable: entry.term - previous)
        bytes.append(entry.impact)
        previous = entry.term
      }
      try table.insert(Int64(firstDocument + document), bytes)
      start = end
    }
    self = ForwardIndexWriter()
  }
}

/// A term of a document in the forward index.
struct ForwardEntry: Equatable, Sendable {
  var term: UInt32
  /// The quantised impact of the term in the document, 1 to 255.
  var impact: UInt8
  /// Impact times inverse document frequency, by which terms are chosen.
  var weight: Float = 0

  /// The entries of a row, by rising term; a damaged row ends where it is damaged.
  static func entries(_ bytes: [UInt8]) -> [ForwardEntry] {
    var reader = ByteReader(bytes)
    var entries: [ForwardEntry] = []
    var term: UInt32 = 0
    while let step = reader.variable(), let impact = reader.byte() {
      term &+= step
      entries.append(ForwardEntry(term: term, impact: impact))
    }
    return entries
  }
}
