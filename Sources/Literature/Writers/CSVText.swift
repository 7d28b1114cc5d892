/// Writes cells of a table with commas (RFC 4180).
package enum CSVText {
  /// A line of cells, without the line break.
  ///
  /// - Parameter marksFormulas: whether cells that spreadsheets would run are marked as text, which
  ///   changes them for other programs (``FormulaMark``).
  package static func line(_ values: [String], marksFormulas: Bool = false) -> String {
    values.map { quoted(marksFormulas ? FormulaMark.marked($0) : $0) }.joined(separator: ",")
  }

  /// A cell, in quotation marks if it needs them.
  package static func quoted(_ value: String) -> String {
    guard
      value.hasLineBreak
        || value.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") })
    else { return value }
    return "\"\(value.replacing("\"", with: "\"\""))\""
  }
}
