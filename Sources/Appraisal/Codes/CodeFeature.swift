#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the model of a facet knows of a code that something in a document speaks for.
///
/// The names are those of the groups `method`, `setting` and `condition` of `weights.tsv`. A code
/// that is labelled often has its own deviation from the common weight, named
/// `FEATURE@CODE`; then the features of the document (``DocumentFeature``) and the scores of other
/// codes (`with.OTHER@CODE`) count too.
enum CodeFeature: Int, CaseIterable {
  /// The log-odds of the best mention, and of the best in another sentence and in a third.
  case best1, best2, best3
  /// Twice the score; its log-odds.
  case score, odds
  /// The logarithm of the number of sentences, and their share of all.
  case count, density
  /// Whether the title names it; whether the title names another code and not this one.
  case title, titleOfOther
  /// Whether one of the first two sentences names it; whether the last quarter does.
  case opening, late
  /// Whether it occurs in parts of the document: methods, objective, registry summary.
  case methods, objective, summary
  /// Whether only background, results, conclusions or registration name it.
  case passing
  /// Its score less the best of the other codes; whether it has the best score.
  case lead, isBest
  /// The best score of a narrower code; of a wider code.
  case narrower, wider
  /// The logarithm of the number of plausible codes.
  case codes
  /// Always 1.
  case bias

  /// The name in the table of weights.
  var name: String { "\(self)" }
}

extension CodeScores.Candidate {
  /// The features in the order of ``CodeFeature``.
  func features(among all: [CodeScores.Candidate], in work: ScannedDocument) -> [Float] {
    let total = max(1, work.text.sentences.count)
    func bits(_ wanted: [Zone]) -> Int { wanted.reduce(0) { $0 | 1 << $1.rawValue } }
    func occurs(_ wanted: Zone...) -> Float { zones & bits(wanted) != 0 ? 1 : 0 }
    let passing = bits([.background, .results, .conclusion, .registration])
    let second = odds.count > 1 ? odds[1] : min(odds[0], -2) - 1
    let others = all.lazy.filter { $0.number != number }
    let clipped = max(-5, min(5, log((score + 0.001) / (1.001 - score))))
    return CodeFeature.allCases.map { feature in
      switch feature {
      case .best1: odds[0]
      case .best2: second
      case .best3: odds.count > 2 ? odds[2] : second - 0.5
      case .score: score * 2
      case .odds: clipped
      case .count: log1p(Float(sentenceCount))
      case .density: Float(sentenceCount) / Float(total)
      case .title: inTitle ? 1 : 0
      case .titleOfOther: !inTitle && all.contains { $0.inTitle } ? 1 : 0
      case .opening: isEarly ? 1 : 0
      case .late: lastSentence * 4 >= total * 3 ? 1 : 0
      case .methods: occurs(.methods, .participants, .setting, .design)
      case .objective: occurs(.objective)
      case .summary: occurs(.summary)
      case .passing: zones & ~passing == 0 ? 1 : 0
      case .lead: score - (others.map(\.score).max() ?? 0)
      case .isBest: all.allSatisfy { $0.score <= score } ? 1 : 0
      case .narrower: others.filter { $0.wider.contains(number) }.map(\.score).max() ?? 0
      case .wider: others.filter { wider.contains($0.number) }.map(\.score).max() ?? 0
      case .codes: log1p(Float(all.count { $0.score > 0.3 }))
      case .bias: 1
      }
    }
  }
}
