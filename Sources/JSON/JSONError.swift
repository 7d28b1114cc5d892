/// A place where text is not well-formed JSON.
public struct JSONError: Error, Equatable, CustomStringConvertible {
  /// The byte, from 0.
  public var byte: Int
  /// What was expected there.
  public var expected: String

  package init(byte: Int, expected: String) {
    self.byte = byte
    self.expected = expected
  }

  /// The place and what was expected.
  public var description: String { "is not JSON at byte \(byte): expected \(expected)" }
}
