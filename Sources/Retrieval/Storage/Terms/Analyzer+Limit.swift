import Analysis

extension Analyzer {
  /// Maximum number of words in an analyzer's cache; beyond it, the cache is emptied, so that
  /// memory stays bounded.
  static let mostCachedWords = 1 << 18
}
