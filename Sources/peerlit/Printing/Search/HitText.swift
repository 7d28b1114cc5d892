import Answers

/// A hit as text.
struct HitText {
  var style: TextStyle
  /// Number of digits of the largest rank.
  var rankDigits: Int

  func text(_ hit: Hit) -> String {
    let document = hit.document
    let indent = String(repeating: " ", count: rankDigits + 2)
    let number =
      String(repeating: " ", count: rankDigits - String(hit.rank).count) + "\(hit.rank). "
    func marks(_ field: Highlight.Field) -> [Range<Int>] {
      hit.passage.highlights.filter { $0.field == field }.map { $0.start..<max($0.start, $0.end) }
    }
    var lines = [
      Paragraph(
        document.title.isEmpty ? document.id : document.title,
        marks: document.title.isEmpty ? [] : marks(.title)
      ).lines(style, indent: indent, first: number, role: .title)
    ]
    let details = [DocumentLine.source(document), DocumentLine.facets(document)]
    lines += details.filter { !$0.isEmpty }.map {
      Paragraph($0).lines(style, indent: indent, role: .quiet)
    }
    lines.append(
      Paragraph("[\(document.id)] score \(NumberText.fixed(hit.score, 2))").lines(
        style, indent: indent, role: .quiet))
    if !hit.passage.section.isEmpty {
      let page = hit.passage.page.map { ", page \($0)" } ?? ""
      lines.append(
        Paragraph(
          "§ " + hit.passage.section + page, marks: marks(.section).map { $0.shifted(by: 2) }
        )
        .lines(style, indent: indent))
    }
    lines.append(
      Paragraph(hit.passage.text, marks: marks(.text)).lines(style, indent: indent + "  "))
    if hit.moreInDocument > 0 {
      let count = NumberText.counted(hit.moreInDocument, "more passage")
      lines.append(
        Paragraph("\(count) in this document.").lines(style, indent: indent, role: .quiet))
    }
    if let explanation = hit.explanation {
      lines.append(ExplanationText(style: style, indent: indent).text(explanation, hit.score))
    }
    return lines.joined(separator: "\n")
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
