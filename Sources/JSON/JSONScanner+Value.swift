extension JSONScanner {
  /// The maximum nesting depth; deeper values are read as null.
  static let depthLimit = 128

  /// Reads any value.
  package mutating func value(depth: Int = 0) throws(JSONError) -> JSONValue {
    guard depth < Self.depthLimit else {
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
    default: return try numberValue()
    }
  }

  /// Reads a number, as an integer if it is whole; anything else becomes null.
  private mutating func numberValue() throws(JSONError) -> JSONValue {
    guard let numeral = try numeral(), let number = Double(numeral) else { return .null }
    // A Double has only 53 bits, fewer than the ids of some programs.
    if let whole = Int(numeral) { return .integer(whole) }
    guard let whole = Int(exactly: number), number.magnitude <= 9_007_199_254_740_992 else {
      return .number(number)
    }
    return .integer(whole)
  }
}
