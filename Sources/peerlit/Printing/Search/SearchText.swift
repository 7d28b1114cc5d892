import Answers
import Retrieval

/// An answer for people: hits with their passages, what matches in all, and notes.
struct SearchText: SearchPrinter {
  var style = TextStyle()
  var isBatch = false
  var hasNotes: Bool { true }

  func text(_ response: SearchResponse) throws -> String? {
    var blocks: [String] = []
    if isBatch {
      let id = response.query.id.map { "\($0): " } ?? ""
      blocks.append(
        Paragraph("== \(id)\(response.query.text)").lines(style, role: .title))
    }
    let places = String((response.hits.last?.rank ?? 1)).count
    blocks += response.hits.map { HitText(style: style, places: places).text($0) }
    if !response.facets.isEmpty {
      blocks.append(FacetText(style: style).text(response.facets))
    }
    blocks.append(summary(response))
    return blocks.joined(separator: "\n\n")
  }

  /// The first of many words: feedback adds dozens, and JSON has them all.
  private static func some(_ words: [String]) -> String {
    let shown = words.prefix(8).joined(separator: ", ")
    return words.count > 8 ? "\(shown) and \(words.count - 8) more" : shown
  }

  private func summary(_ response: SearchResponse) -> String {
    let total = response.total
    let took = Duration.microseconds(response.tookUs).brief
    let more = total.exact ? "" : "more than "
    var lines = [
      total.documents == 0
        ? "Nothing found (\(took))."
        : "\(more.capitalizedFirst)\(Counted.of(total.passages, "passage")) in "
          + "\(more)\(Counted.of(total.documents, "document")) (\(took))."
    ]
    if total.documents > 0, response.hits.isEmpty {
      lines[0] += " None is shown at this offset and limit."
    }
    for expansion in response.query.expansions {
      lines.append(
        "“\(expansion.term)” also finds \(Self.some(expansion.added))"
          + " (\(expansion.why); --exact switches this off).")
    }
    lines += response.query.notes.map { "Note: \($0)" }
    return lines.enumerated().map { index, line in
      let isNote = index > 0
      return Paragraph(line).lines(
        style, indent: isNote ? "  " : "", first: "", role: isNote ? .warning : .quiet)
    }.joined(separator: "\n")
  }
}

/// One hit for people.
struct HitText {
  var style: TextStyle
  /// Digits of the largest rank.
  var places: Int

  func text(_ hit: Hit) -> String {
    let document = hit.document
    let indent = String(repeating: " ", count: places + 2)
    let number = String(repeating: " ", count: places - String(hit.rank).count) + "\(hit.rank). "
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
      Paragraph("[\(document.id)] score \(Decimals.two(hit.score))").lines(
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
      let count = Counted.of(hit.moreInDocument, "more passage")
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
