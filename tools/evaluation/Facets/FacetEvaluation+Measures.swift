import Appraisal
import Literature

/// Compares the values of each facet with the labels.
extension FacetEvaluation {
  mutating func sampleSize(_ found: Found, set: String) {
    let labelled = found.filter { $0.0.labels.counts[.sampleSize] != nil }
    guard !labelled.isEmpty else { return }
    var stated = ShareTally()
    var given = ShareTally()
    var exact = ShareTally()
    for (gold, facets) in labelled {
      let acceptable = gold.labels.counts[.sampleSize] ?? []
      let best = Facets.effective(facets.sampleSize).first
      let right = best.map { acceptable.contains($0.value) } ?? false
      if !acceptable.isEmpty { stated.add(right) }
      if best != nil { given.add(right) }
      let isExact = best == nil ? acceptable.isEmpty : right
      exact.add(isExact)
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
    let stating = labelled.filter { !($0.0.labels.counts[.sampleSize] ?? []).isEmpty }
    add(
      set, "sample size coverage",
      ShareTally(right: stating.count { !$0.1.sampleSize.isEmpty }, all: stating.count))
  }

  mutating func includedStudies(_ found: Found, set: String) {
    let labelled = found.filter { $0.0.labels.counts[.includedStudies] != nil }
    guard !labelled.isEmpty else { return }
    var included = ShareTally()
    for (gold, facets) in labelled {
      let best = Facets.effective(facets.includedStudies).first
      let label = gold.labels.counts[.includedStudies]?.first
      included.add(best?.value == label)
      guard best?.value != label else { continue }
      misses.append(
        Miss(
          set: set, id: gold.id, facet: "included_studies",
          gold: label.map { "\($0)" } ?? "none",
          found: best.map { "\($0.value)" } ?? "none",
          evidence: best.map { Self.quote($0.evidence) } ?? ""))
    }
    add(set, "included studies exact", included)
  }

  private mutating func add(_ set: String, _ name: String, _ tally: ShareTally) {
    figures.append(Figure(set: set, name: name, value: tally.share, detail: tally.detail))
  }

  private static func quote(_ evidence: [Evidence]) -> String {
    evidence.map { "\"\($0.text)\" (\($0.rule))" }.joined(separator: ", ")
  }

  mutating func randomised(_ found: Found, set: String) {
    var counts = FacetTally()
    for (gold, facets) in found {
      guard let label = gold.labels.randomised else { continue }
      let value = facets.method.first { $0.value == "randomised-trial" }
      counts.parts.append(Self.part(gold: label ? [""] : [], found: value != nil ? [""] : []))
      if label != (value != nil) {
        misses.append(
          Miss(
            set: set, id: gold.id, facet: "randomised", gold: "\(label)",
            found: "\(value != nil)", evidence: value.map { Self.quote($0.evidence) } ?? ""))
      }
    }
    add(set, "randomised", counts)
  }

  private static func part(gold: Set<String>, found: Set<String>) -> FacetTally.Part {
    FacetTally.Part(
      right: gold.intersection(found).count, extra: found.subtracting(gold).count,
      missing: gold.subtracting(found).count)
  }

  private mutating func add(_ set: String, _ name: String, _ counts: FacetTally) {
    let sum = counts.sum
    let (low, high) = counts.interval(FacetTally.f1)
    let detail =
      "\(sum.right) right, \(sum.extra) too many, \(sum.missing) missing; "
      + "95 % from \(low.fixed(2)) to \(high.fixed(2))"
    figures += [
      Figure(set: set, name: "\(name) F1", value: FacetTally.f1(sum), detail: detail),
      Figure(set: set, name: "\(name) precision", value: FacetTally.precision(sum), detail: ""),
      Figure(set: set, name: "\(name) recall", value: FacetTally.recall(sum), detail: ""),
    ]
  }

  mutating func coded(set: String, _ certain: (String) -> Found) {
    for facet in FacetDefinition.codes.map(\.name) {
      var counts = FacetTally()
      for (gold, facets) in certain(facet.rawValue) {
        guard let expected = gold.labels.codes[facet] else { continue }
        let values = facets[codes: facet]
        let codes = Set(values.map(\.value))
        let wanted = Set(expected)
        counts.parts.append(Self.part(gold: wanted, found: codes))
        guard codes != wanted else { continue }
        let extra = values.filter { !wanted.contains($0.value) }
        misses.append(
          Miss(
            set: set, id: gold.id, facet: facet.rawValue, gold: "\(wanted.sorted())",
            found: "\(codes.sorted())",
            evidence: extra.map { "\($0.value): \(Self.quote($0.evidence))" }
              .joined(separator: "; ")))
      }
      if !counts.parts.isEmpty { add(set, facet.rawValue, counts) }
      let coded = certain(facet.rawValue).filter { !($0.0.labels.codes[facet] ?? []).isEmpty }
      guard !coded.isEmpty else { continue }
      add(
        set, "\(facet.rawValue) coverage",
        ShareTally(right: coded.count { !$0.1[codes: facet].isEmpty }, all: coded.count))
    }
  }
}
