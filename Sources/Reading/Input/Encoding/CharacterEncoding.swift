import Foundation

/// Text in the character sets that mail, RTF and web pages name, decoded by the C library.
enum CharacterEncoding {
  /// Decodes bytes; damaged text, or text in an unknown character set, is decoded by
  /// ``DecodedText``.
  static func decode(_ bytes: [UInt8], from name: String) -> String {
    undamaged(bytes, from: name) ?? DecodedText(bytes).text
  }

  /// Decodes bytes in a character set other than UTF-8; `nil` if it is unknown or does not explain
  /// all bytes.
  static func undamaged(_ bytes: [UInt8], from name: String) -> String? {
    let folded = name.lowercased()
    if ["", "utf-8", "utf8", "us-ascii", "ascii"].contains(folded) { return nil }
    // Text labelled ISO 8859-1 is mostly Windows-1252, which contains it.
    let source = folded == "iso-8859-1" || folded == "latin1" ? "windows-1252" : folded
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
        return iconv(decoder, &from, &left, &to, &space)
      }
    }
    guard status != -1, left == 0 else { return nil }
    return String(decoding: output[..<(output.count - space)], as: UTF8.self)
  }
}
