import Appraisal
import Foundation
import Literature

/// Evaluates appraisal on a folder of labelled documents.
///
/// The folder contains any of `sample-size-*.jsonl` (total number of participants), `design-*.jsonl`
/// (randomised or not) and `facets-*.jsonl` (all facets), with one document per line
/// (``FacetGold``).
package struct FacetEvaluation: Sendable {
  /// One result.
  package struct Figure: Sendable, Equatable {
    /// The file.
    package var set: String
    /// What is measured ("condition F1").
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
    /// The evidence.
    package var evidence: String
  }

  /// The results in order.
  package private(set) var figures: [Figure] = []
  /// The documents with errors.
  package private(set) var misses: [Miss] = []

  /// Appraises every document of the labelled files in a folder.
  ///
  /// - Throws: if a file can't be read or a line is not a labelled document.
  package init(folder: URL) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var verbatim = Tally()
    for name in names where name.hasSuffix(".jsonl") {
      guard let gold = try FacetGold.read(folder.appending(path: name)) else { continue }
      let appraiser = Appraiser()
      let found = gold.map { ($0, appraiser.appraise($0.document)) }
      for (gold, facets) in found { verbatim.add(Self.evidence(gold.document, facets)) }
      let set = String(name.dropLast(6))
      sampleSize(found, set: set)
      if found.contains(where: { $0.0.labels.randomised != nil }) { randomised(found, set: set) }
      coded(found, set: set)
    }
    figures.append(
      Figure(
        set: "all", name: "evidence verbatim", value: verbatim.share, detail: verbatim.detail))
  }

  /// The results as a table.
  package var text: String {
    var table = TextTable(["set", "measure", "value", "counts"])
    table.rows = figures.map { [$0.set, $0.name, $0.value.fixed(4), $0.detail] }
    return table.text
  }

  /// The errors as lines.
  package var wrong: String {
    misses.map {
      "\($0.set) \($0.id) \($0.facet): gold \($0.gold), found \($0.found)\n    \($0.evidence)"
    }.joined(separator: "\n")
  }

  private struct Tally {
    var right = 0
    var all = 0
    var share: Double { all == 0 ? 1 : Double(right) / Double(all) }
    var detail: String { "\(right) of \(all)" }
    mutating func add(_ other: (right: Int, all: Int)) {
      right += other.right
      all += other.all
    }
  }

  /// The number of pieces of evidence that occur verbatim in the document.
  private static func evidence(_ document: Document, _ facets: Facets) -> (right: Int, all: Int) {
    let title = Array(document.title.unicodeScalars)
    let text = Array(document.text.unicodeScalars)
    var evidence = (facets.method + facets.setting + facets.condition).flatMap(\.evidence)
    evidence += (facets.sampleSize + facets.includedStudies).flatMap(\.evidence)
    let values = facets.method.count + facets.setting.count + facets.condition.count
    let numbers = facets.sampleSize.count + facets.includedStudies.count
    let right = evidence.count { piece in
      let field = piece.field == .title ? title : text
      guard piece.start >= 0, piece.start < piece.end, piece.end <= field.count else {
        return false
      }
      return field[piece.start..<piece.end].elementsEqual(piece.text.unicodeScalars)
    }
    return (right, max(evidence.count, values + numbers))
  }

  private mutating func sampleSize(_ found: [(FacetGold, Facets)], set: String) {
    let labelled = found.filter { $0.0.labels.sampleSize != nil }
    guard !labelled.isEmpty else { return }
    var stated = Tally()
    var given = Tally()
    var exact = Tally()
    for (gold, facets) in labelled {
      let acceptable = gold.labels.sampleSize ?? []
      let best = Facets.effective(facets.sampleSize).first
      let right = best.map { acceptable.contains($0.value) } ?? false
      if !acceptable.isEmpty { stated.add((right ? 1 : 0, 1)) }
      if best != nil { given.add((right ? 1 : 0, 1)) }
      let isExact = best == nil ? acceptable.isEmpty : right
      exact.add((isExact ? 1 : 0, 1))
      if !isExact {
        misses.append(
          Miss(
            set: set, id: gold.id, facet: "sample_size", gold: "\(acceptable)",
            found: best.map { "\($0.value)" } ?? "none",
            evidence: best.map { Self.quote($0.evidence) } ?? ""))
      }
    }
    add(set, "sample size right where stated", stated)
    add(set, "sample size values right", given)
    add(set, "sample size exact", exact)
    let studies = found.filter { $0.0.labels.method != nil }
    guard !studies.isEmpty else { return }
    var included = Tally()
    for (gold, facets) in studies {
      let best = Facets.effective(facets.includedStudies).first
      included.add((best?.value == gold.labels.includedStudies ? 1 : 0, 1))
      guard best?.value != gold.labels.includedStudies else { continue }
      misses.append(
        Miss(
          set: set, id: gold.id, facet: "included_studies",
          gold: gold.labels.includedStudies.map { "\($0)" } ?? "none",
          found: best.map { "\($0.value)" } ?? "none",
          evidence: best.map { Self.quote($0.evidence) } ?? ""))
    }
    add(set, "included studies exact", included)
  }

  private mutating func add(_ set: String, _ name: String, _ tally: Tally) {
    figures.append(Figure(set: set, name: name, value: tally.share, detail: tally.detail))
  }

  private static func quote(_ evidence: [Evidence]) -> String {
    evidence.map { "\"\($0.text)\" (\($0.rule))" }.joined(separator: ", ")
  }

  private mutating func randomised(_ found: [(FacetGold, Facets)], set: String) {
    var counts = Confusion()
    for (gold, facets) in found {
      guard let label = gold.labels.randomised else { continue }
      let value = facets.method.first { $0.value == "randomised-trial" }
      counts.add(gold: label, found: value != nil)
      if label != (value != nil) {
        misses.append(
          Miss(
            set: set, id: gold.id, facet: "randomised", gold: "\(label)",
            found: "\(value != nil)", evidence: value.map { Self.quote($0.evidence) } ?? ""))
      }
    }
    add(set, "randomised", counts)
  }

  private struct Confusion {
    var right = 0
    var extra = 0
    var missing = 0
    var precision: Double { right == 0 ? 0 : Double(right) / Double(right + extra) }
    var recall: Double { right == 0 ? 0 : Double(right) / Double(right + missing) }
    var f1: Double {
      right == 0 ? 0 : 2 * Double(right) / Double(2 * right + extra + missing)
    }
    mutating func add(gold: Bool, found: Bool) {
      if gold, found { right += 1 }
      if found, !gold { extra += 1 }
      if gold, !found { missing += 1 }
    }
  }

  private mutating func add(_ set: String, _ name: String, _ counts: Confusion) {
    let detail = "\(counts.right) correct, \(counts.extra) wrong, \(counts.missing) missing"
    figures += [
      Figure(set: set, name: "\(name) F1", value: counts.f1, detail: detail),
      Figure(set: set, name: "\(name) precision", value: counts.precision, detail: ""),
      Figure(set: set, name: "\(name) recall", value: counts.recall, detail: ""),
    ]
  }

  private mutating func coded(_ found: [(FacetGold, Facets)], set: String) {
    let facets: [(FacetName, KeyPath<FacetGold.Labels, [String]?>)] = [
      (.method, \.method), (.condition, \.condition), (.setting, \.setting),
    ]
    for (facet, labels) in facets {
      var counts = Confusion()
      var isLabelled = false
      for (gold, facets) in found {
        guard let expected = gold.labels[keyPath: labels] else { continue }
        isLabelled = true
        let values =
          switch facet {
          case .method: facets.method
          case .setting: facets.setting
          default: facets.condition
          }
        let codes = Set(values.map(\.value))
        let wanted = Set(expected)
        for code in codes.union(wanted) {
          counts.add(gold: wanted.contains(code), found: codes.contains(code))
        }
        guard codes != wanted else { continue }
        let extra = values.filter { !wanted.contains($0.value) }
        misses.append(
          Miss(
            set: set, id: gold.id, facet: facet.rawValue, gold: "\(wanted.sorted())",
            found: "\(codes.sorted())",
            evidence: extra.map { "\($0.value): \(Self.quote($0.evidence))" }
              .joined(separator: "; ")))
      }
      if isLabelled { add(set, facet.rawValue, counts) }
    }
  }
}
