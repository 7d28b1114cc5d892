import Literature

/// The text of a JATS article in reading order: abstracts, body, back matter, references.
struct JATSText {
  private var builder = TextBuilder()

  /// The text and its sections.
  mutating func finish() -> (text: String, sections: [Section]) {
    builder.finish()
  }

  /// Adds an abstract, unless it is graphical.
  ///
  /// - Parameter isTranslation: whether it repeats another abstract, so that exports leave it out.
  mutating func add(abstract: XMLElement, isTranslation: Bool = false) {
    if abstract.attribute("abstract-type") == "graphical" { return }
    let title = abstract.child("title").map(Self.text) ?? ""
    if !isTranslation { builder.beginAbstract() }
    builder.section(title.isEmpty ? "Abstract" : title, .abstract)
    add(contentsOf: abstract, heading: "Abstract", kind: .abstract)
    builder.endAbstract()
  }

  /// Adds a title in another language.
  mutating func add(title: String) {
    builder.section(Section.otherTitle, .body)
    builder.paragraph(title)
  }

  /// Adds the body.
  ///
  /// If the body has methods or results, text before its first titled section is the introduction,
  /// which many journals print without a title.
  mutating func add(body: XMLElement) {
    let kinds = body.children("sec").map { Self.kind($0, Self.title(of: $0)) }
    let isStudy = kinds.contains { $0 == .methods || $0 == .results }
    let opening: Section.Kind = isStudy && kinds.first != .background ? .background : .body
    builder.section("", opening)
    let untitled = body.children.prefix { !$0.isNamed("sec") || Self.title(of: $0).isEmpty }
    let introduction = Array(untitled)
    add(introduction, heading: "", kind: opening)
    add(Array(body.children.dropFirst(introduction.count)), heading: "", kind: .body)
  }

  private static func title(of section: XMLElement) -> String {
    (section.child("title") ?? section.child("caption", "title")).map(text) ?? ""
  }

  /// Adds acknowledgements, appendices and notes, and the references last.
  mutating func add(back: XMLElement) {
    for part in back.children where !part.isNamed("ref-list") {
      builder.section(part.child("title").map(Self.text) ?? "", .body, level: 1)
      add(contentsOf: part, heading: "", kind: .body)
    }
    for list in back.descendants("ref-list") {
      let title = list.child("title").map(Self.text) ?? "References"
      builder.section(title, .references, level: 1)
      for reference in list.children("ref") {
        builder.paragraph(reference.text(isSpaced: true))
      }
    }
  }

  /// Adds figures and tables that are stored separately from the text.
  mutating func add(floats: XMLElement) {
    builder.section("", .body)
    add(contentsOf: floats, heading: "", kind: .body)
  }

  private mutating func add(contentsOf parent: XMLElement, heading: String, kind: Section.Kind) {
    add(Array(parent.children), heading: heading, kind: kind)
  }

  private mutating func add(_ parts: [XMLElement], heading: String, kind: Section.Kind) {
    for part in parts {
      if part.isNamed(anyOf: ["title", "label", "ref-list", "sec-meta", "object-id"]) { continue }
      if part.isNamed(anyOf: ["sec", "app", "boxed-text", "app-group"]) {
        let title = Self.title(of: part)
        let inner = Self.kind(part, title) ?? kind
        builder.section(title, inner)
        add(contentsOf: part, heading: title, kind: inner)
        builder.resume(heading, kind)
      } else if part.isNamed("table-wrap") {
        add(table: part)
      } else if part.isNamed(anyOf: [
        "list", "def-list", "fn-group", "table-wrap-group", "fig-group",
      ]) {
        add(contentsOf: part, heading: heading, kind: kind)
      } else {
        add(block: part)
      }
    }
  }

  /// Adds a paragraph, then the tables and figures within it.
  private mutating func add(block: XMLElement) {
    builder.paragraph(
      block.text { Self.isLeftOut($0) || $0.isNamed("table-wrap") || $0.isNamed("fig") })
    guard !block.isNamed("fig") else { return }
    for table in block.descendants("table-wrap") { add(table: table) }
    for figure in block.descendants("fig") { builder.paragraph(Self.text(figure)) }
  }

  /// Adds a table as text: its caption, its rows and its notes.
  private mutating func add(table: XMLElement) {
    let caption = [table.child("label"), table.child("caption")].compactMap(\.self).map(Self.text)
    builder.paragraph(caption.joined(separator: ". "))
    builder.table(TableGrid.rows(table.descendants("tr"), text: Self.text))
    builder.paragraph(table.child("table-wrap-foot").map(Self.text) ?? "")
  }

  private static func text(_ element: XMLElement) -> String {
    element.text(without: isLeftOut)
  }

  /// Whether an element is a superscript reference mark, the source of a formula, or not text.
  private static func isLeftOut(_ element: XMLElement) -> Bool {
    if element.isNamed(anyOf: ["tex-math", "graphic", "media", "object-id", "email"]) {
      return true
    }
    if element.isNamed("sup") {
      return element.children.contains { $0.isNamed("xref") && $0.attribute("ref-type") == "bibr" }
    }
    return element.isNamed("xref") && element.attribute("ref-type") == "bibr"
      && element.child("sup") != nil
  }

  private static func kind(_ section: XMLElement, _ title: String) -> Section.Kind? {
    if let kind = SectionLabels.kind(of: title) { return kind }
    guard let type = section.attribute("sec-type")?.split(separator: "|").first else { return nil }
    switch type {
    case "intro", "background": return .background
    case "methods", "materials", "subjects": return .methods
    case "results", "cases": return .results
    case "discussion", "conclusions": return .discussion
    default: return nil
    }
  }
}
