import Ranking

/// The terms of term vectors, document by document, with their frequencies and positions.
///
/// On the hot path: see ``TermVectors``, which owns this memory.
struct TermVectorEntries {
  /// Numbers of the terms, ascending in each document, with one free slot after each document.
  var terms: UnsafeMutablePointer<UInt32>
  /// The start of each term's positions, as an index among the positions of its document, and the
  /// end of those of its last term.
  var starts: UnsafeMutablePointer<UInt32>
  /// The number of occurrences of each term in the title.
  var titles: UnsafeMutablePointer<UInt32>
  /// The rows that contain the positions.
  var bytes: UnsafeMutableRawPointer

  /// The number of occurrences of an entry's term in the fields of its document.
  @inline(__always)
  func counts(_ entry: Int) -> FieldCounts {
    let title = titles[entry]
    return FieldCounts(
      body: Float(starts[entry + 1] &- starts[entry] &- title), title: Float(title))
  }

  /// The positions of an entry's term, as indices for ``position(_:of:)``.
  func occurrences(_ entry: Int) -> Range<Int> { Int(starts[entry])..<Int(starts[entry + 1]) }

  /// A position of a term, counted in words from the beginning of the document.
  func position(_ index: Int, of document: TermVector) -> Int {
    let bit = index * document.width
    let word = bytes.loadUnaligned(
      fromByteOffset: document.positionsAt + bit >> 3, as: UInt64.self)
    return Int(UInt64(littleEndian: word) >> UInt64(bit & 7) & (1 << UInt64(document.width) - 1))
  }

  /// Whether `position` is among some ascending positions.
  func contains(_ position: Int, in occurrences: Range<Int>, of document: TermVector) -> Bool {
    var low = occurrences.lowerBound
    var high = occurrences.upperBound
    while low < high {
      let middle = (low + high) / 2
      if self.position(middle, of: document) < position { low = middle + 1 } else { high = middle }
    }
    return low < occurrences.upperBound && self.position(low, of: document) == position
  }

  /// The entry of a term in a document; `nil` if the document does not contain it.
  func entry(of term: UInt32, in document: TermVector) -> Int? {
    // Branchless binary search, because half of the branches would be mispredicted.
    var low = document.entries.lowerBound
    var length = document.entries.count
    while length > 1 {
      let half = length &>> 1
      low = terms[low &+ half] <= term ? low &+ half : low
      length &-= half
    }
    return length == 1 && terms[low] == term ? low : nil
  }
}
