extension Sequence where Element: StringProtocol {
  /// The texts that are not empty, with a separator between them.
  package func joinedNonEmpty(separator: String) -> String {
    filter { !$0.isEmpty }.joined(separator: separator)
  }
}
