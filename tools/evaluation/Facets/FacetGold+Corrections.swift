import Appraisal
import Foundation
import Literature
import Retrieval

extension FacetGold {
  /// The documents of an index that a table of corrections labels (``CorrectionFile``).
  ///
  /// A facet that is empty in the table was not labelled. Changes with `+` and `-` are applied to
  /// the values that the appraiser finds. The documents have the values from their sources, but no
  /// values that a person entered.
  ///
  /// - Throws: if the table can't be read or names a document that the index does not have.
  package static func read(corrections file: URL, index path: String) throws -> [FacetGold] {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let index = try Index(path: path)
    let appraiser = Appraiser()
    let corrections = try CorrectionFile.read(text, path: file.path)
    return try corrections.enumerated().map { place, correction in
      guard var document = try index.document(correction.id), correction.concerns(document) else {
        throw EvaluationError.unknownDocument(correction.id, index: path)
      }
      document.facets = uncurated(document.facets.stated)
      let found = appraiser.appraise(document)
      var labels = Labels()
      // Neither a correction that was taken back nor the one that takes it back labels anything.
      let later = corrections[place...].filter { $0.id == correction.id }
      let ended = Set(
        later.flatMap { $0.changes.filter { $0.value.isAutomatic }.map { $0.key } })
      for (facet, change) in correction.changes where !ended.contains(facet) {
        switch facet.definition.kind {
        case .codes: labels.codes[facet] = change.applied(to: found.effective(codes: facet))
        case .count:
          let number = found.effective(count: facet).map { [String($0)] } ?? []
          labels.counts[facet] = change.applied(to: number).compactMap { Int($0) }
        case .year: continue
        }
      }
      return FacetGold(id: document.id, document: document, labels: labels)
    }
  }

  private static func uncurated(_ facets: Facets) -> Facets {
    var facets = facets
    facets.statedNone = []
    for facet in FacetDefinition.codes.map(\.name) {
      facets[codes: facet].removeAll { $0.origin == .curated }
    }
    for facet in FacetDefinition.counts.map(\.name) {
      facets[counts: facet].removeAll { $0.origin == .curated }
    }
    return facets
  }
}
