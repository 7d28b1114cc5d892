import Answers
import Literature

/// A hit as text: its title, a line about the document, and the sentences around the best matches.
struct HitText {
  var style: TextStyle
  /// The number of digits of the largest rank.
  var rankDigits: Int
  /// Whether to print whole passages and all metadata of the document.
  var isFull = false

  /// The approximate number of lines of a snippet.
  private static let snippetLines = 2

  func text(_ hit: Hit) -> String {
    var lines = title(hit) + (isFull ? details(hit) : [summary(hit.document)])
    for match in hit.matchedFields ?? [] {
      let line = "\(match.field.label): \(match.text)"
      lines.append(Paragraph(line).lines(style, indent: indent, limit: isFull ? nil : 1))
    }
    let more = hit.moreInDocument - hit.morePassages.count
    let rest = more > 0 ? "\(NumberText.counted(more, "more passage")) in this document" : ""
    if isFull {
      for passage in [hit.passage] + hit.morePassages { lines += whole(passage) }
      if !rest.isEmpty {
        lines.append(Paragraph(rest + ".").lines(style, indent: indent, role: .quiet))
      }
    } else {
      let last = hit.morePassages.last ?? hit.passage
      for passage in ([hit.passage] + hit.morePassages).dropLast() {
        lines.append(snippet(passage))
      }
      lines.append(snippet(last, then: rest))
    }
    if let explanation = hit.explanation {
      lines.append(ExplanationText(style: style, indent: indent).text(explanation, hit.score))
    }
    return lines.joinedNonEmpty(separator: "\n")
  }

  private var indent: String { String(repeating: " ", count: rankDigits + 2) }

  private func title(_ hit: Hit) -> [String] {
    let number = DisplayWidth.padded(String(hit.rank), to: rankDigits, isRight: true) + ". "
    return [
      Paragraph(
        hit.document.titleOrID,
        marks: hit.document.title.isEmpty ? [] : hit.passage.highlights(in: .title)
      ).lines(
        style, indent: indent, first: number, role: .title, limit: isFull ? nil : 1)
    ]
  }

  /// The document in one line.
  private func summary(_ document: HitDocument) -> String {
    let names = DocumentLine.authors(document.authors, most: 1)
    let parts = [
      "[\(document.id)]" + (names.isEmpty ? "" : " " + names),
      document.year.map(String.init) ?? "", DocumentLine.facets(document), document.venue ?? "",
    ]
    let line = parts.joinedNonEmpty(separator: " · ")
    return Paragraph(line).lines(style, indent: indent, role: .quiet, limit: 1)
  }

  /// All metadata of the document.
  private func details(_ hit: Hit) -> [String] {
    let document = hit.document
    return [
      DocumentLine.source(document), DocumentLine.facets(document),
      "[\(document.id)] score \(NumberText.fixed(hit.score, 2))",
    ].filter { !$0.isEmpty }.map { Paragraph($0).lines(style, indent: indent, role: .quiet) }
  }

  /// The sentences around the best matches, after the heading of their section.
  private func snippet(_ passage: HitPassage, then rest: String = "") -> String {
    let room = max(20, style.width - indent.count) * Self.snippetLines
    let heading = heading(passage, longest: room / 2)
    let end = rest.isEmpty ? "" : " (\(rest))"
    // Lines are not filled completely, and ellipses take space.
    let used = heading.text.unicodeScalars.count + end.count + 6
    let snippet = Snippet(passage, limit: max(min(100, room), room - used))
    let shift = heading.text.unicodeScalars.count
    return Paragraph(
      heading.text + snippet.text + end,
      marks: heading.marks + snippet.matches.map { $0.shifted(by: shift) }
    ).lines(style, indent: indent)
  }

  /// "§ Results, page 3: " with its matches; empty without a heading.
  private func heading(
    _ passage: HitPassage, longest: Int
  ) -> (text: String, marks: [Range<Int>]) {
    if passage.section.isEmpty { return ("", []) }
    let page = passage.page.map { ", page \($0)" } ?? ""
    var section = passage.section[...]
    while let last = section.last, last == ":" || last.isWhitespace { section.removeLast() }
    let name = DisplayWidth.truncated(String(section), to: longest)
    let sign = name.last == "?" || name.last == "…" ? " " : ": "
    let length = name.unicodeScalars.count
    return (
      "§ \(name)\(page)\(page.isEmpty ? sign : ": ")",
      passage.highlights(in: .section).compactMap { mark in
        let inside = mark.clamped(to: 0..<length)
        return inside.isEmpty ? nil : inside.shifted(by: 2)
      }
    )
  }

  /// A whole passage below its heading.
  private func whole(_ passage: HitPassage) -> [String] {
    var lines: [String] = []
    if !passage.section.isEmpty {
      let page = passage.page.map { ", page \($0)" } ?? ""
      lines.append(
        Paragraph(
          "§ " + passage.section + page,
          marks: passage.highlights(in: .section).map { $0.shifted(by: 2) }
        )
        .lines(style, indent: indent))
    }
    lines.append(
      Paragraph(passage.text, marks: passage.highlights(in: .text)).lines(
        style, indent: indent + "  "))
    return lines
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
