/// The rows of the lists of a term in a segment, in order.
struct TermRows: Sendable {
  /// Rows of the ranked passages, see ``PostingLayout``.
  var passages: [[UInt8]] = []
  /// Rows of the positions in the passages, see ``PositionLayout``.
  var positions: [[UInt8]] = []
  /// Rows of the ranked documents, see ``PostingLayout``.
  var documents: [[UInt8]] = []
}
