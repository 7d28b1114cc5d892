/// The location of a posting in its list.
package struct PostingLocation: Equatable, Sendable {
  /// The index of the block in the list.
  package var block: Int
  /// The index of the item in the block.
  package var item: Int
  /// The number of postings in the block.
  package var count: Int
  /// The impact of the posting.
  package var impact: UInt8
}
