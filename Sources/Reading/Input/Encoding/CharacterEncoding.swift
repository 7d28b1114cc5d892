/// Text in the character sets that mail, RTF and web pages name, decoded by the C library.
enum CharacterEncoding {
  /// Decodes bytes, as ``decoded(_:from:)`` does.
  static func decode(_ bytes: [UInt8], from name: String) -> String {
    decoded(bytes, from: name).text
  }

  /// Decodes bytes.
  ///
  /// Each byte that is not in the character set, and each control character that text never
  /// contains, becomes U+FFFD. Text that ``DecodedText`` reads with less damage, because it is
  /// UTF-8 or in another character set, is decoded by it.
  static func decoded(_ bytes: [UInt8], from name: String) -> DecodedText {
    var best: (conversion: CharacterConversion, damage: Int)?
    for source in sources(name) {
      guard let conversion = CharacterConversion(bytes, from: source) else { continue }
      if isUndamaged(conversion) { return DecodedText(conversion, isRepaired: false) }
      let damage = Self.damage(conversion.text)
      if damage < best?.damage ?? .max { best = (conversion, damage) }
    }
    let plain = DecodedText(bytes)
    guard let best else { return plain }
    // That it is Windows-1252 is a guess, worse than a character set that has all the bytes.
    let isGuess = !plain.isRepaired && String(validating: bytes, as: UTF8.self) == nil
    let isBetter = best.damage < Self.damage(plain.text)
    return isBetter || isGuess && best.conversion.brokenBytes == 0
      ? DecodedText(best.conversion, isRepaired: true) : plain
  }

  /// Decodes bytes in a character set other than UTF-8; `nil` if it is unknown or does not explain
  /// all bytes.
  static func undamaged(_ bytes: [UInt8], from name: String) -> String? {
    for source in sources(name) {
      if let conversion = CharacterConversion(bytes, from: source), isUndamaged(conversion) {
        return DecodedText(conversion, isRepaired: false).text
      }
    }
    return nil
  }

  /// The character sets other than UTF-8 that a name can mean, the most likely one first.
  private static func sources(_ name: String) -> [String] {
    let folded = name.lowercased()
    let label = folded.filter { $0.isLetter || $0.isNumber }
    if ["", "utf8", "usascii", "ascii"].contains(label) { return [] }
    return [supersets[label] ?? folded, ofWindows[label]].compactMap(\.self)
  }

  /// Character sets that are mostly meant by the names of smaller ones, as in the Encoding Standard
  /// of the WHATWG; the names are without punctuation.
  private static let supersets: [String: String] = [
    "iso88591": "windows-1252", "iso885911987": "windows-1252", "latin1": "windows-1252",
    "l1": "windows-1252", "shiftjis": "cp932", "sjis": "cp932", "xsjis": "cp932",
    "gb2312": "gb18030", "gb231280": "gb18030", "xgbk": "gb18030", "euckr": "cp949",
    "ksc56011987": "cp949", "windows949": "cp949", "xeucjp": "euc-jp", "xcp1251": "windows-1251",
    "tis620": "windows-874", "iso885911": "windows-874",
  ]

  /// The Windows code pages of the scripts of ISO 8859, which have quotation marks and dashes where
  /// ISO 8859 has control characters.
  private static let ofWindows: [String: String] = [
    "iso88592": "windows-1250", "latin2": "windows-1250", "l2": "windows-1250",
    "iso88597": "windows-1253", "greek": "windows-1253", "iso88598": "windows-1255",
    "hebrew": "windows-1255", "iso88599": "windows-1254", "latin5": "windows-1254",
    "l5": "windows-1254", "iso885913": "windows-1257", "iso885915": "windows-1252",
    "latin9": "windows-1252",
  ]

  private static func isUndamaged(_ conversion: CharacterConversion) -> Bool {
    conversion.brokenBytes == 0
      && !conversion.text.unicodeScalars.contains(where: \.isLateControl)
  }

  /// The number of characters that text never contains.
  private static func damage(_ text: String) -> Int {
    text.unicodeScalars.count { scalar in
      scalar == "\u{FFFD}" || scalar.isLateControl
        || scalar.value < 0x20 && !scalar.properties.isWhitespace
    }
  }
}

extension DecodedText {
  /// The text of a conversion, without control characters that text never contains.
  fileprivate init(_ conversion: CharacterConversion, isRepaired: Bool) {
    var text = conversion.text
    if text.unicodeScalars.contains(where: \.isLateControl) {
      let shown = text.unicodeScalars.map { $0.isLateControl ? "\u{FFFD}" : $0 }
      text = String(String.UnicodeScalarView(shown))
    }
    // A few character sets have combining marks.
    self.init(text: CombiningMarks.limited(text) ?? text, isRepaired: isRepaired)
  }
}

extension Unicode.Scalar {
  /// Whether this is a control character from U+0080 on, which text never contains.
  fileprivate var isLateControl: Bool { (0x80...0x9F).contains(value) }
}
