import Appraisal
import Foundation
import Literature

/// Evaluates appraisal on a folder of labelled documents.
///
/// The folder contains any of `sample-size-*.jsonl` (total number of participants),
/// `design-*.jsonl` (randomised or not) and `facets-*.jsonl` (all facets), with one document per
/// line (``FacetGold``).
package struct FacetEvaluation: Sendable {
  /// One result.
  package struct Figure: Sendable, Equatable {
    /// The file.
    package var set: String
    /// The name of the measure ("condition F1").
    package var name: String
    /// Its value.
    package var value: Double
    /// The counts it is computed from, as text.
    package var detail: String
  }

  /// A document whose appraisal differs from its labels.
  package struct Miss: Sendable {
    /// The file.
    package var set: String
    /// The document's id.
    package var id: String
    /// The facet.
    package var facet: String
    /// The labels.
    package var gold: String
    /// The result of the appraiser.
    package var found: String
    /// The supporting words.
    package var evidence: String
  }

  /// The results in order: held-out documents first, then documents whose label is certain, then
  /// all.
  package internal(set) var figures: [Figure] = []
  /// The documents with errors.
  package internal(set) var misses: [Miss] = []
  /// How often each code was returned, and how often wrongly.
  package private(set) var codes: [CodeCount] = []
  /// The confidence of each returned value, and whether the value is right.
  package private(set) var confidences: [(isHeldOut: Bool, confidence: Double, isRight: Bool)] = []

  /// How often a code was returned.
  package struct CodeCount: Sendable {
    /// The facet.
    package var facet: String
    /// The code.
    package var code: String
    /// How often it was returned.
    package var given = 0
    /// How often it was returned for a document that does not have it.
    package var wrong = 0
    /// How often it was returned for a document whose labels are certain.
    package var givenCertain = 0
    /// How often it was returned wrongly for a document whose labels are certain.
    package var wrongCertain = 0
  }

  /// Labelled documents with the facets that were found in them.
  typealias Found = [(FacetGold, Facets)]

  /// Appraises every document of the labelled files in a folder.
  ///
  /// - Parameters:
  ///   - heldOut: ids of the documents that nothing was fitted to.
  ///   - sampleSizes: the right sample size of documents whose label is wrong, by id.
  /// - Throws: if a file can't be read or a line is not a labelled document.
  package init(
    folder: URL, heldOut: Set<String> = [], sampleSizes: [String: Int] = [:]
  ) throws {
    self.init(
      try FacetGold.sets(in: folder), heldOut: heldOut, sampleSizes: sampleSizes)
  }

  /// Appraises every document of some sets.
  ///
  /// - Parameters:
  ///   - heldOut: ids of the documents that nothing was fitted to.
  ///   - sampleSizes: the right sample size of documents whose label is wrong, by id.
  package init(
    _ sets: [(set: String, gold: [FacetGold])], heldOut: Set<String> = [],
    sampleSizes: [String: Int] = [:]
  ) {
    var verbatim = ShareTally()
    var all: [(set: String, found: Found)] = []
    for (set, gold) in sets {
      let appraiser = Appraiser()
      let found = gold.map { ($0, Self.given(appraiser.appraise($0.document))) }
      for (gold, facets) in found {
        verbatim.add(ShareTally(verbatim: facets, in: gold.document))
      }
      all.append((set, found))
    }
    for (set, found) in all {
      let apart = found.filter { heldOut.contains($0.0.id) }
      if !apart.isEmpty, apart.count < found.count { measure(apart, set: "\(set), held out") }
    }
    for (set, found) in all where found.contains(where: { !$0.0.uncertain.isEmpty }) {
      measure(found, set: "\(set), certain", onlyCertain: true)
    }
    for (set, found) in all where found.contains(where: { sampleSizes[$0.0.id] != nil }) {
      let kept = misses
      sampleSize(Self.relabelled(found, sampleSizes), set: "\(set), relabelled")
      misses = kept
    }
    for (set, found) in all {
      measure(found, set: set)
      count(found, heldOut: heldOut)
    }
    figures.append(
      Figure(
        set: "all", name: "evidence verbatim", value: verbatim.share, detail: verbatim.detail))
  }

  /// Documents with some labels changed.
  private static func relabelled(_ found: Found, _ sampleSizes: [String: Int]) -> Found {
    found.map { gold, facets in
      var gold = gold
      if let number = sampleSizes[gold.id] { gold.labels.counts[.sampleSize] = [number] }
      return (gold, facets)
    }
  }

  /// The values of the most trusted origin.
  private static func given(_ facets: Facets) -> Facets {
    var given = Facets()
    for facet in FacetDefinition.codes.map(\.name) {
      given[codes: facet] = Facets.effective(codes: facets[codes: facet], of: facet)
    }
    for facet in FacetDefinition.counts.map(\.name) {
      given[counts: facet] = Facets.effective(facets[counts: facet])
    }
    return given
  }

  /// Measures some documents of a file under a separate name.
  private mutating func measure(_ found: Found, set: String, onlyCertain: Bool = false) {
    func certain(_ facet: String) -> Found {
      onlyCertain ? found.filter { !$0.0.uncertain.contains(facet) } : found
    }
    let kept = misses
    sampleSize(certain("sample_size"), set: set)
    includedStudies(certain("sample_size"), set: set)
    if found.contains(where: { $0.0.labels.randomised != nil }) { randomised(found, set: set) }
    coded(set: set, certain)
    // Each miss is listed once, with all documents of its file.
    if set.contains(",") { misses = kept }
  }

  /// Counts how often each code was returned, and keeps the confidence of each value.
  private mutating func count(_ found: Found, heldOut: Set<String>) {
    for (gold, facets) in found {
      for facet in FacetDefinition.codes.map(\.name) {
        guard let labels = gold.labels.codes[facet] else { continue }
        let isCertain = !gold.uncertain.contains(facet.rawValue)
        for value in facets[codes: facet] {
          let isRight = labels.contains(value.value)
          let place =
            codes.firstIndex { $0.facet == facet.rawValue && $0.code == value.value }
            ?? codes.endIndex
          if place == codes.endIndex {
            codes.append(CodeCount(facet: facet.rawValue, code: value.value))
          }
          codes[place].given += 1
          codes[place].wrong += isRight ? 0 : 1
          codes[place].givenCertain += isCertain ? 1 : 0
          codes[place].wrongCertain += isCertain && !isRight ? 1 : 0
          if let confidence = value.confidence {
            confidences.append((heldOut.contains(gold.id), confidence, isRight))
          }
        }
      }
      if let sizes = gold.labels.counts[.sampleSize], let value = facets.sampleSize.first,
        let confidence = value.confidence
      {
        confidences.append((heldOut.contains(gold.id), confidence, sizes.contains(value.value)))
      }
    }
  }
}
