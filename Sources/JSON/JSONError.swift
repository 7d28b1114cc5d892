/// A syntax error in JSON.
public struct JSONError: Error, Equatable, CustomStringConvertible {
  /// The offset of the error, in bytes from 0.
  public var byte: Int
  /// A description of the text that was expected there.
  public var expected: String

  /// Creates an error at a byte.
  package init(byte: Int, expected: String) {
    self.byte = byte
    self.expected = expected
  }

  /// The offset and the expected text.
  public var description: String { "is not JSON at byte \(byte): expected \(expected)" }
}
