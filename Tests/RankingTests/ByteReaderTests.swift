import Ranking
import Testing

/// Numbers are read as they were written, and reading past the end is an error.
struct ByteReaderTests {
  @Test func `written values are read back`() {
    var bytes: [UInt8] = []
    bytes.append(little: UInt32(0xDEAD_BEEF))
    bytes += [7, 0x80, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1, 2, 3]
    var reader = ByteReader(bytes)
    #expect(reader.fixed32() == 0xDEAD_BEEF)
    #expect(reader.byte() == 7)
    #expect(reader.variable() == 128)
    #expect(reader.variable() == .max)
    #expect(reader.slice(4) == nil)
    #expect(reader.slice(3).map(Array.init) == [1, 2, 3])
    #expect(reader.isAtEnd)
    #expect(reader.byte() == nil && reader.fixed32() == nil && reader.variable() == nil)
    #expect(reader.slice(-1) == nil)
  }

  @Test(arguments: [[0x80], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], []] as [[UInt8]])
  func `a number without an end is none`(bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    #expect(reader.variable() == nil)
  }
}
