import Literature

/// Judges for each code of a facet whether a work is given it: a logistic regression over what is
/// told of the code (``CodeFeature``), the same for all codes.
///
/// Its weights are the group of the facet's name in `weights.tsv`, those of a single code named
/// `code.` and the code.
struct CodeModel: Sendable {
  private let weights: [Float]
  private let own: [String: Float]
  private let threshold: Float

  init(_ facet: FacetName, weights: Weights = .standard) {
    let group = facet.rawValue
    self.weights = CodeFeature.allCases.map { weights[group, "model.\($0.rawValue)"] }
    own = Dictionary(
      uniqueKeysWithValues: Vocabulary.standard.codes(of: facet).map {
        ($0, weights[group, "code.\($0)"])
      })
    threshold = weights[group, "model.threshold"]
  }

  /// The log-odds that a work is given a code.
  func odds(
    _ candidate: CodeScores.Candidate, among all: [CodeScores.Candidate], in work: Work
  ) -> Float {
    zip(weights, candidate.features(among: all, in: work))
      .reduce(own[candidate.code] ?? 0) { $0 + $1.0 * $1.1 }
  }

  /// The codes that a work is given, best first.
  func choose(_ all: [CodeScores.Candidate], in work: Work) -> [CodeScores.Candidate] {
    all.map { ($0, odds($0, among: all, in: work)) }
      .filter { $0.1 > threshold }
      .sorted { ($1.1, $0.0.code) < ($0.1, $1.0.code) }
      .map(\.0)
  }
}
