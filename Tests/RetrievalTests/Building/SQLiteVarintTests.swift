import Retrieval
import Testing

struct SQLiteVarintTests {
  /// A value and its bytes, from the description of SQLite's file format.
  private static let cases: [(UInt64, [UInt8])] = [
    (0, [0]), (1, [1]), (0x7F, [0x7F]), (0x80, [0x81, 0x00]), (0x3FFF, [0xFF, 0x7F]),
    (0x4000, [0x81, 0x80, 0x00]), (0x1F_FFFF, [0xFF, 0xFF, 0x7F]),
    (0x20_0000, [0x81, 0x80, 0x80, 0x00]), (0xFFFF_FFFF, [0x8F, 0xFF, 0xFF, 0xFF, 0x7F]),
    (1 << 56 - 1, [UInt8](repeating: 0xFF, count: 7) + [0x7F]),
    (1 << 56, [0x80, 0xC0] + [UInt8](repeating: 0x80, count: 6) + [0x00]),
    (.max, [UInt8](repeating: 0xFF, count: 9)),
  ]

  @Test(arguments: cases)
  func `an integer is written as SQLite does, and read again`(value: UInt64, bytes: [UInt8]) {
    var written: [UInt8] = []
    written.append(varint: value)
    #expect(written == bytes)
    #expect(bytes.withUnsafeBytes { SQLiteVarint.all($0) } == [value])
  }

  @Test func `bytes that end too early are zero`() {
    let bytes: [UInt8] = [0x81, 0x80]
    #expect(bytes.withUnsafeBytes { SQLiteVarint.all($0) } == [0])
  }
}
