/// The weights of a plan's terms.
struct TermWeights {
  /// Inverse document frequencies, multiplied by the number of times each term was typed.
  var idf: [Double]
  /// The number of texts that match each term; 0 for a phrase to which nothing was added, which
  /// only explanations count.
  var found: [Int]
  /// The factor that turns inverse document frequencies into integers.
  var scale: Double

  /// The integer weight of a term.
  func weight(_ index: Int) -> UInt32 {
    UInt32(max(1, (idf[index] * scale).rounded()))
  }
}
