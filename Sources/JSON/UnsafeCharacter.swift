/// Characters that JSON allows in strings, but that could control a terminal or reorder text: DEL,
/// C1 and bidirectional controls, and the separators U+2028 and U+2029.
package enum UnsafeCharacter {
  /// Whether a Unicode scalar value is one of them.
  package static func contains(_ value: UInt32) -> Bool {
    switch value {
    case 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The character at a position of a text in UTF-8, and its length in bytes; `nil` for any other.
  static func at(
    _ index: Int, of utf8: UnsafeBufferPointer<UInt8>
  ) -> (value: UInt32, length: Int)? {
    let character: (value: UInt32, length: Int)
    switch utf8[index] {
    case 0x7F: character = (0x7F, 1)
    case 0xC2 where index + 1 < utf8.count: character = (UInt32(utf8[index + 1]), 2)
    case 0xE2 where index + 2 < utf8.count:
      let (middle, last) = (UInt32(utf8[index + 1] & 0x3F), UInt32(utf8[index + 2] & 0x3F))
      character = (0x2000 | middle << 6 | last, 3)
    default: return nil
    }
    return contains(character.value) ? character : nil
  }

  /// The escape for a character below U+10000: `\u009b`.
  static func escape(_ value: UInt32) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    let shifts: [UInt32] = [12, 8, 4, 0]
    return Array("\\u".utf8) + shifts.map { digits[Int(value >> $0 & 15)] }
  }

  /// JSON with escapes for these characters, which occur only inside strings.
  static func escaped(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var start = 0
    var index = 0
    while index < utf8.count {
      if utf8[index] >= 0x7F, let character = at(index, of: utf8) {
        bytes.append(contentsOf: utf8[start..<index])
        bytes += escape(character.value)
        index += character.length
        start = index
      } else {
        index += 1
      }
    }
    bytes.append(contentsOf: utf8[start...])
    return bytes
  }
}
