import Literature

/// A document as text: its record, its facets with their evidence, and its text.
package struct DocumentText {
  private let style: TextStyle

  /// Creates a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a final line feed.
  package func text(_ document: Document) -> String {
    var blocks = [
      Paragraph(document.titleOrID).lines(style, role: .title)
        + "\n" + record(document).joined(separator: "\n")
    ]
    let facets = FacetEvidenceText(style: style).text(document.facets)
    if !facets.isEmpty { blocks.append(facets) }
    blocks += body(document)
    return blocks.joined(separator: "\n\n")
  }

  private func record(_ document: Document) -> [String] {
    let names = document.identifiers.map { "\($0.scheme.rawValue) \($0.value)" }
    func location(_ source: Source) -> String {
      // The key of a document that is a member of an archive is the name of the member.
      let member = source.key == document.id ? nil : source.key
      let place =
        source.line.map { "line \($0)" } ?? source.number.map { "record \($0)" } ?? member
      return source.path + (place.map { ", \($0)" } ?? "")
    }
    let imprint = document.imprint
    let editors = imprint.editors == document.authors ? [] : imprint.editors
    let role = editors.isEmpty && !imprint.editors.isEmpty ? "Editors" : "Authors"
    let others = document.otherSources.map { ("Also in", location($0), MetadataField?.none) }
    let rows: [(String, String, MetadataField?)] = [
      ("ID", document.id, nil),
      (role, document.authors.joined(separator: "; "), .authors),
      ("Editors", editors.joined(separator: "; "), nil),
      ("Year", document.year.map(String.init) ?? "", .year),
      ("Venue", document.venue ?? "", .venue),
      ("Conference", imprint.conference ?? "", nil),
      ("Series", imprint.series ?? "", nil),
      ("Series eds.", imprint.seriesEditors.joined(separator: "; "), nil),
      ("Volume", imprint.volume ?? "", nil),
      ("Issue", imprint.issue ?? "", nil),
      ("Pages", imprint.pages ?? "", nil),
      ("Edition", imprint.edition ?? "", nil),
      ("Publisher", imprint.publisher ?? "", nil),
      ("Place", imprint.place ?? "", nil),
      ("Type", document.type ?? "", .type),
      ("Language", document.language ?? "", .language),
      ("Identifiers", names.joined(separator: ", "), .identifiers),
      ("URL", document.url ?? "", .url),
      ("Accessed", imprint.accessed ?? "", nil),
      ("Keywords", document.keywords.joined(separator: "; "), .keywords),
      ("Notes", imprint.notes.joined(separator: "; "), nil),
      ("Source", location(document.source), nil),
    ]
    return (rows + others).filter { !$0.1.isEmpty }.map { name, value, field in
      let origin = field.flatMap { document.origins[$0] }.map { " (\($0.rawValue))" } ?? ""
      let head = DisplayWidth.padded(name, to: 13)
      // Ids and paths can be copied, so their spaces and their length stay.
      if ["ID", "Source", "Also in"].contains(name) {
        return style.paint(head, .quiet) + TerminalText.escaped(value)
      }
      return Paragraph(value + origin).lines(
        style, indent: String(repeating: " ", count: 13), first: style.paint(head, .quiet))
    }
  }

  /// The text by sections, and any text between them.
  private func body(_ document: Document) -> [String] {
    let bytes = Array(document.text.utf8)
    let layout = TextLayout(document.text)
    var offset = 0
    var blocks: [String] = []
    func add(_ range: Range<Int>, heading: String) {
      let text = String(decoding: bytes[range], as: UTF8.self)
      let paragraphs = layout.paragraphs(of: text).map { lines in
        lines.map { Paragraph($0).lines(style) }.joined(separator: "\n")
      }
      if !heading.isEmpty { blocks.append(Paragraph(heading).lines(style, role: .title)) }
      blocks += paragraphs
    }
    for section in document.sections
    where section.bytes.lowerBound >= offset && section.bytes.upperBound <= bytes.count {
      let between = String(decoding: bytes[offset..<section.bytes.lowerBound], as: UTF8.self)
      if Section.isHeading(between, section.heading) {
        add(section.bytes, heading: section.heading)
      } else {
        add(offset..<section.bytes.lowerBound, heading: "")
        let isShown = between.contains(section.heading)
        add(section.bytes, heading: isShown ? "" : section.heading)
      }
      offset = section.bytes.upperBound
    }
    add(offset..<bytes.count, heading: "")
    return blocks
  }
}
