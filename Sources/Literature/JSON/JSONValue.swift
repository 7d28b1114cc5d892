/// A JSON value as a whole, for the fields that may take several shapes.
package enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// How deep values may be nested; deeper ones are read as null.
  static let depthLimit = 128

  /// The member of an object.
  package subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The string, or a number written as one; `nil` for anything else and for blank strings.
  package var text: String? {
    switch self {
    case .string(let text): text.contains { !$0.isWhitespace } ? text : nil
    case .number(let number):
      Int(exactly: number).map(String.init) ?? String(number)
    default: nil
    }
  }

  /// The elements of an array; anything else but null is an array of one.
  package var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }

  /// The whole number, also from a string such as "2015".
  package var integer: Int? {
    switch self {
    case .number(let number): Int(exactly: number)
    case .string(let text): Int(text.filter { !$0.isWhitespace })
    default: nil
    }
  }
}

extension JSONScanner {
  /// Reads any value.
  package mutating func value(depth: Int = 0) throws(JSONError) -> JSONValue {
    guard depth < JSONValue.depthLimit else {
      try skipValue()
      return .null
    }
    switch peek() {
    case 0x22: return .string(try string())
    case 0x5B:
      var elements: [JSONValue] = []
      try array { (scanner) throws(JSONError) in
        elements.append(try scanner.value(depth: depth + 1))
      }
      return .array(elements)
    case 0x7B:
      var members: [String: JSONValue] = [:]
      try object { (scanner, key) throws(JSONError) in
        members[key] = try scanner.value(depth: depth + 1)
      }
      return .object(members)
    case 0x74:
      try skipValue()
      return .bool(true)
    case 0x66:
      try skipValue()
      return .bool(false)
    default: return try number().map { .number($0) } ?? .null
    }
  }
}
