/// Word documents (Office Open XML, ECMA-376).
package struct DOCXReader: PackedTextReader {
  package static let format = "DOCX"

  package static func recognises(_ head: FileHead) -> Bool {
    head.isZip(with: "word/")
      || head.name.extension == "docx" && head.isZip(with: "[Content_Types]")
  }

  static func isWanted(_ member: String) -> Bool {
    ["word/document.xml", "word/styles.xml", "docProps/core.xml"].contains(member)
  }

  package init() {}

  func reference(_ members: PackedText) throws(ReadError) -> BibliographicRecord {
    var reference = BibliographicRecord()
    try members.xml("docProps/core.xml") { core in describe(core, &reference) }
    let styles = try members.xml("word/styles.xml") { Self.levels($0) } ?? [:]
    var builder = TextBuilder()
    let body: Void?? = try members.xml("word/document.xml") { document in
      document.child("body").map { body in
        for block in Self.blocks(of: body) { add(block, styles, &builder, &reference) }
      }
    }
    guard body.flatMap(\.self) != nil else {
      throw .damaged("word/document.xml is missing or not a document")
    }
    (reference.abstract, reference.sections) = builder.finish()
    return reference
  }

  private func describe(_ core: XMLElement, _ reference: inout BibliographicRecord) {
    reference.title = core.child("title")?.content ?? ""
    reference.authors = (core.child("creator")?.content ?? "").split(separator: ";")
      .map { $0.trimmed }.filter { !$0.isEmpty }
    reference.year = core.child("created")?.content
      .flatMap { PublicationDate.firstYear(in: $0) }
    reference.keywords = (core.child("keywords")?.content ?? "").split { ";,".contains($0) }
      .map { $0.trimmed }.filter { !$0.isEmpty }
    reference.language = core.child("language")?.content
  }

  /// The outline level of each style: 0 for the title, 1 to 9 for headings.
  private static func levels(_ styles: XMLElement) -> [String: Int] {
    var levels: [String: Int] = [:]
    for style in styles.children("style") {
      guard let id = style.attribute("styleId") else { continue }
      let name = style.child("name")?.attribute("val")?.lowercased() ?? ""
      if name == "title" {
        levels[id] = 0
      } else if let level = style.child("pPr", "outlineLvl")?.attribute("val").flatMap({ Int($0) }),
        level < 9
      {
        levels[id] = level + 1
      } else if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)) {
        levels[id] = level
      }
    }
    return levels
  }

  /// Paragraphs and tables, those in content controls included.
  private static func blocks(of parent: XMLElement) -> [XMLElement] {
    parent.children.flatMap { child in
      child.isNamed("sdt") ? child.child("sdtContent").map(blocks) ?? [] : [child]
    }
  }

  private func add(
    _ block: XMLElement, _ styles: [String: Int], _ builder: inout TextBuilder,
    _ reference: inout BibliographicRecord
  ) {
    if block.isNamed("tbl") {
      let rows = block.descendants("tr").map { row in
        row.children("tc").map { Self.text($0) }.joined(separator: " | ")
      }
      builder.paragraph(rows.joined(separator: "\n"))
      return
    }
    guard block.isNamed("p") else { return }
    let text = Self.text(block)
    let style = block.child("pPr", "pStyle")?.attribute("val") ?? ""
    let level =
      styles[style]
      ?? block.child("pPr", "outlineLvl")?.attribute("val").flatMap { Int($0) }.map { $0 + 1 }
    switch level {
    case 0? where !text.isEmpty: reference.title = text
    case .some where !text.isEmpty:
      builder.section(text, SectionLabels.kind(of: text) ?? .body)
    default: builder.paragraph(text)
    }
  }

  /// The text of a paragraph; deleted text and field codes are none.
  private static func text(_ paragraph: XMLElement) -> String {
    paragraph.text { $0.isNamed(anyOf: ["delText", "instrText", "del", "pPr", "rPr", "Fallback"]) }
  }
}
