import Literature

/// Recognises the addresses of this machine in 127.0.0.0/8.
enum LoopbackAddress {
  /// Whether a text is such an address, in four decimal numbers; not a name that begins like one.
  static func matches(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { isNumber($0) }
  }

  /// Whether a text is a number up to 255; Swift would also read a sign.
  private static func isNumber(_ text: Substring) -> Bool {
    text.utf8.allSatisfy(\.isDigit) && UInt8(text) != nil
  }
}
