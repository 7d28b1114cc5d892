import Foundation

/// Bytes in a character set other than UTF-8, converted by the C library.
struct CharacterConversion {
  /// The text; each byte that is not in the character set is U+FFFD.
  let text: String
  /// The number of bytes that are not in the character set.
  let brokenBytes: Int

  /// Converts bytes; `nil` if the C library does not know the character set.
  init?(_ bytes: [UInt8], from name: String) {
    let decoder = iconv_open("UTF-8", name)
    guard let decoder, Int(bitPattern: decoder) != -1 else { return nil }
    defer { iconv_close(decoder) }
    (text, brokenBytes) = Self.convert(bytes, decoder)
  }

  /// U+FFFD in UTF-8.
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Uses unsafe pointers because iconv requires them.
  private static func convert(_ bytes: [UInt8], _ decoder: iconv_t) -> (String, broken: Int) {
    var input = bytes
    // A byte of any character set becomes at most four bytes of UTF-8.
    var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
    var left = input.count
    var space = output.count
    var broken = 0
    input.withUnsafeMutableBytes { input in
      output.withUnsafeMutableBytes { output in
        var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        while iconv(decoder, &from, &left, &to, &space) == -1 {
          guard left > 0, space >= Self.replacement.count, let next = from, let end = to else {
            break
          }
          for (offset, byte) in Self.replacement.enumerated() {
            end[offset] = CChar(truncatingIfNeeded: byte)
          }
          to = end + Self.replacement.count
          space -= Self.replacement.count
          from = next + 1
          left -= 1
          broken += 1
        }
        // A letter to which a combining mark may be added is held back.
        _ = iconv(decoder, nil, nil, &to, &space)
      }
    }
    return (String(decoding: output[..<(output.count - space)], as: UTF8.self), broken)
  }
}
