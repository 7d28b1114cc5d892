/// A compressed block of a document's text, and its byte offset.
struct PackedBlock: Sendable {
  var byte: Int
  var data: [UInt8]
}
