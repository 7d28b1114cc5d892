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
  /// The least weight of a term that is not a filter.
  private let least: Double

  init(idf: [Double], found: [Int], scale: Double) {
    self.idf = idf
    self.found = found
    self.scale = scale
    // Up to 15 filters together weigh less than a word. More would overflow: sums of weights have
    // 32 bits, so the weights of thousands of words can't be raised for thousands of filters.
    let filters = idf.count { $0 == 0 }
    least = Double(min(max(2, filters + 1), Self.mostReserved))
  }

  private static let mostReserved = 16

  /// The integer weight of a term: the least is that of a filter, so that documents which match
  /// nothing else come last.
  func weight(_ index: Int) -> UInt32 {
    idf[index] > 0 ? UInt32(max(least, (idf[index] * scale).rounded())) : 1
  }
}
