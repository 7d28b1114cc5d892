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
  package init(postings: Int = 16_384, documents: Int = 64, ahead: Int = 1 << 20) {
    self.postings = postings
    self.documents = documents
    self.ahead = ahead
  }
}
