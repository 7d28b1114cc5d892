import Literature

/// Text from files: mostly UTF-8, but also UTF-16 with a byte-order mark, and Windows-1252 from
/// older exports.
package struct DecodedText: Equatable {
  /// The text, without a byte-order mark.
  package var text: String
  /// Whether broken bytes were replaced by U+FFFD.
  package var isRepaired: Bool

  /// Text that has been decoded.
  init(text: String, isRepaired: Bool) {
    self.text = text
    self.isRepaired = isRepaired
  }

  /// Decodes bytes.
  ///
  /// Bytes that are not UTF-8 are decoded as Windows-1252 if that explains all of them (see
  /// ``looksLikeWindows1252(_:_:)``); otherwise each broken sequence becomes U+FFFD.
  /// - Parameter leastHighBytes: the minimum number of high bytes for assuming Windows-1252; one is
  ///   enough in formats whose older exports are known to use it.
  package init(_ bytes: UnsafeRawBufferPointer, leastHighBytes: Int = 2) {
    if bytes.isASCII {
      text = String(decoding: bytes, as: UTF8.self)
      isRepaired = false
      return
    }
    let mark = ByteOrderMark(bytes)
    let body = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(mark?.length ?? 0))
    switch mark {
    case .utf16BigEndian, .utf16LittleEndian:
      let isBig = mark == .utf16BigEndian
      let units: [UInt16] = stride(from: 0, to: body.count & ~1, by: 2).map { at in
        let unit = body.loadUnaligned(fromByteOffset: at, as: UInt16.self)
        return isBig ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit)
      }
      text = String(decoding: units, as: UTF16.self)
      isRepaired = body.count % 2 == 1 || String(validating: units, as: UTF16.self) == nil
    case .utf8, nil:
      let valid = body.withMemoryRebound(to: UInt8.self) {
        String(validating: $0, as: UTF8.self)
      }
      if let valid {
        text = valid
        isRepaired = false
      } else if mark == nil, Self.looksLikeWindows1252(body, leastHighBytes) {
        text = Self.windows1252(body)
        isRepaired = false
      } else {
        text = String(decoding: body, as: UTF8.self)
        isRepaired = true
      }
    }
    text = CombiningMarks.limited(text) ?? text
  }

  /// Decodes an array of bytes.
  package init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Self($0) }
  }

  /// Whether broken UTF-8 is Windows-1252 rather than damage: no well-formed sequence of several
  /// bytes in it, and enough high bytes, each standing for a letter or a quotation mark, next to an
  /// ASCII letter or space.
  static func looksLikeWindows1252(
    _ bytes: UnsafeRawBufferPointer, _ leastHighBytes: Int
  ) -> Bool {
    var high = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      high += 1
      if !isPrintable1252(byte) { return false }
      let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
      if byte >= 0xC2, byte <= 0xF4, next & 0xC0 == 0x80 { return false }
      let before = index > 0 ? bytes[index - 1] : UInt8(ascii: " ")
      if !isTextual(before), !isTextual(next) { return false }
    }
    return high >= leastHighBytes
  }

  /// Punctuation and signs that word processors write, and the letters below 0xC0.
  private static let signs1252: Set<UInt8> = [
    0x80, 0x85, 0x8A, 0x8C, 0x8E, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9A, 0x9C, 0x9E,
    0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB5, 0xB7, 0xB9, 0xBB,
  ]

  private static func isPrintable1252(_ byte: UInt8) -> Bool {
    (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7 && byte != 0xFF) || signs1252.contains(byte)
  }

  private static func isTextual(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == 0x20 || byte == 0x0A || byte == 0x0D
  }

  private static func windows1252(_ bytes: UnsafeRawBufferPointer) -> String {
    // 0x80 to 0x9F as Windows assigns them; the rest is Latin-1.
    let table: [UInt16] = [
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
    let units = bytes.map { byte in
      (0x80...0x9F).contains(byte) ? table[Int(byte) - 0x80] : UInt16(byte)
    }
    return String(decoding: units, as: UTF16.self)
  }
}
