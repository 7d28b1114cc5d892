/// A token: a word's number and its place in the passage.
struct PreparedToken: Sendable {
  var word: UInt32
  /// The number of words before it in its field, without the gaps between values.
  var offset: UInt32
  /// Its position in ``FieldSpace``.
  var position: UInt16
}
