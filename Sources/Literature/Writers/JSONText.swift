/// Writes JSON, fields in the order in which they are given.
struct JSONText {
  /// The object so far, without its closing brace.
  private var text = "{"

  /// Adds a string, unless it is missing or empty.
  mutating func add(_ key: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    add(key, raw: Self.string(value))
  }

  /// Adds a number.
  mutating func add(_ key: String, _ value: Int?) {
    guard let value else { return }
    add(key, raw: String(value))
  }

  /// Adds an array of strings, unless it is empty.
  mutating func add(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    add(key, raw: "[\(values.map(Self.string).joined(separator: ","))]")
  }

  /// Adds a value that is JSON already.
  mutating func add(_ key: String, raw: String) {
    text += (text == "{" ? "" : ",") + Self.string(key) + ":" + raw
  }

  /// The object.
  func finish() -> String { text + "}" }

  /// A string with its quotation marks.
  static func string(_ value: String) -> String {
    var output = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }
}
