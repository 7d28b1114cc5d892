/// A value as one field of a line of text.
enum PlainField {
  /// The value with every run of white space and control characters as one space, since a tab or
  /// a line's end would begin another field.
  static func of(_ value: String) -> String {
    value.unicodeScalars
      .split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
      .map { String($0) }.joined(separator: " ")
  }
}
