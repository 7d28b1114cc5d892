/// Writes cells of a table with commas (RFC 4180).
package enum CSVText {
  /// A line of cells, without the line break.
  package static func line(_ values: [String]) -> String {
    values.map(quoted).joined(separator: ",")
  }

  /// A cell, in quotation marks if it needs them.
  package static func quoted(_ value: String) -> String {
    guard value.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return value }
    return "\"\(value.replacing("\"", with: "\"\""))\""
  }
}
