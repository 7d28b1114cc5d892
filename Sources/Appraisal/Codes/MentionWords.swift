import Literature

/// The weights of the words of a mention, by code.
///
/// A row of a phrase table has many phrases, and the weight of the row is shared by all of them.
/// These weights are the deviations of single words: "rural" says less of a community than
/// "villages" does. A word is a symbol of the tables, such as `village` or `incarcerat*`. The
/// weights are named `word.CODE.SYMBOL`.
struct MentionWords: Sendable {
  private struct Weight: Sendable {
    /// The index of the code in ``Vocabulary/entries``.
    var code: Int
    var weight: Float
  }

  /// The weights of each symbol.
  private var weights: [Weight] = []
  /// The first weight of each symbol, and the number of weights at the end.
  private var starts: [Int] = []

  init(_ facet: FacetName, tables: PhraseTables, weights table: Weights) {
    let group = table.group("\(facet.rawValue).mention")
    let codes = Vocabulary.standard.codes(of: facet).compactMap { code in
      Vocabulary.standard.number(of: code, in: facet).map { (code, $0) }
    }
    let hasWords = group.keys.contains { $0.hasPrefix("word.") }
    starts.reserveCapacity(tables.lexicon.symbols.count + 1)
    for symbol in tables.lexicon.symbols {
      starts.append(weights.count)
      guard hasWords else { continue }
      for (code, number) in codes {
        guard let weight = group["word.\(code).\(symbol)"] else { continue }
        weights.append(Weight(code: number, weight: weight))
      }
    }
    starts.append(weights.count)
  }

  /// The name of a symbol's weight for a code.
  static func name(_ symbol: UInt32, of code: String, tables: PhraseTables) -> String {
    "word.\(code).\(tables.lexicon.symbols[Int(symbol)])"
  }

  /// The sum of the weights of a mention's words.
  func sum(_ mention: Mention, in work: ScannedDocument) -> Float {
    if weights.isEmpty { return 0 }
    let code = work.tables.traits[mention.phrase].number
    var sum: Float = 0
    Self.visit(mention, in: work) { symbol in
      for place in starts[Int(symbol)]..<starts[Int(symbol) + 1] where weights[place].code == code {
        sum += weights[place].weight
      }
    }
    return sum
  }

  /// Calls `visit` with each symbol of a mention once.
  @inline(__always)
  static func visit(_ mention: Mention, in work: ScannedDocument, _ visit: (UInt32) -> Void) {
    let reading = work.reading(mention.inTitle)
    for word in mention.words {
      for symbol in work.symbols(word, in: reading) {
        // Mentions have few words, so a search is faster than a set.
        let isRepeated = (mention.words.lowerBound..<word).contains {
          work.symbols($0, in: reading).contains(symbol)
        }
        if !isRepeated { visit(symbol) }
      }
    }
  }
}
