/// Text decoded from bytes that may be broken: invalid parts are replaced by U+FFFD.
///
///     RepairedText(utf8: [0x61, 0xFF, 0x62])   // "a\u{FFFD}b", wasRepaired
///
/// Valid text is validated and copied once.
public struct RepairedText: Sendable, Equatable, Hashable {
  /// The text, with one U+FFFD for each maximal invalid part (Unicode 15.0, section 3.9).
  public let text: String
  /// Whether anything was replaced.
  public let wasRepaired: Bool

  /// Decodes UTF-8.
  public init(utf8 bytes: some Collection<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self.text = text
      wasRepaired = false
    } else {
      text = String(decoding: bytes, as: UTF8.self)
      wasRepaired = true
    }
  }

  /// Decodes UTF-16 code units, such as those of a JSON string's `\u` escapes: each unpaired
  /// surrogate becomes U+FFFD.
  public init(utf16 units: some Collection<UInt16>) {
    if let text = String(validating: units, as: UTF16.self) {
      self.text = text
      wasRepaired = false
    } else {
      text = String(decoding: units, as: UTF16.self)
      wasRepaired = true
    }
  }
}
