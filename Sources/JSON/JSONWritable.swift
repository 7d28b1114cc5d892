/// A value that ``JSONWriter`` writes without `JSONEncoder`.
package protocol JSONWritable {
  /// Appends the value to the text.
  func write(to json: inout JSONWriter)
}

extension Int: JSONWritable {
  /// Writes the value.
  package func write(to json: inout JSONWriter) { json.raw(String(self)) }
}

extension Bool: JSONWritable {
  /// Writes the value.
  package func write(to json: inout JSONWriter) { json.raw(self ? "true" : "false") }
}

extension Double: JSONWritable {
  /// Writes the value.
  package func write(to json: inout JSONWriter) {
    json.raw(description.hasSuffix(".0") ? String(description.dropLast(2)) : description)
  }
}

extension String: JSONWritable {
  /// Writes the value.
  package func write(to json: inout JSONWriter) { json.quoted(self) }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  /// Writes the value.
  package func write(to json: inout JSONWriter) {
    if let self { self.write(to: &json) } else { json.raw("null") }
  }
}

extension Array: JSONWritable where Element: JSONWritable {
  /// Writes the value.
  package func write(to json: inout JSONWriter) {
    json.open("[")
    for element in self {
      json.item()
      element.write(to: &json)
    }
    json.close("]")
  }
}
