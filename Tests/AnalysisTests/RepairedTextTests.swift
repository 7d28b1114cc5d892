import Analysis
import Testing

struct RepairedTextTests {
  @Test(arguments: [
    (Array("naïve 👍\u{0}".utf8), "naïve 👍\u{0}", false),
    ([], "", false),
    ([0x61, 0xFF, 0x62], "a\u{FFFD}b", true),
    ([0x61, 0xE2, 0x80], "a\u{FFFD}", true),
    ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", true),
    (Array("\u{FFFD}".utf8), "\u{FFFD}", false),
  ])
  func `invalid UTF-8 is decoded`(bytes: [UInt8], text: String, wasRepaired: Bool) {
    let repaired = RepairedText(utf8: bytes)
    #expect(repaired.text == text)
    #expect(repaired.wasRepaired == wasRepaired)
  }

  @Test(arguments: [
    ([0x61, 0xD83D, 0xDC4D], "a👍", false),
    ([0x61, 0xD83D, 0x62], "a\u{FFFD}b", true),
    ([0xDC4D], "\u{FFFD}", true),
  ])
  func `UTF-16 is decoded`(units: [UInt16], text: String, wasRepaired: Bool) {
    let repaired = RepairedText(utf16: units)
    #expect(repaired.text == text)
    #expect(repaired.wasRepaired == wasRepaired)
  }
}
