/// Variable-byte integers: groups of seven bits, the lowest first; the high bit of a byte means
/// that more bytes follow.
///
/// Public, because the compiler inlines no `package` function into other modules, and these are
/// called for every position of a text.
public enum VariableByte {
  /// Writes a value.
  ///
  /// - Parameter put: receives the bytes in order.
  @inlinable @inline(__always)
  public static func write(_ value: UInt32, _ put: (UInt8) -> Void) {
    var rest = value
    while rest >= 0x80 {
      put(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    put(UInt8(rest))
  }

  /// Reads a value; `nil` if the bytes end too early or the value takes more than five bytes.
  ///
  /// - Parameter next: returns the next byte; `nil` at the end.
  @inlinable @inline(__always)
  public static func read(_ next: () -> UInt8?) -> UInt32? {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while shift < 32, let byte = next() {
      value |= UInt32(byte & 0x7F) &<< shift
      if byte < 0x80 { return value }
      shift &+= 7
    }
    return nil
  }
}
