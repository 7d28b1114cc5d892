/// How much of a segment is encoded at a time, on all cores, while its rows are written.
///
/// The rows of a segment do not depend on it.
package struct SegmentBatches: Sendable {
  /// The postings that one thread ranks at a time; enough that starting it costs little.
  var postings: Int
  /// The documents whose term vectors one thread encodes at a time.
  var documents: Int
  /// The postings, or the bytes of words for term vectors, that are encoded but not yet written,
  /// which bounds the memory for their rows.
  var ahead: Int

  /// Creates the sizes that indexing uses; tests set smaller ones.
  package init(postings: Int = 16_384, documents: Int = 64, ahead: Int = 1 << 22) {
    self.postings = postings
    self.documents = documents
    self.ahead = ahead
  }

  /// A part of some lists: their indices, and the sum of their weights.
  struct Part: Sendable {
    var indices: Range<Int>
    var weight: Int
  }

  /// Divides lists into parts with about the same number of postings.
  ///
  /// - Parameters:
  ///   - count: the number of lists.
  ///   - postings: returns the number of postings of a list.
  func parts(_ count: Int, postings: (Int) -> Int) -> [Part] {
    var parts: [Part] = []
    var part = Part(indices: 0..<0, weight: 0)
    for index in 0..<count {
      // Rows are allocated and written for every term.
      part.weight += postings(index) + 8
      part.indices = part.indices.lowerBound..<index + 1
      if part.weight >= self.postings || index == count - 1 {
        parts.append(part)
        part = Part(indices: index + 1..<index + 1, weight: 0)
      }
    }
    return parts
  }
}
