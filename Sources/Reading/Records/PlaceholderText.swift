import Literature

/// The texts that exports write for a missing value: "NA" (R), "null" (JSON), "NaN" (pandas), "-".
///
/// It counts only as a whole value. Letter case matters, because "Na" is a surname.
enum PlaceholderText {
  /// The longest placeholder in bytes.
  static let longest = 4

  /// Whether a value without white space around it is a placeholder.
  static func matches(_ text: some StringProtocol) -> Bool {
    guard text.utf8.count <= longest else { return false }
    return String(text).withBytes(matches)
  }

  /// Whether the bytes of a value are a placeholder.
  static func matches(_ bytes: UnsafeRawBufferPointer) -> Bool {
    all.contains { bytes.count == $0.utf8CodeUnitCount && bytes.begins(with: $0) }
  }

  private static let all: [StaticString] = [
    "NA", "N/A", "n/a", "<NA>", "#N/A", "null", "NULL", "Null", "NaN", "nan", "-",
  ]
}
