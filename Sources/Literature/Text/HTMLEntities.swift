import CXML

/// Decodes HTML character references in text that is not otherwise HTML.
package enum HTMLEntities {
  /// The text with its references decoded: "&amp;", "&eacute;", "&#233;", "&#xE9;".
  package static func decode(_ text: String) -> String {
    guard text.holds(0x26) else { return text }
    var decoded = ""
    var rest = text[...]
    while let ampersand = rest.utf8.firstIndex(of: 0x26) {
      decoded += rest[..<ampersand]
      rest = rest[ampersand...]
      let name = rest.utf8.dropFirst().prefix(32).prefix { $0 == 0x23 || $0.isDigit || $0.isLetter }
      let end = name.endIndex
      if end < rest.utf8.endIndex, rest.utf8[end] == 0x3B, let scalar = scalar(Substring(name)) {
        decoded.unicodeScalars.append(scalar)
        rest = rest[rest.utf8.index(after: end)...]
      } else {
        decoded += "&"
        rest = rest[rest.utf8.index(after: ampersand)...]
      }
    }
    return decoded + rest
  }

  private static func scalar(_ name: Substring) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(scalar(numbered:))
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(scalar(numbered:)) }
    let terminated = Array(name.utf8) + [0]
    return terminated.withUnsafeBufferPointer { htmlEntityLookup($0.baseAddress)?.pointee.value }
      .flatMap(Unicode.Scalar.init)
  }

  /// The character with a number; `nil` for a control character.
  private static func scalar(numbered number: UInt32) -> Unicode.Scalar? {
    switch number {
    case 0x09, 0x0A, 0x0D: " "
    case ..<0x20, 0x7F: nil
    case 0x80...0x9F: windows1252[Int(number - 0x80)]
    default: Unicode.Scalar(number)
    }
  }

  /// The characters from 0x80 on, which HTML reads as those of Windows-1252.
  private static let windows1252: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil, nil, "‘", "’",
    "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]
}
