/// What is known of a document as a whole: its parts, its tense, whom it speaks of.
enum DocumentFeature: Int, CaseIterable {
  /// Whether it has sentences in each part.
  case hasResults, hasMethods, hasSummary, hasBackground, hasConclusion
  /// The number of sentences over 20, at most 2.
  case length
  /// The share of sentences with a word of each class (`animal` doubled, `randomised` tripled, at
  /// most 1).
  case future, past, first, people, animal, randomised, outcome, planned

  /// The name in the table of weights.
  var name: String { "\(self)" }

  /// All features of a document.
  static func features(of work: ScannedDocument) -> [Float] {
    let sentences = work.text.sentences
    let total = Float(max(1, sentences.count))
    var zones = 0
    let counted: [WordClasses] = [
      .future, .past, .first, .people, .animal, .randomised, .outcome, .planned,
    ]
    var counts = [Float](repeating: 0, count: counted.count)
    for sentence in sentences {
      zones |= 1 << sentence.zone.rawValue
      for (at, kind) in counted.enumerated() where sentence.classes.contains(kind) {
        counts[at] += 1
      }
    }
    func has(_ wanted: Zone...) -> Float {
      wanted.contains { zones & 1 << $0.rawValue != 0 } ? 1 : 0
    }
    return allCases.map { feature in
      switch feature {
      case .hasResults: has(.results)
      case .hasMethods: has(.methods, .design, .participants)
      case .hasSummary: has(.summary)
      case .hasBackground: has(.background)
      case .hasConclusion: has(.conclusion)
      case .length: min(2, total / 20)
      case .future: counts[0] / total
      case .past: counts[1] / total
      case .first: counts[2] / total
      case .people: counts[3] / total
      case .animal: min(1, 2 * counts[4] / total)
      case .randomised: min(1, 3 * counts[5] / total)
      case .outcome: counts[6] / total
      case .planned: counts[7] / total
      }
    }
  }
}
