import Literature

/// OpenDocument texts and presentations (ISO/IEC 26300).
package struct ODTReader: PackedTextReader {
  package static let format = "ODT"
  package static let isPacked = true

  package static func recognises(_ head: FileHead) -> Bool {
    head.isZip(with: "application/vnd.oasis.opendocument.text")
      || head.isZip(with: "application/vnd.oasis.opendocument.presentation")
  }

  static func isWanted(_ member: String) -> Bool {
    ["content.xml", "meta.xml"].contains(member)
  }

  package init() {}

  func reference(
    _ members: PackedText, _ problems: inout [String]
  ) throws(ReadError) -> BibliographicRecord {
    var reference = try Self.properties(members)
    var builder = TextBuilder()
    let body: Void?? = try members.xml("content.xml") { content in
      (content.child("body", "text") ?? content.child("body", "presentation")).map { body in
        if body.isNamed("text") {
          add(body, &builder, &reference)
        } else {
          add(slides: body, &builder, &reference)
        }
      }
    }
    guard body.flatMap(\.self) != nil else {
      throw .damaged("content.xml is missing or invalid")
    }
    (reference.abstract, reference.sections) = builder.finish()
    return reference
  }

  /// The properties of a file.
  static func properties(_ members: PackedText) throws(ReadError) -> BibliographicRecord {
    var reference = BibliographicRecord()
    try members.xml("meta.xml") { root in
      if let meta = root.child("meta") { describe(meta, &reference) }
    }
    return reference
  }

  private static func describe(_ meta: XMLElement, _ reference: inout BibliographicRecord) {
    reference.title = meta.child("title")?.content ?? ""
    let author = meta.child("initial-creator") ?? meta.child("creator")
    reference.authors = NameList.divided(
      OfficeProperties.people(author?.content ?? ""), order: .givenFirst)
    reference.year = StatedYear.ofFile(
      created: meta.child("creation-date")?.content, modified: meta.child("date")?.content)
    reference.keywords = meta.children("keyword").compactMap(\.content)
    reference.language = meta.child("language")?.content
  }

  /// Elements that only enclose others.
  private static let wrappers: [StaticString] = [
    "list", "list-item", "list-header", "numbered-paragraph", "section", "bibliography",
    "index-body", "index-title", "frame", "text-box", "g", "notes", "custom-shape",
  ]

  private func add(
    _ parent: XMLElement, _ builder: inout TextBuilder, _ reference: inout BibliographicRecord
  ) {
    for block in parent.children {
      if block.isNamed("h") {
        let name = Self.text(block)
        let level = block.attribute("outline-level").flatMap { Int($0) } ?? 1
        if !name.isEmpty { builder.heading(name, level: level, title: &reference.title) }
      } else if block.isNamed("p") {
        let text = Self.text(block)
        if block.attribute("style-name") == "Title", !text.isEmpty {
          reference.title = text
        } else {
          builder.paragraph(text)
        }
      } else if block.isNamed("table") {
        builder.table(ODTTable.rows(of: block).map { $0.cells })
      } else if block.isNamed(anyOf: Self.wrappers), block.attribute("class") != "title" {
        add(block, &builder, &reference)
      }
    }
  }

  /// Adds a section for each slide, with its notes.
  private func add(
    slides: XMLElement, _ builder: inout TextBuilder, _ reference: inout BibliographicRecord
  ) {
    for (index, slide) in slides.children("page").enumerated() {
      let heading = slide.children("frame").first { $0.attribute("class") == "title" }
      let title = heading.map(Self.text) ?? ""
      if index == 0, reference.title.isEmpty { reference.title = title }
      builder.section("", .body, page: index + 1)
      builder.paragraph(title == reference.title ? "" : title)
      add(slide, &builder, &reference)
    }
  }

  /// The text of an element without changes that were deleted, comments and marks of notes.
  static func text(_ element: XMLElement) -> String {
    element.text { $0.isNamed(anyOf: ["tracked-changes", "annotation", "note-citation"]) }
  }
}
