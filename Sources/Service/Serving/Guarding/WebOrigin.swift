import Literature

/// The origin of web pages, as browsers send it: `https://example.org`, `http://10.0.0.1:8080`.
package enum WebOrigin {
  /// Whether a text is an origin that can be allowed.
  ///
  /// `null` is that of every page in a sandbox, wherever it comes from.
  package static func isValid(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else {
      return false
    }
    let scheme = text[..<colon].utf8
    let host = text[colon...].dropFirst(3).utf8
    return !scheme.isEmpty && scheme.allSatisfy(isSchemeByte) && !host.isEmpty
      && host.allSatisfy(isHostByte)
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "+-.".utf8.contains(byte)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "-._:[]".utf8.contains(byte)
  }

  /// Browsers write origins in lower case.
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte.isDigit
  }
}
