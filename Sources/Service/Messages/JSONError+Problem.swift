import JSON

extension JSONError {
  /// The problem as a sentence, for clients that send JSON.
  var problem: String { "Invalid JSON: expected \(expected) at byte \(byte)." }
}
