/// A value as a field in a line of tab-separated values.
enum PlainField {
  /// The value with every run of white space and control characters replaced by a space, because a
  /// tab or a line feed would start another field or record.
  static func of(_ value: String) -> String {
    value.unicodeScalars
      .split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
      .map { String($0) }.joined(separator: " ")
  }

  /// Values as a line of tab-separated values.
  static func line(_ values: [String]) -> String {
    values.map(of).joined(separator: "\t")
  }
}
