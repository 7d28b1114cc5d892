/// Strings and their escape sequences.
extension JSONScanner {
  /// Reads a string.
  package mutating func string() throws(JSONError) -> String {
    try expect(0x22, "a string")
    let first = position
    let isWhole = try skipPlain()
    try expectNoControls(from: first)
    if isWhole {
      let text = Self.decode(UnsafeBufferPointer(rebasing: bytes[first..<position]), &isRepaired)
      position += 1
      return text
    }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: bytes[first..<position])
    while true {
      if bytes[position] == 0x22 {
        position += 1
        return scratch.withUnsafeBufferPointer { Self.decode($0, &isRepaired) }
      }
      try escape()
      let from = position
      _ = try skipPlain()
      try expectNoControls(from: from)
      scratch.append(contentsOf: bytes[from..<position])
    }
  }

  /// Goes to the next quotation mark (true) or backslash (false), eight bytes at a time.
  @inline(__always)
  private mutating func skipPlain() throws(JSONError) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let raw = UnsafeRawBufferPointer(bytes)
    while position + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let quote = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      let found = ((quote &- ones) & ~quote | (slash &- ones) & ~slash) & highs
      if found != 0 {
        position += found.trailingZeroBitCount / 8
        return bytes[position] == 0x22
      }
      position += 8
    }
    while position < bytes.count {
      if bytes[position] == 0x22 { return true }
      if bytes[position] == 0x5C { return false }
      position += 1
    }
    throw JSONError(byte: position, expected: "the end of a string")
  }

  mutating func skipString() throws(JSONError) {
    try expect(0x22, "a string")
    var first = position
    while try !skipPlain() {
      try expectNoControls(from: first)
      scratch.removeAll(keepingCapacity: true)
      try escape()
      first = position
    }
    try expectNoControls(from: first)
    position += 1
  }

  /// Refuses control characters since a position, if the scanner is strict.
  private func expectNoControls(from first: Int) throws(JSONError) {
    guard isStrict, let found = bytes[first..<position].firstIndex(where: { $0 < 0x20 }) else {
      return
    }
    throw JSONError(
      byte: found, expected: "an escape sequence such as \\n instead of a control character")
  }

  mutating func skipKey() throws(JSONError) {
    try skipString()
    try expect(0x3A, "':'")
  }

  /// Reads an escape sequence into `scratch`.
  private mutating func escape() throws(JSONError) {
    guard position + 1 < bytes.count else {
      throw JSONError(byte: position, expected: "an escape sequence")
    }
    let kind = bytes[position + 1]
    switch kind {
    case 0x22, 0x5C, 0x2F: scratch.append(kind)
    case 0x62: scratch.append(0x08)
    case 0x66: scratch.append(0x0C)
    case 0x6E: scratch.append(0x0A)
    case 0x72: scratch.append(0x0D)
    case 0x74: scratch.append(0x09)
    case 0x75:
      try unicodeEscape()
      return
    default: throw JSONError(byte: position, expected: "an escape sequence")
    }
    position += 2
  }

  private mutating func unicodeEscape() throws(JSONError) {
    guard let first = hexadecimal(at: position) else {
      throw JSONError(byte: position, expected: "four hexadecimal digits")
    }
    let start = position
    position += 6
    var scalar = Unicode.Scalar(first)
    if (0xD800..<0xDC00).contains(first), let second = hexadecimal(at: position),
      (0xDC00..<0xE000).contains(second)
    {
      position += 6
      scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }
    if scalar == nil {
      if isStrict { throw JSONError(byte: start, expected: "two surrogates that form a pair") }
      isRepaired = true
    }
    scratch.append(
      contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }

  /// The value of `\uXXXX` at a position.
  private func hexadecimal(at position: Int) -> UInt32? {
    guard position + 6 <= bytes.count, bytes[position] == 0x5C, bytes[position + 1] == 0x75
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position + 2..<position + 6] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ isRepaired: inout Bool
  ) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    isRepaired = true
    return String(decoding: bytes, as: UTF8.self)
  }
}
