import Appraisal
import Foundation
import Literature

/// What the appraiser weighs in labelled documents, as lines for the training scripts of
/// `tools/appraisal`.
///
/// A line for each candidate: `sample` or the facet, the document's id, the number or code, the
/// labels parted by commas, what is told of it as `name:value` parted by spaces, and the words. A
/// document without a candidate has a line with `-` for it.
package enum FacetCandidates {
  /// The lines of every labelled file in a folder.
  ///
  /// - Throws: when a file can't be read or a line of it is no labelled document.
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
