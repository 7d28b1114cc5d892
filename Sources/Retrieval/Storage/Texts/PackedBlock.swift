/// A packed piece of a document's text, and the byte offset at which it starts.
struct PackedBlock: Sendable {
  var byte: Int
  var data: [UInt8]
}
