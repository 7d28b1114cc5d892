#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The features of all candidates of a facet, one candidate after another.
struct CodeFeatureRows {
  /// The features of each candidate in the order of ``CodeFeature``.
  private(set) var values: [Float] = []
  private static let methods = bits([.methods, .participants, .setting, .design])
  private static let objective = bits([.objective])
  private static let summary = bits([.summary])
  private static let passing = bits([.background, .results, .conclusion, .registration])
  /// A code is plausible if its score is higher than this.
  private static let plausible: Float = 0.3
  /// The log-odds of the best mention count as at most this if there is no second one.
  private static let mostWithoutSecond: Float = -2
  /// If there is no second mention, how much lower its log-odds count than those of the first.
  private static let secondStep: Float = 1
  /// If there is no third mention, how much lower its log-odds count than those of the second.
  private static let thirdStep: Float = 0.5
  /// The greatest log-odds of a score, and the lowest with a minus sign.
  private static let mostOdds: Float = 5
  /// What is added to a score and its complement, so that their ratio is finite.
  private static let smoothing: Float = 0.001

  /// The number of features of a candidate.
  static let width = CodeFeature.allCases.count

  /// - Parameters:
  ///   - tree: the hierarchy of the codes.
  ///   - words: the log-odds of each candidate by the words of the document, where known.
  ///   - lists: the codes that are named together.
  init(
    _ all: [CodeScores.Candidate], tree: CodeTree, words: [Float?], lists: ListedCodes,
    in document: ScannedDocument
  ) {
    values = Array(repeating: 0, count: all.count * Self.width)
    let total = max(1, document.text.sentences.count)
    let hasTitle = all.contains { $0.inTitle }
    let codes = log1p(Float(all.count { $0.score > Self.plausible }))
    let highest = all.map(\.score).max() ?? 0
    // Sets of codes, as bits in the order of the facet's codes.
    let places = all.map { tree.place(of: $0.number) }
    for (at, candidate) in all.enumerated() {
      let score = candidate.score
      let odds = candidate.odds
      let second =
        odds.count > 1 ? odds[1] : min(odds[0], Self.mostWithoutSecond) - Self.secondStep
      let own: UInt64 = 1 << UInt64(places[at])
      let wider = tree.wider[places[at]]
      var (best, bestNarrower, bestWider): (Float, Float, Float) = (0, 0, 0)
      var bestWords = BagModel.range.lowerBound
      var bestListed: Float = 0
      for (place, other) in all.enumerated() where place != at {
        best = max(best, other.score)
        if lists.partners[places[at]] & 1 << UInt64(places[place]) != 0 {
          bestListed = max(bestListed, other.score)
        }
        if let odds = words[place] { bestWords = max(bestWords, odds) }
        if tree.wider[places[place]] & own != 0 { bestNarrower = max(bestNarrower, other.score) }
        if wider & 1 << UInt64(places[place]) != 0 { bestWider = max(bestWider, other.score) }
      }
      func set(_ feature: CodeFeature, _ value: Float) {
        values[at * Self.width + feature.rawValue] = value
      }
      func set(_ feature: CodeFeature, if isTrue: Bool) { if isTrue { set(feature, 1) } }
      set(.best1, odds[0])
      set(.best2, second)
      set(.best3, odds.count > 2 ? odds[2] : second - Self.thirdStep)
      set(.score, score * 2)
      let ofScore = log((score + Self.smoothing) / ((1 + Self.smoothing) - score))
      set(.odds, max(-Self.mostOdds, min(Self.mostOdds, ofScore)))
      set(.count, log1p(Float(candidate.sentenceCount)))
      set(.density, Float(candidate.sentenceCount) / Float(total))
      set(.title, if: candidate.inTitle)
      set(.titleOfOther, if: !candidate.inTitle && hasTitle)
      set(.opening, if: candidate.isEarly)
      set(.late, if: candidate.lastSentence * 4 >= total * 3)
      set(.methods, if: candidate.zones & Self.methods != 0)
      set(.objective, if: candidate.zones & Self.objective != 0)
      set(.summary, if: candidate.zones & Self.summary != 0)
      set(.passing, if: candidate.zones & ~Self.passing == 0)
      set(.named, if: candidate.naming.isNamed)
      set(.namedOwn, if: candidate.naming.isOwn)
      set(.namedMethods, if: candidate.naming.isInMethods)
      set(.lead, score - best)
      set(.isBest, if: score >= highest)
      set(.narrower, bestNarrower)
      set(.wider, bestWider)
      set(.listed, bestListed)
      set(.codes, codes)
      if let odds = words[at] {
        set(.words, odds)
        set(.hasWords, 1)
        set(.wordsLead, odds - bestWords)
      }
      set(.bias, 1)
    }
  }

  private static func bits(_ zones: [Zone]) -> Int { zones.reduce(0) { $0 | 1 << $1.rawValue } }

  /// The sum of a candidate's features, each times its weight.
  func sum(_ candidate: Int, weights: [Float]) -> Float {
    var sum: Float = 0
    for feature in 0..<Self.width {
      sum += weights[feature] * values[candidate * Self.width + feature]
    }
    return sum
  }
}
