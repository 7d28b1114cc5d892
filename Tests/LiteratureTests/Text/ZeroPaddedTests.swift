import Literature
import Testing

struct ZeroPaddedTests {
  @Test(arguments: [
    (0, 2, "00"), (7, 2, "07"), (42, 2, "42"), (123, 2, "123"), (7, 0, "7"),
  ])
  func `numbers have at least as many digits as asked for`(
    _ number: Int, _ length: Int, _ expected: String
  ) {
    #expect(number.zeroPadded(to: length) == expected)
  }

  @Test func `digits can be hexadecimal`() {
    #expect(UInt64(0xBEEF).zeroPadded(to: 16, radix: 16) == "000000000000beef")
    #expect(UInt64.max.zeroPadded(to: 16, radix: 16) == "ffffffffffffffff")
    #expect(UInt8(0xB).zeroPadded(to: 2, radix: 16, uppercase: true) == "0B")
  }
}
