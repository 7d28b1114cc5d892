/// Reads JSON from bytes, one value at a time, without building values that are not needed.
///
/// Foundation's decoder rejects a whole record for a single lone surrogate. This scanner follows
/// RFC 8259 and tolerates what real exports contain: broken UTF-8 and lone surrogates become U+FFFD
/// (see ``isRepaired``), control characters may occur in strings, and NaN and infinities are read
/// as null. A strict scanner, for messages of programs, refuses these. Skipped values are checked
/// as strictly as read ones, and without recursion, so nesting uses no stack.
package struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte to be read.
  package internal(set) var position = 0
  /// Whether a string that was read had to be repaired.
  package internal(set) var isRepaired = false
  var scratch: [UInt8] = []
  let isStrict: Bool

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
