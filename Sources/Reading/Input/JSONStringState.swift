/// Whether a place in JSON is inside a string.
struct JSONStringState {
  /// Whether the place after the bytes so far is inside a string.
  private(set) var isInside = false
  private var isEscaped = false

  /// Moves behind a byte.
  mutating func read(_ byte: UInt8) {
    if byte == 0x22, !isEscaped { isInside.toggle() }
    isEscaped = byte == 0x5C && !isEscaped
  }
}
