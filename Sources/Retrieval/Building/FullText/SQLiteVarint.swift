/// SQLite's variable-length integers: groups of seven bits, the highest first; the high bit of a
/// byte means that more bytes follow.
///
/// A ninth byte has eight bits, as defined in SQLite's file format.
package enum SQLiteVarint {
  /// Reads integers one after another; 0 where the bytes end too early.
  struct Reader {
    let bytes: UnsafeRawBufferPointer
    var offset = 0

    init(_ bytes: UnsafeRawBufferPointer) {
      self.bytes = bytes
    }

    var isAtEnd: Bool { offset >= bytes.count }

    /// The next integer.
    @inline(__always)
    mutating func next() -> UInt64 {
      var value: UInt64 = 0
      for length in 1...9 {
        guard offset < bytes.count else { return 0 }
        let byte = bytes[offset]
        offset += 1
        if length == 9 { return value << 8 | UInt64(byte) }
        value = value << 7 | UInt64(byte & 0x7F)
        if byte < 0x80 { return value }
      }
      return value
    }
  }

  /// The integers of a record, which consists of nothing else.
  package static func all(_ bytes: UnsafeRawBufferPointer) -> [UInt64] {
    var reader = Reader(bytes)
    var values: [UInt64] = []
    while !reader.isAtEnd { values.append(reader.next()) }
    return values
  }
}

extension [UInt8] {
  /// Appends an integer in SQLite's variable-length form.
  @inline(__always)
  package mutating func append(varint value: UInt64) {
    if value < 0x80 {
      append(UInt8(value))
    } else if value < 0x4000 {
      append(UInt8(value >> 7) | 0x80)
      append(UInt8(value & 0x7F))
    } else {
      append(longVarint: value)
    }
  }

  private mutating func append(longVarint value: UInt64) {
    if value >> 56 != 0 {
      for shift in stride(from: UInt64(57), through: 8, by: -7) {
        append(UInt8(value >> shift & 0x7F) | 0x80)
      }
      append(UInt8(value & 0xFF))
      return
    }
    let groups = (UInt64.bitWidth - value.leadingZeroBitCount + 6) / 7
    for group in (1..<groups).reversed() {
      append(UInt8(value >> (7 * UInt64(group)) & 0x7F) | 0x80)
    }
    append(UInt8(value & 0x7F))
  }
}
