/// What a measurement or a test changes about searching; nothing that a user can set.
package struct SearchSettings: Sendable {
  /// Features of reranking that are left out.
  package var without: Set<RerankingFeature> = []
  /// Reads copies of posting rows and overwrites them when they end, so that any use of a row after
  /// its end changes the answer.
  package var poisonsRows = false
  /// Posting lists of up to this many postings are always counted, which takes about a millisecond.
  package var postingsCounted = 200_000

  /// The settings of every ordinary search.
  package init() {}
}
