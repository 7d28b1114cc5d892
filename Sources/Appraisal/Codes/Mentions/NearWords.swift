import Literature

/// The weights of the words near a mention: "recruited", "scheduled" or "delivered" near "by
/// telephone" say what the telephone is used for.
///
/// They are named `near.WORD` in the group `FACET.mention`. Words are those of the ``BagTable``, by
/// their first six letters.
struct NearWords: Sendable {
  /// The number of words on either side of a mention, in its sentence.
  static let count = 6

  /// By ``ScannedWord/known``; empty for a facet without such weights.
  private var weights: [Float] = []

  init(_ facet: FacetName, weights table: Weights, bag: BagTable = .standard) {
    for (name, weight) in table.group("\(facet.rawValue).mention") where name.hasPrefix("near.") {
      var word = String(name.dropFirst(5))
      let row = word.withUTF8 { Int(bag.row(of: $0)) }
      guard row >= 0 else { continue }
      if weights.isEmpty { weights = Array(repeating: 0, count: bag.idf.count + 1) }
      weights[row + 1] = weight
    }
  }

  /// The sum of the weights of the words near a mention.
  func sum(_ mention: Mention, in document: ScannedDocument) -> Float {
    if weights.isEmpty { return 0 }
    let words = document.part(inTitle: mention.inTitle).words
    let (before, after) = Self.places(mention, in: document)
    var sum: Float = 0
    for place in before { sum += weights[words[place].known] }
    for place in after { sum += weights[words[place].known] }
    return sum
  }

  /// The places of the words before and after a mention.
  static func places(
    _ mention: Mention, in document: ScannedDocument
  ) -> (before: Range<Int>, after: Range<Int>) {
    let sentence = document.sentence(of: mention).words
    let (first, next) = (mention.words.lowerBound, mention.words.upperBound + 1)
    return (
      max(sentence.lowerBound, first - count)..<first,
      next..<max(next, min(sentence.upperBound, next + count))
    )
  }
}
