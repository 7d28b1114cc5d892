/// Writes JSON text directly, without building a tree of values first.
///
///     var json = JSONWriter()
///     json.open("{")
///     json.member("documents", 3)
///     json.close("}")
///
/// Members appear in the order in which they are written. Written with sorted keys, the bytes equal
/// those of ``JSONText``; search responses are written this way because a server writes thousands
/// of them per second.
package struct JSONWriter {
  /// The text so far.
  package private(set) var bytes: [UInt8] = []
  private var isFirst = true

  /// An empty text.
  ///
  /// - Parameter capacity: the expected size in bytes.
  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Begins an object or an array: `{` or `[`.
  package mutating func open(_ sign: Character) {
    bytes.append(sign.asciiValue ?? 0)
    isFirst = true
  }

  /// Ends an object or an array: `}` or `]`.
  package mutating func close(_ sign: Character) {
    bytes.append(sign.asciiValue ?? 0)
    isFirst = false
  }

  /// Begins an element of an array.
  package mutating func item() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  /// Begins a member of an object; the key is written without escaping.
  package mutating func key(_ key: StaticString) {
    item()
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// Begins a member of an object.
  package mutating func key(_ key: String) {
    item()
    quoted(key)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Writes a whole member of an object.
  package mutating func member(_ key: StaticString, _ value: some JSONWritable) {
    self.key(key)
    value.write(to: &self)
  }

  /// Writes text that needs no escaping: a number, a literal, or JSON.
  package mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes a string with quotation marks and escapes.
  package mutating func quoted(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      var start = 0
      var index = 0
      while index < utf8.count {
        let byte = utf8[index]
        if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
          bytes.append(contentsOf: utf8[start..<index])
          escape(byte)
          start = index + 1
        } else if byte >= 0x7F, let character = UnsafeCharacter.at(index, of: utf8) {
          bytes.append(contentsOf: utf8[start..<index])
          bytes += UnsafeCharacter.escape(character.value)
          index += character.length - 1
          start = index + 1
        }
        index += 1
      }
      bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes an object through `JSONEncoder` unless it is empty, which it usually is.
  package mutating func value(encoded value: some Encodable, isEmpty: Bool) throws {
    if isEmpty {
      open("{")
      close("}")
    } else {
      try self.value(encoded: value)
    }
  }

  /// Writes any value through `JSONEncoder`.
  package mutating func value(encoded value: some Encodable) throws {
    bytes += try JSONText.bytes(value)
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x08: raw("\\b")
    case 0x09: raw("\\t")
    case 0x0A: raw("\\n")
    case 0x0C: raw("\\f")
    case 0x0D: raw("\\r")
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    default: bytes += UnsafeCharacter.escape(UInt32(byte))
    }
  }
}
