import Analysis

/// The writer's data on a preparer's words, by word number.
struct PreparerVocabulary {
  let epoch: Int
  private(set) var words: [CachedWord] = []
  /// The number of each word's term in the arena; -1 if it has none yet.
  var slots: [Int32] = []
  /// The number of occurrences of each word since the last commit.
  private(set) var counts: [UInt32] = []

  init(epoch: Int) {
    self.epoch = epoch
  }

  mutating func add(_ new: [CachedWord]) {
    words += new
    slots += [Int32](repeating: -1, count: new.count)
    counts += [UInt32](repeating: 0, count: new.count)
  }

  /// Counts the words of some tokens.
  ///
  /// A loop without other calls, so that the compiler checks only once that it owns the array.
  mutating func count(_ tokens: [PreparedToken]) {
    for token in tokens { counts[Int(token.word)] &+= 1 }
  }

  mutating func forgetSlots() {
    for index in slots.indices { slots[index] = -1 }
  }

  mutating func forgetCounts() {
    for index in counts.indices { counts[index] = 0 }
  }
}
