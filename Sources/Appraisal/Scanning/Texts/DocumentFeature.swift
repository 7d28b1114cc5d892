/// The features of a document as a whole: its parts, its tense, its subjects.
enum DocumentFeature: Int, Feature {
  /// Whether the document has sentences in each part.
  case hasResults, hasMethods, hasSummary, hasBackground, hasConclusion
  /// The number of sentences over 20, at most 2.
  case length
  /// The share of sentences with a word of each class (`animal` doubled, `randomised` tripled, at
  /// most 1).
  case future, past, first, people, animal, randomised, outcome, planned
  /// The share of sentences that name a study or research, and of those that say who took part in
  /// one; papers of organisations have few.
  case study, participation

  /// All features of a document with a text.
  static func features(of text: ScannedText) -> [Float] {
    var zones = 0
    var (future, past, first, people): (Float, Float, Float, Float) = (0, 0, 0, 0)
    var (animal, randomised, outcome, planned): (Float, Float, Float, Float) = (0, 0, 0, 0)
    var (study, participation): (Float, Float) = (0, 0)
    for sentence in text.sentences {
      zones |= 1 << sentence.zone.rawValue
      let classes = sentence.classes
      if classes.contains(.future) { future += 1 }
      if classes.contains(.past) { past += 1 }
      if classes.contains(.first) { first += 1 }
      if classes.contains(.people) { people += 1 }
      if classes.contains(.animal) { animal += 1 }
      if classes.contains(.randomised) { randomised += 1 }
      if classes.contains(.outcome) { outcome += 1 }
      if classes.contains(.planned) { planned += 1 }
      if !classes.isDisjoint(with: [.study, .work]) { study += 1 }
      if !classes.isDisjoint(with: [.randomised, .enrolled, .interviewed, .analysed]) {
        participation += 1
      }
    }
    let total = Float(max(1, text.sentences.count))
    func has(_ zone: Zone) -> Bool { zones & 1 << zone.rawValue != 0 }
    return allCases.map { feature in
      switch feature {
      case .hasResults: has(.results) ? 1 : 0
      case .hasMethods: has(.methods) || has(.design) || has(.participants) ? 1 : 0
      case .hasSummary: has(.summary) ? 1 : 0
      case .hasBackground: has(.background) ? 1 : 0
      case .hasConclusion: has(.conclusion) ? 1 : 0
      case .length: min(2, total / 20)
      case .future: future / total
      case .past: past / total
      case .first: first / total
      case .people: people / total
      case .animal: min(1, 2 * animal / total)
      case .randomised: min(1, 3 * randomised / total)
      case .outcome: outcome / total
      case .planned: planned / total
      case .study: study / total
      case .participation: participation / total
      }
    }
  }
}
