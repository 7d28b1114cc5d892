import Literature

/// Estimates whether a mention means that its document has the code, by a logistic regression over
/// ``MentionFeatures`` for each facet.
///
/// The weights are in the group `FACET.mention` of `weights.tsv`. A phrase without a weight in this
/// group gets its weight from the phrase table (the feature `plain`). Codes have deviations from
/// the common weights (`FEATURE@CODE`): "recruited" means something different before a clinic than
/// before a village. The words that a phrase matched (``MentionWords``) and the words around it
/// (``NearWords``) have weights, too.
struct MentionModel: Sendable {
  /// The common weights, and after them those of each code that has deviations.
  private let weights: [Float]
  /// The index of the first weight of each code, by its index in ``Vocabulary/entries``.
  private let starts: [Int]
  private let words: MentionWords
  private let near: NearWords

  init(_ facet: FacetName, tables: PhraseTables = .standard, weights: Weights = .standard) {
    let group = "\(facet.rawValue).mention"
    let features = MentionFeatures()
    var values = MentionFeatures.names(phrases: tables.phrases).map {
      $0.isEmpty ? 0 : weights[group, $0]
    }
    for (number, phrase) in tables.phrases.enumerated() where phrase.facet == facet {
      if let code = phrase.code {
        values[features.phraseBase + number] += weights[group, "code.\(code)"]
      }
    }
    starts = Self.addDeviations(of: facet, to: &values, weights: weights.group(group))
    self.weights = values
    words = MentionWords(facet, tables: tables, weights: weights)
    near = NearWords(facet, weights: weights)
  }

  /// Appends the weights of each code that has deviations (`FEATURE@CODE`) from the common ones,
  /// and returns the start of each code's weights.
  private static func addDeviations(
    of facet: FacetName, to values: inout [Float], weights: [String: Float]
  ) -> [Int] {
    let common = values
    let places = Dictionary(
      MentionFeatures.commonNames.enumerated().map { ($1[...], $0) },
      uniquingKeysWith: { first, _ in first })
    var starts = [Int](repeating: 0, count: Vocabulary.standard.entries.count)
    for (name, weight) in weights {
      let parts = name.split(separator: "@")
      guard parts.count == 2, let place = places[parts[0]],
        let code = Vocabulary.standard.number(of: String(parts[1]), in: facet)
      else { continue }
      if starts[code] == 0 {
        starts[code] = values.count
        values += common
      }
      values[starts[code] + place] += weight
    }
    return starts
  }

  /// Sets the log-odds that each mention means its code.
  func weigh(_ mentions: inout [Mention], in document: ScannedDocument) {
    let features = MentionFeatures()
    weights.withUnsafeBufferPointer { weights in
      for at in mentions.indices {
        let code = document.tables.traits[mentions[at].phrase].number
        let start = code >= 0 ? starts[code] : 0
        var sum: Float = 0
        features.visit(mentions[at], in: document) { sum += weights[start + $0] * $1 }
        mentions[at].odds =
          sum + words.sum(mentions[at], in: document) + near.sum(mentions[at], in: document)
      }
    }
  }
}
