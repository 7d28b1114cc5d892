/// The location of a posting in its list.
package struct PostingLocation: Equatable, Sendable {
  /// The index of the block in the list, and of the item in the block.
  package var block: Int
  package var item: Int
  /// The number of postings in the block.
  package var count: Int
}
