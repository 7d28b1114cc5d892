/// The objects of a JSON array in a stream, one at a time.
///
/// Objects are split at their braces before they are parsed, so that a broken object does not
/// affect the others, and only one is in memory.
struct JSONElements {
  /// An object.
  struct Element {
    /// The bytes up to the limit.
    var bytes: [UInt8]
    /// Its size in bytes, which may be more than the limit.
    var size: Int
    /// Line on which it begins, from 1.
    var line: Int
    /// Whether it is closed.
    var isWhole: Bool
  }

  private let stream: ByteStream
  private let limit: Int
  private var block = [UInt8](repeating: 0, count: 1 << 16)
  private var count = 0
  private var position = 0
  private var line = 1

  /// Reads the rest of a stream.
  ///
  /// - Parameter limit: the size up to which the bytes of an object are kept.
  init(_ stream: ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// The next object, or `nil` at the end.
  mutating func next() -> Element? {
    repeat {
      guard let byte = nextByte() else { return nil }
      if byte == 0x7B { break }
    } while true
    let first = line
    var bytes: [UInt8] = [0x7B]
    var size = 1
    var depth = 1
    var isInString = false
    var isEscaped = false
    while depth > 0 {
      guard let byte = nextByte() else {
        return Element(bytes: bytes, size: size, line: first, isWhole: false)
      }
      // The rest of an object that is too large is skipped, so that its parts do not become objects.
      if size < limit { bytes.append(byte) }
      size += 1
      if isEscaped {
        isEscaped = false
      } else if isInString {
        if byte == 0x5C { isEscaped = true }
        if byte == 0x22 { isInString = false }
      } else if byte == 0x22 {
        isInString = true
      } else if byte == 0x7B {
        depth += 1
      } else if byte == 0x7D {
        depth -= 1
      }
    }
    return Element(bytes: bytes, size: size, line: first, isWhole: true)
  }

  private mutating func nextByte() -> UInt8? {
    if position == count {
      count = block.withUnsafeMutableBytes { stream.read(into: $0) }
      position = 0
      if count == 0 { return nil }
    }
    let byte = block[position]
    position += 1
    if byte == 0x0A { line += 1 }
    return byte
  }
}
