/// Reads JSON from bytes, one value at a time, without building values that are not needed.
///
/// Foundation's decoder rejects a whole record for a single lone surrogate. This scanner follows
/// RFC 8259 and tolerates what real exports contain: broken UTF-8 and lone surrogates become U+FFFD
/// (see ``isRepaired``), control characters may occur in strings, and NaN and infinities are read
/// as null. A strict scanner, for messages of programs, refuses these. Skipped values are checked
/// as strictly as read ones, and without recursion, so nesting uses no stack.
package struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte to be read.
  package private(set) var position = 0
  /// Whether a string that was read had to be repaired.
  package private(set) var isRepaired = false
  private var scratch: [UInt8] = []
  private let isStrict: Bool

  /// Starts at the beginning of some bytes, which must outlive the scanner.
  ///
  /// - Parameter isStrict: whether lone surrogates, control characters in strings, NaN and
  ///   infinities are errors.
  package init(_ bytes: UnsafeRawBufferPointer, isStrict: Bool = false) {
    self.bytes = bytes.assumingMemoryBound(to: UInt8.self)
    self.isStrict = isStrict
  }

  /// The next byte that is not white space, or `nil` at the end.
  package mutating func peek() -> UInt8? {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return bytes[position]
      }
    }
    return nil
  }

  /// Consumes a byte if it comes next.
  package mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  /// Consumes a byte that must come next.
  package mutating func expect(_ byte: UInt8, _ what: String) throws(JSONError) {
    guard take(byte) else { throw JSONError(byte: position, expected: what) }
  }

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

  /// Skips any value.
  package mutating func skipValue() throws(JSONError) {
    let before = isRepaired
    defer { isRepaired = before }
    var open: [UInt8] = []
    repeat {
      switch peek() {
      case 0x22: try skipString()
      case 0x7B:  // {
        position += 1
        if take(0x7D) { break }
        try skipKey()
        open.append(0x7D)
        continue
      case 0x5B:  // [
        position += 1
        if take(0x5D) { break }
        open.append(0x5D)
        continue
      case .some: try skipScalar()
      case nil: throw JSONError(byte: position, expected: "a value")
      }
      // A value has ended: close the containers that end here, or go to the next value.
      while let end = open.last {
        if take(0x2C) {
          if end == 0x7D { try skipKey() }
          break
        }
        try expect(end, end == 0x7D ? "',' or '}'" : "',' or ']'")
        open.removeLast()
      }
    } while !open.isEmpty
  }

  /// Reads a number; any other value is skipped and gives `nil`.
  package mutating func number() throws(JSONError) -> Double? {
    try numeral().flatMap { Double($0) }
  }

  /// Reads a number as it is written; any other value is skipped and gives `nil`.
  package mutating func numeral() throws(JSONError) -> String? {
    guard let next = peek(), next == 0x2D || (0x30...0x39).contains(next) else {
      try skipValue()
      return nil
    }
    let first = position
    try skipScalar()
    // "-Infinity" begins like a number.
    guard (0x30...0x39).contains(bytes[position - 1]) else { return nil }
    return String(decoding: bytes[first..<position], as: UTF8.self)
  }

  /// Calls `member` with each key of an object; it must read or skip the value.
  package mutating func object(
    _ member: (inout JSONScanner, String) throws(JSONError) -> Void
  ) throws(JSONError) {
    try expect(0x7B, "an object")
    if take(0x7D) { return }
    repeat {
      let key = try string()
      try expect(0x3A, "':'")
      try member(&self, key)
    } while take(0x2C)
    try expect(0x7D, "',' or '}'")
  }

  /// Calls `element` before each element of an array; it must read or skip it.
  package mutating func array(
    _ element: (inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) {
    try expect(0x5B, "an array")
    if take(0x5D) { return }
    repeat { try element(&self) } while take(0x2C)
    try expect(0x5D, "',' or ']'")
  }

  /// Checks that only white space remains.
  package mutating func end() throws(JSONError) {
    if peek() != nil { throw JSONError(byte: position, expected: "the end of the JSON") }
  }

  // MARK: - Strings

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

  private mutating func skipString() throws(JSONError) {
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

  private mutating func skipKey() throws(JSONError) {
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

  // MARK: - Numbers and names

  private mutating func skipScalar() throws(JSONError) {
    for name in isStrict ? Self.names : Self.toleratedNames
    where bytes[position...].starts(with: name.utf8) {
      position += name.utf8.count
      return
    }
    let first = position
    if position < bytes.count, bytes[position] == 0x2D { position += 1 }
    let leading = position < bytes.count ? bytes[position] : 0
    let whole = skipDigits()
    var isNumber = whole > 0 && !(leading == 0x30 && whole > 1)
    if position < bytes.count, bytes[position] == 0x2E {
      position += 1
      isNumber = skipDigits() > 0 && isNumber
    }
    if position < bytes.count, bytes[position] & 0xDF == 0x45 {
      position += 1
      if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D {
        position += 1
      }
      isNumber = skipDigits() > 0 && isNumber
    }
    if !isNumber { throw JSONError(byte: first, expected: "a value") }
  }

  private mutating func skipDigits() -> Int {
    let first = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return position - first
  }

  private static let names = ["true", "false", "null"]
  private static let toleratedNames = names + ["NaN", "Infinity", "-Infinity"]
}
