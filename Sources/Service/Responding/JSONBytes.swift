import Foundation

/// JSON text as it grows, for answers that are made thousands of times a second.
///
/// It writes what `JSONEncoder` writes with sorted keys, but without a tree of values in between;
/// keys are given in order.
struct JSONBytes {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Begins an object or a list: `{` or `[`.
  mutating func open(_ sign: Character) {
    bytes.append(sign.asciiValue ?? 0)
    isFirst = true
  }

  /// Ends it: `}` or `]`.
  mutating func close(_ sign: Character) {
    bytes.append(sign.asciiValue ?? 0)
    isFirst = false
  }

  /// Begins a value of a list.
  mutating func item() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  /// Begins a member of an object; the key is written as it is.
  mutating func key(_ key: StaticString) {
    item()
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// A member of an object, whole.
  mutating func member(_ key: StaticString, _ value: some JSONWritable) {
    self.key(key)
    value.write(to: &self)
  }

  /// Characters that need no escaping, a number or a word of JSON.
  mutating func plain(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func quoted(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      var start = 0
      for (index, byte) in utf8.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(contentsOf: utf8[start..<index])
        escape(byte)
        start = index + 1
      }
      bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// An object, by way of `JSONEncoder` where it is not empty, which it mostly is.
  mutating func value(encoded value: some Encodable, isEmpty: Bool) throws {
    if isEmpty {
      open("{")
      close("}")
    } else {
      try self.value(encoded: value)
    }
  }

  /// Any value, by way of `JSONEncoder`.
  mutating func value(encoded value: some Encodable) throws {
    bytes += try AnswerText.json(value)
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes += Array("u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}

/// What JSON is made of, as it is written.
protocol JSONWritable {
  func write(to json: inout JSONBytes)
}

extension Int: JSONWritable {
  func write(to json: inout JSONBytes) { json.plain(String(self)) }
}

extension Bool: JSONWritable {
  func write(to json: inout JSONBytes) { json.plain(self ? "true" : "false") }
}

extension Double: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.plain(description.hasSuffix(".0") ? String(description.dropLast(2)) : description)
  }
}

extension String: JSONWritable {
  func write(to json: inout JSONBytes) { json.quoted(self) }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  func write(to json: inout JSONBytes) {
    if let self { self.write(to: &json) } else { json.plain("null") }
  }
}

extension Array: JSONWritable where Element: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.open("[")
    for element in self {
      json.item()
      element.write(to: &json)
    }
    json.close("]")
  }
}
