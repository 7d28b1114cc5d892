extension Sequence where Element: StringProtocol {
  /// The texts that are not empty, with a separator between them.
  package func joinedNonEmpty(separator: String) -> String {
    filter { !$0.isEmpty }.joined(separator: separator)
  }
}

extension Sequence where Element == String? {
  /// The texts that are neither `nil` nor empty, with a separator between them.
  package func joinedNonNil(separator: String) -> String {
    compactMap(\.self).joinedNonEmpty(separator: separator)
  }
}
