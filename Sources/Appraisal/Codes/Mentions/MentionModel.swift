import Literature

/// Estimates whether a mention means that its document has the code, by a logistic regression over
/// ``MentionFeatures`` for each facet.
///
/// The weights are in the group `FACET.mention` of `weights.tsv`. A phrase without a weight in this
/// group gets its weight from the phrase table (the feature `plain`). The words that a phrase
/// matched (``MentionWords``) and the words around it (``NearWords``) have weights, too.
struct MentionModel: Sendable {
  private let weights: [Float]
  private let words: MentionWords
  private let near: NearWords

  init(_ facet: FacetName, tables: PhraseTables = .standard, weights: Weights = .standard) {
    let group = "\(facet.rawValue).mention"
    let features = MentionFeatures()
    var values = features.names(phrases: tables.phrases).map {
      $0.isEmpty ? 0 : weights[group, $0]
    }
    for (number, phrase) in tables.phrases.enumerated() where phrase.facet == facet {
      if let code = phrase.code {
        values[features.phraseBase + number] += weights[group, "code.\(code)"]
      }
    }
    self.weights = values
    words = MentionWords(facet, tables: tables, weights: weights)
    near = NearWords(facet, weights: weights)
  }

  /// Sets the log-odds that each mention means its code.
  func weigh(_ mentions: inout [Mention], in document: ScannedDocument) {
    let features = MentionFeatures()
    weights.withUnsafeBufferPointer { weights in
      for at in mentions.indices {
        var sum: Float = 0
        features.visit(mentions[at], in: document) { sum += weights[$0] * $1 }
        mentions[at].odds =
          sum + words.sum(mentions[at], in: document) + near.sum(mentions[at], in: document)
      }
    }
  }
}
