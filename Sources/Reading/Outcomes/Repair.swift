/// A repair without which a record could not be read.
public enum Repair: Sendable, Equatable {
  /// Bytes that are not in its encoding, a lone surrogate or U+0000 were replaced by U+FFFD.
  case characters
  /// Its XML is not well-formed, so only the parts that the parser understood were read.
  case markup

  /// The repair of characters; `nil` if none was needed.
  init?(ofCharacters isNeeded: Bool) {
    guard isNeeded else { return nil }
    self = .characters
  }
}
