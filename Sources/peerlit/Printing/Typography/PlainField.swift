/// A value as a field in a line of tab-separated values.
enum PlainField {
  /// The value with every run of white space and control characters replaced by a space, since a tab
  /// or a line feed would start another field.
  static func of(_ value: String) -> String {
    value.unicodeScalars
      .split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
      .map { String($0) }.joined(separator: " ")
  }
}
