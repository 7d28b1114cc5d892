/// The weights of a plan's terms.
struct TermWeights {
  /// Inverse document frequencies, multiplied by the number of times each term was typed; 0 for a
  /// filter.
  var idf: [Double]
  /// The number of texts that match each term; 0 for a phrase to which nothing was added, which
  /// only explanations count.
  var found: [Int]
  /// The factor that turns inverse document frequencies into integers.
  var scale: Double

  /// The integer weight of a term: the least is that of a filter, so that documents which match
  /// nothing else come last.
  func weight(_ index: Int) -> UInt32 {
    idf[index] > 0 ? UInt32(max(2, (idf[index] * scale).rounded())) : 1
  }
}
