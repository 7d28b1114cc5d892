/// Fields of comma-separated values (RFC 4180).
enum CSVField {
  /// A line of fields, each in quotation marks if it has a comma, a quotation mark or a line break.
  static func line(_ fields: [String]) -> String {
    fields.map(of).joined(separator: ",")
  }

  private static func of(_ value: String) -> String {
    let needsQuotes = value.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"\(value.replacing("\"", with: "\"\""))\"" : value
  }
}
