import Foundation

/// Text in the character sets that mail, RTF and web pages name, decoded by the C library.
enum CharacterEncoding {
  /// Decodes bytes.
  ///
  /// Each control character that text never contains becomes U+FFFD. Text that is not in the
  /// character set, or is UTF-8 instead, is decoded by ``DecodedText``.
  static func decode(_ bytes: [UInt8], from name: String) -> String {
    if let text = undamaged(bytes, from: name) { return text }
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    for source in isUTF8 ? [] : sources(name) {
      if let text = converted(bytes, from: source) {
        let shown = withoutControls(text)
        return CombiningMarks.limited(shown) ?? shown
      }
    }
    return DecodedText(bytes).text
  }

  /// Decodes bytes in a character set other than UTF-8; `nil` if it is unknown or does not explain
  /// all bytes.
  static func undamaged(_ bytes: [UInt8], from name: String) -> String? {
    for source in sources(name) {
      if let text = converted(bytes, from: source), !holdsControls(text) {
        // A few character sets have combining marks.
        return CombiningMarks.limited(text) ?? text
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

  /// Whether a text contains control characters from U+0080 on, which text never does.
  private static func holdsControls(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x80...0x9F).contains($0.value) }
  }

  /// The text with U+FFFD for these control characters.
  private static func withoutControls(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      shown.append((0x80...0x9F).contains(scalar.value) ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }

  private static func converted(_ bytes: [UInt8], from source: String) -> String? {
    let decoder = iconv_open("UTF-8", source)
    guard let decoder, Int(bitPattern: decoder) != -1 else { return nil }
    defer { iconv_close(decoder) }
    return convert(bytes, decoder)
  }

  /// Uses unsafe pointers because iconv requires them.
  private static func convert(_ bytes: [UInt8], _ decoder: iconv_t) -> String? {
    var input = bytes
    // A byte of any character set becomes at most four bytes of UTF-8.
    var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
    var left = input.count
    var space = output.count
    let status = input.withUnsafeMutableBytes { input in
      output.withUnsafeMutableBytes { output in
        var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        let status = iconv(decoder, &from, &left, &to, &space)
        // A letter to which a combining mark may be added is held back.
        return status == -1 ? status : iconv(decoder, nil, nil, &to, &space)
      }
    }
    guard status != -1, left == 0 else { return nil }
    return String(decoding: output[..<(output.count - space)], as: UTF8.self)
  }
}
