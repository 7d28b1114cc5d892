import Literature

/// The encoding that a web page declares, in `<meta>` or in its XML declaration.
enum PageEncoding {
  /// The number of bytes in which the declaration is looked for; HTML asks for 1,024, but not all
  /// pages comply.
  private static let reach = 4096

  /// The text of a page in the encoding that it declares; `nil` if the encoding does not explain
  /// all bytes.
  ///
  /// - Parameters:
  ///   - name: what ``declared(by:)`` found.
  ///   - isCut: whether the bytes may end within a character, which is then left out.
  static func text(_ bytes: [UInt8], in name: String, isCut: Bool = false) -> String? {
    (0..<(isCut ? longestCharacter : 1)).lazy.compactMap { dropped in
      CharacterEncoding.undamaged(Array(bytes.dropLast(dropped)), from: name)
    }.first
  }

  /// The most bytes of a character: four in GB 18030, and of an escape sequence in ISO 2022.
  private static let longestCharacter = 4

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
