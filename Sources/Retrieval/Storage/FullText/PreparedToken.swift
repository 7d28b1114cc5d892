/// A token: a word's number and its position in the passage's ``FieldSpace``.
struct PreparedToken: Sendable {
  var word: UInt32
  var position: UInt16
}
