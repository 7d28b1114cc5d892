/// The objects of a JSON array in a stream, one at a time.
///
/// Objects are split at their braces before they are parsed, so that a broken object does not
/// affect the others, and only one is in memory.
struct JSONElements {
  /// An object.
  struct Element {
    var bytes: [UInt8]
    /// Line on which it begins, from 1.
    var line: Int
    /// Whether it is closed.
    var isWhole: Bool
  }

  /// Maximum size of an object in bytes.
  private static let sizeLimit = 1 << 27

  private let stream: ByteStream
  private var block = [UInt8](repeating: 0, count: 1 << 16)
  private var count = 0
  private var position = 0
  private var line = 1

  /// Reads the rest of a stream.
  init(_ stream: ByteStream) {
    self.stream = stream
  }

  /// The next object, or `nil` at the end.
  mutating func next() -> Element? {
    repeat {
      guard let byte = nextByte() else { return nil }
      if byte == 0x7B { break }
    } while true
    let first = line
    var bytes: [UInt8] = [0x7B]
    var depth = 1
    var isInString = false
    var isEscaped = false
    while depth > 0 {
      guard bytes.count < Self.sizeLimit, let byte = nextByte() else {
        return Element(bytes: bytes, line: first, isWhole: false)
      }
      bytes.append(byte)
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
    return Element(bytes: bytes, line: first, isWhole: true)
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
