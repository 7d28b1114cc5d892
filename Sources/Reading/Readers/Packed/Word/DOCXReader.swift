import Literature

/// Word documents (Office Open XML, ECMA-376).
package struct DOCXReader: PackedTextReader {
  package static let format = "DOCX"
  package static let isPacked = true

  package static func recognises(_ head: FileHead) -> Bool {
    head.isZip(with: "word/")
      || head.name.extension == "docx" && head.isZip(with: "[Content_Types]")
  }

  static func isWanted(_ member: String) -> Bool {
    ["word/document.xml", "word/styles.xml", "docProps/core.xml"].contains(member)
      || DOCXNotes.members.contains(member)
  }

  package init() {}

  func reference(
    _ members: PackedText, _ problems: inout [String]
  ) throws(ReadError) -> BibliographicRecord {
    var reference = BibliographicRecord()
    try OfficeProperties(members).describe(&reference)
    let styles = try DOCXStyles(members)
    var notes = try DOCXNotes(members, styles)
    var builder = TextBuilder()
    var title = ""
    let body: Void?? = try members.xml("word/document.xml") { document in
      document.child("body").map { body in
        for block in Self.blocks(of: body) {
          add(block, styles, &builder, &reference, styledTitle: &title)
          // A note follows what it explains.
          for note in notes.take(of: block) { builder.paragraph(note) }
        }
      }
    }
    guard body.flatMap(\.self) != nil else {
      throw .damaged("word/document.xml is missing or invalid")
    }
    (reference.abstract, reference.sections) = builder.finish()
    return reference
  }

  /// Elements that only enclose others: content controls, custom XML, insertions and moves.
  private static let wrappers: [StaticString] = [
    "sdt", "sdtContent", "customXml", "ins", "moveTo",
  ]

  /// Paragraphs and tables, also in other elements.
  private static func blocks(of parent: XMLElement) -> [XMLElement] {
    parent.children.flatMap { $0.isNamed(anyOf: wrappers) ? blocks(of: $0) : [$0] }
  }

  /// - Parameter styledTitle: the title found so far by its style.
  private func add(
    _ block: XMLElement, _ styles: DOCXStyles, _ builder: inout TextBuilder,
    _ reference: inout BibliographicRecord, styledTitle: inout String
  ) {
    if block.isNamed("tbl") {
      builder.table(Self.rows(of: block, styles))
      return
    }
    guard block.isNamed("p") else { return }
    let text = styles.text(block)
    let style = block.child("pPr", "pStyle")?.attribute("val") ?? ""
    let ofStyle = styles.levels[style]
    // The level of a paragraph replaces that of its style.
    switch ofStyle == 0 ? 0 : DOCXStyles.outlineLevel(block) ?? ofStyle {
    case 0? where !text.isEmpty && (styledTitle.isEmpty || styles.titles.contains(style)):
      // Authors and series may be in styles that are based on that of the title.
      if styledTitle != text { builder.paragraph(styledTitle) }
      styledTitle = text
      reference.title = text
    case 0?: builder.paragraph(text)
    case let level? where !text.isEmpty && level < DOCXStyles.bodyText:
      builder.heading(text, level: level, title: &reference.title)
    default: builder.paragraph(text)
    }
  }

  /// The cells of a table's rows; a table within a cell is part of the cell's text.
  private static func rows(of table: XMLElement, _ styles: DOCXStyles) -> [[String]] {
    table.children.flatMap { part -> [[String]] in
      if part.isNamed("tr") { return [cells(of: part, styles)] }
      return part.isNamed(anyOf: wrappers) ? rows(of: part, styles) : []
    }
  }

  /// The most columns that a cell may span; tables that mean something have fewer.
  private static let mostSpan = 100

  /// The texts of the cells; the further columns that a cell spans are empty.
  private static func cells(of row: XMLElement, _ styles: DOCXStyles) -> [String] {
    row.children.flatMap { part -> [String] in
      if part.isNamed("tc") {
        let span = part.child("tcPr", "gridSpan")?.attribute("val").flatMap { Int($0) } ?? 1
        return [styles.text(part)] + Array(repeating: "", count: min(max(span, 1), mostSpan) - 1)
      }
      return part.isNamed(anyOf: wrappers) ? cells(of: part, styles) : []
    }
  }
}
