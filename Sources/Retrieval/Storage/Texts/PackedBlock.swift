/// A piece of a document's text, packed, and the byte at which it starts.
struct PackedBlock: Sendable {
  var byte: Int
  var data: [UInt8]
}
