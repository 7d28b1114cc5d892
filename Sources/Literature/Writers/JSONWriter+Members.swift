import JSON

extension JSONWriter {
  /// A new object, to which members can be added.
  static var object: JSONWriter {
    var json = JSONWriter()
    json.open("{")
    return json
  }

  /// Adds a string, unless it is missing or empty.
  mutating func add(_ key: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    self.key(key)
    quoted(value)
  }

  /// Adds a number, unless it is missing.
  mutating func add(_ key: String, _ value: Int?) {
    guard let value else { return }
    add(key, raw: String(value))
  }

  /// Adds an array of strings, unless it is empty.
  mutating func add(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    self.key(key)
    values.write(to: &self)
  }

  /// Adds a value that is already JSON.
  mutating func add(_ key: String, raw: String) {
    self.key(key)
    self.raw(raw)
  }

  /// The whole object.
  func finish() -> String {
    String(decoding: bytes, as: UTF8.self) + "}"
  }
}
