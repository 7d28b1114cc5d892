import Analysis

/// The words in the analyzer of a preparer; each is passed to the writer once.
struct PreparerWords {
  private let analyzer: Analyzer
  private let preparer: Int
  /// The number of times the analyzer's cache was emptied.
  private var epoch = 0
  /// The number of words that the writer knows.
  private var known = 0

  /// - Parameter preparer: the number of the preparer.
  init(_ analyzer: Analyzer, of preparer: Int) {
    self.analyzer = analyzer
    self.preparer = preparer
  }

  /// Empties the analyzer's cache if it has too many words; call it before every batch.
  mutating func limit() {
    guard analyzer.wordCount > Analyzer.mostCachedWords else { return }
    analyzer.reset()
    epoch += 1
    known = 0
  }

  /// The words since the last batch.
  mutating func batch() -> PreparedBatch {
    let new = (known..<analyzer.wordCount).map { analyzer.word(UInt32($0)) }
    known = analyzer.wordCount
    return PreparedBatch(preparer: preparer, epoch: epoch, newWords: new)
  }
}
