import Appraisal
import Foundation
import Literature

/// The candidates that the appraiser considers in labelled documents, for the training scripts in
/// `tools/appraisal`.
///
/// One line per candidate: `sample` or the facet, the document's id, the number or code, the labels
/// separated by commas, the features as `name:value` separated by spaces, and the text. A document
/// without candidates has a line with `-`.
package enum FacetCandidates {
  /// The lines of every labelled file in a folder.
  ///
  /// - Throws: if a file can't be read or a line is not a labelled document.
  package static func text(folder: URL) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var lines: [String] = []
    for name in names where name.hasSuffix(".jsonl") {
      let appraiser = Appraiser()
      for gold in try FacetGold.read(folder.appending(path: name)) ?? [] {
        if let sizes = gold.labels.sampleSize {
          let found = appraiser.counts(of: gold.document)
          lines += Self.lines(
            "sample", gold.id, sizes.map { "\($0)" },
            found.map { ("\($0.value)", $0.features, $0.text) })
        }
        for (facet, labels) in [
          (FacetName.setting, gold.labels.setting), (.condition, gold.labels.condition),
        ] {
          guard let labels else { continue }
          let found = appraiser.codes(of: gold.document, facet: facet)
          lines += Self.lines(
            facet.rawValue, gold.id, labels, found.map { ($0.code, $0.features, "") })
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func lines(
    _ kind: String, _ id: String, _ labels: [String],
    _ found: [(value: String, features: [String: Float], text: String)]
  ) -> [String] {
    let gold = labels.joined(separator: ",")
    guard !found.isEmpty else { return ["\(kind)\t\(id)\t-\t\(gold)\t\t"] }
    return found.map { candidate in
      let features = candidate.features.map { "\($0.key):\($0.value)" }.sorted()
      let words = candidate.text.split { $0.isWhitespace }.joined(separator: " ")
      return [kind, id, candidate.value, gold, features.joined(separator: " "), words]
        .joined(separator: "\t")
    }
  }
}
