import Literature

/// The encoding that a web page declares, in `<meta>` or in its XML declaration.
enum PageEncoding {
  /// The number of bytes in which the declaration is looked for; HTML asks for 1,024, but not all
  /// pages comply.
  private static let reach = 4096

  /// The text of a page in the encoding that it declares; as ``DecodedText`` without a declaration.
  static func text(_ bytes: [UInt8]) -> DecodedText {
    declared(by: bytes).map { CharacterEncoding.decoded(bytes, from: $0) } ?? DecodedText(bytes)
  }

  /// The encoding that a page declares; `nil` if it is Unicode, or if the declaration itself could
  /// not be read in that encoding.
  static func declared(by bytes: [UInt8]) -> String? {
    guard bytes.withUnsafeBytes({ ByteOrderMark($0) }) == nil else { return nil }
    let isUnicode = String(validating: bytes, as: UTF8.self) != nil
    // In ISO 2022, the bytes of all characters are those of ASCII, after an escape character.
    if isUnicode, !bytes.contains(0x1B) { return nil }
    let start = String(decoding: bytes.prefix(reach), as: UTF8.self)
    guard let name = declaredName(in: start), keepsASCII(name) else { return nil }
    return isUnicode && !name.hasPrefix("iso-2022") ? nil : name
  }

  /// The name in lower case.
  private static func declaredName(in start: String) -> String? {
    let start = start.lowercased()
    let xml = /\s*<\?xml[^<>]*?encoding\s*=\s*["']([a-z0-9._:\-]+)/
    if let match = start.prefixMatch(of: xml) { return String(match.output.1) }
    let meta = /<meta\s[^<>]*?charset\s*=\s*(?:["']\s*)?([a-z0-9._:\-]+)/
    return start.withoutComments.firstMatch(of: meta).map { String($0.output.1) }
  }

  /// Whether an encoding has the letters of ASCII under the same bytes, which UTF-16 and EBCDIC do
  /// not, under any name.
  private static func keepsASCII(_ name: String) -> Bool {
    let letters = "charset="
    return !name.hasPrefix("utf")
      && CharacterEncoding.undamaged(Array(letters.utf8), from: name) == letters
  }
}
