import Reading
import Testing

struct DecodedTextTests {
  @Test(
    arguments: [
      (Array("naïve 中".utf8), "naïve 中", false),
      ([0xEF, 0xBB, 0xBF, 0x61], "a", false),
      ([0xFF, 0xFE, 0x61, 0x00, 0x2D, 0x4E], "a中", false),
      ([0xFE, 0xFF, 0x4E, 0x2D], "中", false),
      ([0xFE, 0xFF, 0xD8, 0x00], "\u{FFFD}", true),
      // Windows-1252: two umlauts and a dash between letters.
      (
        Array("M".utf8) + [0xFC] + Array("ller ".utf8) + [0x96] + Array(" J".utf8) + [0xF6]
          + Array("rg".utf8), "Müller – Jörg", false
      ),
      // UTF-8 with one invalid byte.
      (Array("na".utf8) + [0xC3, 0xAF] + Array("ve ".utf8) + [0xFF], "naïve \u{FFFD}", true),
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b", true),
      ([], "", false),
    ] as [([UInt8], String, Bool)])
  func `text is decoded by its encoding`(_ bytes: [UInt8], _ text: String, _ isRepaired: Bool) {
    let decoded = DecodedText(bytes)
    #expect(decoded.text == text)
    #expect(decoded.isRepaired == isRepaired)
  }
}
