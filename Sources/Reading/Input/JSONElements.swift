import Literature

/// The objects of a JSON array in a stream, one at a time, and other values in their place.
///
/// Objects are split at their braces before they are parsed, so that a broken object does not
/// affect the others, and only one is in memory.
struct JSONElements {
  /// An object, or another value.
  struct Element {
    /// The bytes up to the limit; those of an object begin with a brace.
    var bytes: [UInt8]
    /// Its size in bytes, which may be more than the limit.
    var size: Int
    /// Line on which it begins, from 1.
    var line: Int
    /// Whether the element ends before the file does.
    var isWhole: Bool

    /// Whether the element is an object.
    var isObject: Bool { bytes.first == 0x7B }
  }

  private let stream: ByteStream
  private let limit: Int
  private var block = [UInt8](repeating: 0, count: 1 << 16)
  private var count = 0
  private var position = 0
  private var line = 1
  private var openArrays = 0

  /// Reads the rest of a stream.
  ///
  /// - Parameter limit: the size up to which the bytes of an object are kept.
  init(_ stream: ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// Whether all arrays so far are closed; if not at the end, the file is cut off.
  var areClosed: Bool { openArrays <= 0 }

  /// The next object or other value, or `nil` at the end.
  mutating func next() -> Element? {
    while let byte = nextByte() {
      switch byte {
      case 0x7B: return object()
      case 0x5B: openArrays += 1
      case 0x5D: openArrays -= 1
      // Commas, and a byte-order mark.
      case 0x2C, 0xEF, 0xBB, 0xBF: continue
      default:
        if byte.isBlank { continue }
        putBack()
        return other()
      }
    }
    return nil
  }

  /// The rest of an object after its brace.
  private mutating func object() -> Element {
    let first = line
    var bytes: [UInt8] = [0x7B]
    var size = 1
    var depth = 1
    var string = JSONStringState()
    while depth > 0 {
      guard let byte = nextByte() else {
        return Element(bytes: bytes, size: size, line: first, isWhole: false)
      }
      // The rest of an object that is too large is skipped, so that its parts do not become
      // objects.
      if size < limit { bytes.append(byte) }
      size += 1
      string.read(byte)
      if string.isInside { continue }
      if byte == 0x7B { depth += 1 }
      if byte == 0x7D { depth -= 1 }
    }
    return Element(bytes: bytes, size: size, line: first, isWhole: true)
  }

  /// A value that is not an object, up to the comma, bracket or brace after it.
  private mutating func other() -> Element {
    var element = Element(bytes: [], size: 0, line: line, isWhole: areClosed)
    var string = JSONStringState()
    while let byte = nextByte() {
      if !string.isInside, [0x2C, 0x5B, 0x5D, 0x7B].contains(byte) {
        putBack()
        element.isWhole = true
        break
      }
      if element.size < limit { element.bytes.append(byte) }
      element.size += 1
      string.read(byte)
      // A string ends with its line at the latest, so that a lone quotation mark hides little.
      if byte == 0x0A { string = JSONStringState() }
    }
    return element
  }

  /// Takes back the last byte, which must not be a line feed.
  private mutating func putBack() { position -= 1 }

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
