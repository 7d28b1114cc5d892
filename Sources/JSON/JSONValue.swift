/// Any JSON value.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads a JSON text that contains one value.
  ///
  /// - Throws: ``JSONError`` with the location of the error.
  public init(_ bytes: some Sequence<UInt8>) throws(JSONError) {
    try self.init(Array(bytes), isStrict: false)
  }

  /// Reads a message of a program: a JSON text without the faults that files may have.
  ///
  /// - Throws: ``JSONError`` with the location of the error, also for lone surrogates, control
  ///   characters in strings, NaN and infinities.
  package init(strictly bytes: some Sequence<UInt8>) throws(JSONError) {
    try self.init(Array(bytes), isStrict: true)
  }

  private init(_ bytes: [UInt8], isStrict: Bool) throws(JSONError) {
    let parsed = bytes.withUnsafeBytes { bytes -> Result<JSONValue, JSONError> in
      var scanner = JSONScanner(bytes, isStrict: isStrict)
      do throws(JSONError) {
        let value = try scanner.value()
        try scanner.end()
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    self = try parsed.get()
  }

  /// The value as JSON text, keys sorted.
  public var encoded: [UInt8] {
    // Encoding fails only for numbers that JSON cannot write, such as infinity.
    (try? JSONText.bytes(self)) ?? Array("null".utf8)
  }

  /// The member of an object.
  public subscript(_ key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The string, or a number written as one; `nil` for anything else, for blank strings, and for
  /// numbers that are too large.
  package var text: String? {
    switch self {
    case .string(let text): text.contains { !$0.isWhitespace } ? text : nil
    case .integer(let number): String(number)
    case .number(let number) where number.isFinite:
      Int(exactly: number).map(String.init) ?? String(number)
    default: nil
    }
  }

  /// The elements of an array; null has none, and any other value counts as an array of one.
  package var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }

  /// The whole number, including one in a string such as "2015".
  package var integer: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): Int(exactly: number)
    case .string(let text): Int(text.filter { !$0.isWhitespace })
    default: nil
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A Boolean.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// An object; the last of equal keys wins.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
  }
}
