import Literature

/// The weights of the words of a mention, by code.
///
/// A row of a phrase table has many phrases, and the weight of the row is shared by all of them.
/// These weights are the deviations of single words: "rural" says less about a community than
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
    let symbols = Dictionary(
      tables.lexicon.symbols.enumerated().map { ($1[...], $0) },
      uniquingKeysWith: { first, _ in first })
    var found: [(symbol: Int, weight: Weight)] = []
    for (name, weight) in table.group("\(facet.rawValue).mention") where name.hasPrefix("word.") {
      let parts = name.split(separator: ".", maxSplits: 2)
      guard parts.count == 3, let symbol = symbols[parts[2]],
        let code = Vocabulary.standard.number(of: String(parts[1]), in: facet)
      else { continue }
      found.append((symbol, Weight(code: code, weight: weight)))
    }
    found.sort { ($0.symbol, $0.weight.code) < ($1.symbol, $1.weight.code) }
    weights = found.map { $0.weight }
    starts = [0]
    for (place, entry) in found.enumerated() {
      while starts.count <= entry.symbol { starts.append(place) }
    }
    while starts.count <= tables.lexicon.symbols.count { starts.append(found.count) }
  }

  /// The name of a symbol's weight for a code.
  static func name(_ symbol: UInt32, of code: String, tables: PhraseTables) -> String {
    "word.\(code).\(tables.lexicon.symbols[Int(symbol)])"
  }

  /// The sum of the weights of a mention's words.
  func sum(_ mention: Mention, in document: ScannedDocument) -> Float {
    if weights.isEmpty { return 0 }
    let code = document.tables.traits[mention.phrase].number
    var sum: Float = 0
    Self.visit(mention, in: document) { symbol in
      for place in starts[Int(symbol)]..<starts[Int(symbol) + 1] where weights[place].code == code {
        sum += weights[place].weight
      }
    }
    return sum
  }

  /// Calls `visit` with each symbol of a mention once.
  @inline(__always)
  static func visit(_ mention: Mention, in document: ScannedDocument, _ visit: (UInt32) -> Void) {
    let text = document.part(inTitle: mention.inTitle)
    for word in mention.words {
      for symbol in document.symbols(word, in: text) {
        // Mentions have few words, so a search is faster than a set.
        let isRepeated = (mention.words.lowerBound..<word).contains {
          document.symbols($0, in: text).contains(symbol)
        }
        if !isRepeated { visit(symbol) }
      }
    }
  }
}
