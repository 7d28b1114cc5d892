/// Search settings for measurements and tests, which users can't change.
package struct SearchSettings: Sendable {
  /// Reranking features that are disabled.
  package var without: Set<RerankingFeature> = []
  /// Reads copies of posting rows, and overwrites them when they end, so that any use of a row
  /// after its end changes the results.
  package var poisonsRows = false
  /// Posting lists of up to this many postings are always counted, which takes about a millisecond.
  package var postingsCounted = 200_000

  /// The settings of every ordinary search.
  package init() {}
}
