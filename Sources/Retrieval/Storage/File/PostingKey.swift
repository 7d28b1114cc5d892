/// Ids of the rows of a posting list: the segment, the term and the row in the list.
///
/// There is room for 67 million terms, and for lists of 134 million passages: a row of positions
/// contains 512.
package enum PostingKey {
  /// The number of bits for a row within its list, the lowest of the id.
  package static let rowBits = 18
  /// The number of bits for a term, above those of the row.
  package static let termBits = 26

  /// Upper limits of the numbers of terms, of passages and documents, and of segments.
  static let mostTerms = 1 << termBits
  static let mostNumbers = 1 << 27
  static let mostSegments = 1 << (62 - rowBits - termBits)

  /// Id of the first row of a term's list in a segment.
  package static func first(segment: Int, term: Int) -> Int64 {
    Int64(segment) << Int64(rowBits + termBits) | Int64(term) << Int64(rowBits)
  }

  /// Ids of all rows of a segment.
  package static func range(segment: Int) -> Range<Int64> {
    first(segment: segment, term: 0)..<first(segment: segment + 1, term: 0)
  }

  /// The term and the row of an id.
  package static func parts(_ id: Int64) -> (term: Int, row: Int) {
    (Int(id >> Int64(rowBits)) & (1 << termBits - 1), Int(id) & (1 << rowBits - 1))
  }
}
