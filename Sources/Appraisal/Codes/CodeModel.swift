import Literature

/// Decides which codes of a facet a document has, by a logistic regression over ``CodeFeature``,
/// with a ``Calibration``.
///
/// The weights are in the group of `weights.tsv` that has the facet's name; a frequently labelled
/// code has deviations from the common weights (`FEATURE@CODE`).
struct CodeModel: Sendable {
  /// The deviations of a code from the common weights.
  private struct Deviation: Sendable {
    var features = [Float](repeating: 0, count: CodeFeature.allCases.count)
    var document = [Float](repeating: 0, count: DocumentFeature.allCases.count)
    /// By the index of the other code.
    var others: [Float]
  }

  /// A reference to deviations, so that using them costs no copy.
  private final class Deviations: Sendable {
    let values: Deviation

    init(_ values: Deviation) { self.values = values }
  }

  private let mentions: MentionModel
  private let words: BagModel
  private let facet: FacetName
  private let tree: CodeTree
  private let weights: [Float]
  /// By the index of the code; `nil` for rarely labelled codes.
  private let deviations: [Deviations?]
  /// `nil` for a facet that has no weights yet: all its candidates are assigned, without a
  /// confidence.
  private let calibration: Calibration?
  /// The minimum probability for assigning a code, by its index: a common one, or its own if it is
  /// labelled often enough.
  private let thresholds: [Float]

  init(_ facet: FacetName, weights: Weights = .standard) {
    let group = facet.rawValue
    mentions = MentionModel(facet)
    words = BagModel(facet)
    self.facet = facet
    let tree = CodeTree(facet)
    self.tree = tree
    self.weights = CodeFeature.allCases.map { weights[group, $0.name] }
    var deviations = [Deviation?](repeating: nil, count: tree.count)
    var thresholds = [Float](repeating: weights[group, "threshold"], count: tree.count)
    let vocabulary = Vocabulary.standard
    func place(of code: some StringProtocol) -> Int? {
      vocabulary.number(of: String(code), in: facet).map(tree.place)
    }
    let (features, ofDocument) = (CodeFeature.numbers, DocumentFeature.numbers)
    for (name, weight) in weights.group(group) {
      let parts = name.split(separator: "@")
      guard parts.count == 2, let code = place(of: parts[1]) else { continue }
      if parts[0] == "threshold" {
        thresholds[code] = weight
        continue
      }
      var deviation =
        deviations[code] ?? Deviation(others: Array(repeating: 0, count: tree.count))
      if let feature = features[parts[0]] {
        deviation.features[feature] = weight
      } else if let feature = ofDocument[parts[0]] {
        deviation.document[feature] = weight
      } else if parts[0].hasPrefix("with."), let other = place(of: parts[0].dropFirst(5)) {
        deviation.others[other] = weight
      }
      deviations[code] = deviation
    }
    self.deviations = deviations.map { $0.map(Deviations.init) }
    self.thresholds = thresholds
    calibration = Calibration(weights.group(group))
  }

  /// Every code with a mention that is not ruled out, each with its confidence, best score first.
  ///
  /// - Parameter isIgnored: whether a mention is not about this document.
  func candidates(
    _ document: ScannedDocument, isIgnored: (Mention) -> Bool = { _ in false }
  ) -> [CodeScores.Candidate] {
    var found = document.mentions(of: facet)
    found.removeAll(where: isIgnored)
    guard !found.isEmpty else { return [] }
    mentions.weigh(&found, in: document)
    var candidates = CodeScores(found, in: document).candidates
    guard let calibration else { return candidates }
    let rows = CodeFeatureRows(
      candidates, tree: tree,
      words: candidates.map { words.odds(of: tree.place(of: $0.number), document.bag) },
      lists: ListedCodes(found, tree: tree, in: document), in: document)
    for at in candidates.indices {
      candidates[at].confidence = calibration.probability(
        logOdds: odds(at, of: candidates, rows: rows, document: document.features))
    }
    return candidates
  }

  /// The log-odds that a document has a code, before calibration.
  private func odds(
    _ at: Int, of all: [CodeScores.Candidate], rows: CodeFeatureRows, document: [Float]
  ) -> Float {
    var odds = rows.sum(at, weights: weights)
    guard let own = deviations[tree.place(of: all[at].number)] else { return odds }
    var ofDocument: Float = 0
    for feature in document.indices {
      ofDocument += own.values.document[feature] * document[feature]
    }
    odds += rows.sum(at, weights: own.values.features) + ofDocument
    for place in all.indices where place != at {
      odds += own.values.others[tree.place(of: all[place].number)] * all[place].score
    }
    return odds
  }

  /// The maximum number of possible values of a facet.
  private static let mostPossible = 3

  /// The candidates whose confidence is too low to assign them, the most probable first.
  func possible(_ all: [CodeScores.Candidate]) -> [CodeScores.Candidate] {
    let unsure = all.compactMap { candidate in
      candidate.confidence.map { (candidate: candidate, confidence: $0) }
    }.filter {
      $0.confidence >= Confidence.leastPossible
        && $0.confidence <= thresholds[tree.place(of: $0.candidate.number)]
    }
    return unsure.sorted { $0.confidence > $1.confidence }.prefix(Self.mostPossible)
      .map(\.candidate)
  }

  /// The candidates that are assigned to a document, the most probable first.
  func assigned(_ all: [CodeScores.Candidate]) -> [CodeScores.Candidate] {
    all.filter { candidate in
      candidate.confidence.map { $0 > thresholds[tree.place(of: candidate.number)] } ?? true
    }.sorted {
      let (left, right) = ($0.confidence ?? 0, $1.confidence ?? 0)
      return left == right ? $0.code < $1.code : left > right
    }
  }
}
