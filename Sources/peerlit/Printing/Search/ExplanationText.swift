import Answers

/// The parts of a score and the evidence for facets, as text.
struct ExplanationText {
  var style: TextStyle
  var indent = ""

  func text(_ explanation: Explanation, _ score: Double) -> String {
    let width = explanation.parts.map { Decimals.two($0.score).count }.max() ?? 0
    var lines = [
      Paragraph("Score \(Decimals.two(score)) is the sum of:").lines(style, indent: indent)
    ]
    for part in explanation.parts {
      let score = Decimals.two(part.score)
      let padding = String(repeating: " ", count: width - score.count)
      lines.append(
        Paragraph(Self.words(part)).lines(
          style, indent: indent + String(repeating: " ", count: width + 4),
          first: indent + "  " + padding + score + "  "))
    }
    lines.append(Paragraph(explanation.formula).lines(style, indent: indent, role: .quiet))
    let facets = FacetEvidenceText(style: style, indent: indent).text(explanation.facets)
    if !facets.isEmpty { lines.append(facets) }
    return lines.joined(separator: "\n")
  }

  private static func words(_ part: Explanation.Part) -> String {
    var words = part.term
    if let idf = part.idf, let impact = part.impact {
      words += ": idf \(Decimals.two(idf)) × impact \(Decimals.two(impact))"
    }
    if let found = part.found, let all = part.of {
      words += ", in \(Decimals.whole(found)) of \(Decimals.whole(all))"
    }
    return part.note.isEmpty ? words : "\(words); \(part.note)"
  }
}
