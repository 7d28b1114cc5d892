import Literature

/// PowerPoint presentations (Office Open XML, ECMA-376, part 1, section 19): one section per slide,
/// with its notes.
package struct PPTXReader: PackedTextReader {
  package static let format = "PPTX"
  package static let isPacked = true

  package static func recognises(_ head: FileHead) -> Bool {
    head.isZip(with: "ppt/slides")
      || head.name.extension == "pptx" && head.isZip(with: "[Content_Types]")
  }

  static func isWanted(_ member: String) -> Bool {
    member == "docProps/core.xml" || member == "ppt/presentation.xml"
      || ["ppt/slides/", "ppt/notesSlides/", "ppt/_rels/"].contains { member.hasPrefix($0) }
        && (member.hasSuffix(".xml") || member.hasSuffix(".rels"))
  }

  package init() {}

  func reference(
    _ members: PackedText, _ problems: inout [String]
  ) throws(ReadError) -> BibliographicRecord {
    var reference = BibliographicRecord()
    try OfficeProperties(members).describe(&reference)
    let targets = try OfficeRelations(members, of: "ppt/presentation.xml")
    let slides = try members.xml("ppt/presentation.xml") { presentation in
      (presentation.child("sldIdLst")?.children("sldId") ?? []).compactMap { slide in
        targets[slide.relation]
      }
    }
    guard let slides else { throw .damaged("ppt/presentation.xml is missing") }
    var builder = TextBuilder()
    var read = Set<String>()
    for (index, slide) in slides.enumerated() where read.insert(slide).inserted {
      if try !add(slide, number: index + 1, members, &builder, &reference) {
        problems.append("lacks slide \(index + 1)")
      }
    }
    (reference.abstract, reference.sections) = builder.finish()
    return reference
  }

  /// - Returns: false if the slide is missing.
  private func add(
    _ slide: String, number: Int, _ members: PackedText, _ builder: inout TextBuilder,
    _ reference: inout BibliographicRecord
  ) throws(ReadError) -> Bool {
    let content = try members.xml(slide) { SlideContent($0) }
    guard let content else { return false }
    if number == 1, !content.title.isEmpty, reference.title.split(separator: " ").count < 3 {
      reference.title = content.title
    }
    let notes = try OfficeRelations(members, of: slide).first(ofType: "notesSlide")
    let spoken = try notes.flatMap { (name) throws(ReadError) in
      try members.xml(name) { SlideContent($0) }
    }
    let paragraphs = content.paragraphs + (spoken?.paragraphs ?? [])
    if paragraphs.isEmpty, content.title != reference.title {
      // A slide with only a title would be in no section.
      builder.section("", .body, page: number)
      builder.paragraph(content.title)
      return true
    }
    builder.section(
      content.title, SectionLabels.kind(of: content.title) ?? .body, page: number, level: 1)
    for paragraph in paragraphs { builder.paragraph(paragraph) }
    return true
  }
}

/// The text of a slide.
private struct SlideContent {
  private(set) var title = ""
  /// Paragraphs and rows of tables.
  private(set) var paragraphs: [String] = []

  init(_ slide: XMLElement) {
    if let tree = slide.child("cSld", "spTree") { add(tree) }
  }

  private mutating func add(_ group: XMLElement) {
    for shape in group.children {
      if shape.isNamed("grpSp") {
        add(shape)
      } else if shape.isNamed("graphicFrame") {
        for row in shape.descendants("tr") {
          let cells = row.children("tc").map { $0.text() }
          add(paragraph: TextBuilder.row(cells))
        }
      } else if shape.isNamed("sp") {
        add(shape: shape)
      }
    }
  }

  private mutating func add(shape: XMLElement) {
    let kind = shape.child("nvSpPr", "nvPr", "ph")?.attribute("type")
    // Slide numbers, dates and footers are not text.
    if let kind, ["sldNum", "dt", "ftr", "hdr", "sldImg"].contains(kind) { return }
    let texts = (shape.child("txBody")?.children("p") ?? []).map { $0.text() }
    if kind == "title" || kind == "ctrTitle", title.isEmpty {
      title = texts.joinedNonEmpty(separator: " ")
    } else {
      for text in texts { add(paragraph: text) }
    }
  }

  private mutating func add(paragraph: String) {
    if !paragraph.isEmpty { paragraphs.append(paragraph) }
  }
}

extension XMLElement {
  /// The ID of the relation that an element refers to: `r:id`, as distinct from its own `id`.
  fileprivate var relation: String? { attribute("id", inNamespace: "r") }
}
