import Analysis
import Literature

/// Recognises types that are probably misspelled.
extension PublicationTypes {
  /// Whether databases use a type, by its key.
  package static func isUsual(_ key: String) -> Bool { usualKeys.contains(key) }

  /// The usual type that a key probably means; `nil` if it is usual itself, or like none.
  package static func nearest(to key: String) -> String? {
    // A slip is short; longer texts would take long to compare.
    guard !isUsual(key), key.utf8.count <= longest else { return nil }
    return EditDistance.nearest(to: key, among: sortedKeys, within: max(1, key.count / 4))
  }

  private static let longest = 64

  /// In a fixed order, so that the first of equally near ones is always the same.
  private static let sortedKeys = usualKeys.sorted()
}
