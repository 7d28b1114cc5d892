#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Literature

/// Judges for each code of a facet whether a document has it: a logistic regression over
/// ``CodeFeature``, calibrated on held-out documents (Platt 1999).
///
/// The weights are the group of the facet's name in `weights.tsv`; a code that is labelled often
/// deviates from the common weights (`FEATURE@CODE`).
struct CodeModel: Sendable {
  /// How a code deviates from the common weights.
  private struct Deviation: Sendable {
    var features = [Float](repeating: 0, count: CodeFeature.allCases.count)
    var document = [Float](repeating: 0, count: DocumentFeature.allCases.count)
    /// By the number of the other code.
    var others: [Int: Float] = [:]
  }

  private let mentions: MentionModel
  private let facet: FacetName
  private let weights: [Float]
  private let deviations: [Int: Deviation]
  private let slope: Float
  private let offset: Float
  /// The probability from which a code is given.
  private let threshold: Float
  /// The same for codes that are labelled often enough to have their own threshold, by number.
  private let thresholds: [Int: Float]

  init(_ facet: FacetName, weights: Weights = .standard) {
    let group = facet.rawValue
    mentions = MentionModel(facet)
    self.facet = facet
    self.weights = CodeFeature.allCases.map { weights[group, $0.name] }
    var deviations: [Int: Deviation] = [:]
    var thresholds: [Int: Float] = [:]
    let vocabulary = Vocabulary.standard
    let features = Dictionary(
      uniqueKeysWithValues: CodeFeature.allCases.map { ($0.name[...], $0.rawValue) })
    let ofDocument = Dictionary(
      uniqueKeysWithValues: DocumentFeature.allCases.map { ($0.name[...], $0.rawValue) })
    for (name, weight) in weights.group(group) {
      let parts = name.split(separator: "@")
      guard parts.count == 2,
        let number = vocabulary.number(of: String(parts[1]), in: facet)
      else { continue }
      if parts[0] == "threshold" {
        thresholds[number] = weight
        continue
      }
      var deviation = deviations[number] ?? Deviation()
      if let place = features[parts[0]] {
        deviation.features[place] = weight
      } else if let place = ofDocument[parts[0]] {
        deviation.document[place] = weight
      } else if parts[0].hasPrefix("with."),
        let other = vocabulary.number(of: String(parts[0].dropFirst(5)), in: facet)
      {
        deviation.others[other] = weight
      }
      deviations[number] = deviation
    }
    self.deviations = deviations
    self.thresholds = thresholds
    slope = weights[group, "calibration.slope"]
    offset = weights[group, "calibration.offset"]
    threshold = weights[group, "threshold"]
  }

  /// Every code with a mention that is not ruled out, each with its confidence, best score first.
  ///
  /// - Parameter isIgnored: whether a mention says nothing of this document.
  func candidates(
    _ work: ScannedDocument, isIgnored: (Mention) -> Bool = { _ in false }
  ) -> [CodeScores.Candidate] {
    var found = work.mentions(of: facet).filter { !isIgnored($0) }
    for at in found.indices { found[at].odds = mentions.odds(found[at], in: work) }
    var candidates = CodeScores(found, in: work).candidates
    let document = DocumentFeature.features(of: work)
    for at in candidates.indices {
      let odds = odds(candidates[at], among: candidates, document: document, in: work)
      candidates[at].confidence = 1 / (1 + exp(-(slope * odds + offset)))
    }
    return candidates
  }

  /// The log-odds that a document has a code, before calibration.
  private func odds(
    _ candidate: CodeScores.Candidate, among all: [CodeScores.Candidate], document: [Float],
    in work: ScannedDocument
  ) -> Float {
    let features = candidate.features(among: all, in: work)
    func sum(_ weights: [Float], _ values: [Float]) -> Float {
      zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
    }
    var odds = sum(weights, features)
    guard let own = deviations[candidate.number] else { return odds }
    odds += sum(own.features, features) + sum(own.document, document)
    for other in all where other.number != candidate.number {
      odds += (own.others[other.number] ?? 0) * other.score
    }
    return odds
  }

  /// The candidates that a document is given, the most probable first.
  func choose(_ all: [CodeScores.Candidate]) -> [CodeScores.Candidate] {
    all.filter { $0.confidence > thresholds[$0.number] ?? threshold }
      .sorted { ($1.confidence, $0.code) < ($0.confidence, $1.code) }
  }
}
