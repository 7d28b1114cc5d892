import Answers

/// The parts of a score and the evidence for facets, as text.
struct ExplanationText {
  var style: TextStyle
  var indent = ""

  func text(_ explanation: Explanation, _ score: Double) -> String {
    let width = explanation.parts.map { NumberText.fixed($0.score, 2).count }.max() ?? 0
    var lines = [
      Paragraph("Score \(NumberText.fixed(score, 2)) is the sum of:").lines(style, indent: indent)
    ]
    for part in explanation.parts {
      let score = DisplayWidth.padded(NumberText.fixed(part.score, 2), to: width, isRight: true)
      lines.append(
        Paragraph(Self.words(part)).lines(
          style, indent: indent + String(repeating: " ", count: width + 4),
          first: indent + "  " + score + "  "))
    }
    let facets = FacetEvidenceText(style: style, indent: indent).text(explanation.facets.facets)
    if !facets.isEmpty { lines.append(facets) }
    return lines.joined(separator: "\n")
  }

  private static func words(_ part: Explanation.Part) -> String {
    var words = part.term
    if let idf = part.idf, let impact = part.impact {
      words += ": idf \(NumberText.fixed(idf, 2)) × impact \(NumberText.fixed(impact, 2))"
    }
    if let found = part.found, let all = part.of {
      words += ", in \(NumberText.whole(found)) of \(NumberText.whole(all))"
    }
    if part.note.isEmpty { return words }
    return words == part.term ? "\(words), \(part.note)" : "\(words); \(part.note)"
  }
}
