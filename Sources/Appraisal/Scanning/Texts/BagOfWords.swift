#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The words of a document, each with a weight: a bag of words.
///
/// The weight is that of tf-idf with a logarithmic term frequency (Salton and Buckley 1988), and
/// all weights together have length 1, so that long and short texts are comparable.
struct BagOfWords {
  /// A word that the table has.
  struct WeightedWord {
    /// Its row in ``BagTable``.
    var row: Int32
    var weight: Float
  }

  private(set) var words: [WeightedWord] = []

  init(_ texts: [ScannedText], table: BagTable) {
    var counts = [UInt32](repeating: 0, count: table.idf.count)
    for text in texts {
      for word in text.words where word.known > 0 {
        let row = word.known - 1
        if counts[row] == 0 { words.append(WeightedWord(row: Int32(row), weight: 0)) }
        counts[row] += 1
      }
    }
    var square: Float = 0
    for at in words.indices {
      let row = Int(words[at].row)
      words[at].weight = (counts[row] == 1 ? 1 : 1 + log(Float(counts[row]))) * table.idf[row]
      square += words[at].weight * words[at].weight
    }
    guard square > 0 else { return }
    let unit = 1 / square.squareRoot()
    for at in words.indices { words[at].weight *= unit }
  }
}
