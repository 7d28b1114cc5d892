extension FacetEvaluation {
  /// The results as tables: metrics, precision by code, and reliability of the confidence.
  package var text: String {
    var table = TextTable(["set", "measure", "value", "counts"])
    table.rows = figures.map { [$0.set, $0.name, $0.value.fixed(4), $0.detail] }
    var parts = [table.text]
    if !codes.isEmpty {
      var table = TextTable(["facet", "code", "given", "wrong", "given, certain", "wrong, certain"])
      table.rows = codes.sorted { ($0.facet, $1.given, $0.code) < ($1.facet, $0.given, $1.code) }
        .map {
          [
            $0.facet, $0.code, "\($0.given)", "\($0.wrong)", "\($0.givenCertain)",
            "\($0.wrongCertain)",
          ]
        }
      parts.append(table.text)
    }
    if !confidences.isEmpty { parts.append(reliability.text) }
    return parts.joined(separator: "\n\n")
  }

  /// How often values of each confidence are right, held-out documents first.
  private var reliability: TextTable {
    var table = TextTable(["documents", "confidence", "values", "mean confidence", "right"])
    for (name, chosen) in [
      ("held out", confidences.filter(\.isHeldOut)), ("all", confidences),
    ] where !chosen.isEmpty {
      var error = 0.0
      for low in stride(from: 0.0, to: 0.95, by: 0.1) {
        let inside = chosen.filter {
          $0.confidence >= low && ($0.confidence < low + 0.1 || low > 0.85)
        }
        guard !inside.isEmpty else { continue }
        let count = Double(inside.count)
        let mean = inside.reduce(0) { $0 + $1.confidence } / count
        let right = Double(inside.count { $0.isRight }) / count
        error += count / Double(chosen.count) * abs(mean - right)
        table.rows.append(
          [
            name, "\(low.fixed(1)) to \((low + 0.1).fixed(1))", "\(inside.count)", mean.fixed(2),
            right.fixed(2),
          ])
      }
      table.rows.append(
        [name, "expected calibration error", "\(chosen.count)", error.fixed(3), ""])
    }
    return table
  }

  /// The errors as lines.
  package var wrong: String {
    misses.map {
      "\($0.set) \($0.id) \($0.facet): gold \($0.gold), found \($0.found)\n    \($0.evidence)"
    }.joined(separator: "\n")
  }
}
