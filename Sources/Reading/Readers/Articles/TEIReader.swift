import Literature

/// TEI, the XML that GROBID creates from PDFs and that scholarly editions use.
package struct TEIReader: XMLRecordReader {
  package static let format = "TEI"
  static let records = ["TEI"]

  package static func recognises(_ head: FileHead) -> Bool {
    guard let root = head.xmlRoot else { return false }
    return root == "TEI" || root == "teiCorpus"
  }

  static func isOneDocument(_ head: FileHead) -> Bool { head.xmlRoot == "TEI" }

  package init() {}

  func document(_ tei: XMLElement, from origin: RecordOrigin, line: Int) -> Document? {
    var reference = BibliographicRecord()
    var builder = TextBuilder()
    if let header = tei.child("teiHeader") {
      describe(header, &reference)
      if let abstract = header.child("profileDesc", "abstract") {
        builder.beginAbstract()
        builder.section("Abstract", .abstract)
        add(abstract, heading: "Abstract", kind: .abstract, to: &builder)
        builder.endAbstract()
      }
    }
    let text = tei.child("text")
    reference.language = text?.attribute("lang") ?? tei.child("teiHeader")?.attribute("lang")
    if let body = text?.child("body") {
      builder.section("", .body)
      add(body, heading: "", kind: .body, to: &builder)
    }
    if let back = text?.child("back") { add(back: back, to: &builder) }
    (reference.abstract, reference.sections) = builder.finish()
    return reference.document(from: origin, line: line)
  }

  private func describe(_ header: XMLElement, _ reference: inout BibliographicRecord) {
    let file = header.child("fileDesc")
    let source = file?.child("sourceDesc", "biblStruct")
    let analytic = source?.child("analytic")
    let monograph = source?.child("monogr")
    reference.title =
      (file?.child("titleStmt", "title")?.content
        ?? analytic?.child("title")?.content ?? monograph?.child("title")?.content) ?? ""
    reference.authors = (analytic?.children("author") ?? []).compactMap(Self.name)
    let titles = monograph?.children("title") ?? []
    reference.venue = (titles.first { !Self.isAbbreviation($0) } ?? titles.first)?.content
    reference.imprint.abbreviation = titles.first(where: Self.isAbbreviation)?.content
    if reference.venue == reference.title { reference.venue = nil }
    let date = monograph?.child("imprint", "date") ?? file?.child("publicationStmt", "date")
    reference.setDate(date?.attribute("when") ?? date?.content)
    for id in source?.descendants("idno") ?? [] {
      switch id.attribute("type") {
      case "DOI": reference.add(.doi, id.content)
      case "PMID": reference.add(.pmid, id.content)
      case "PMCID": reference.add(.pmcid, id.content)
      case "MD5": reference.key = id.content
      case "ISSN", "eISSN": reference.imprint.issn = reference.imprint.issn ?? id.content
      default: break
      }
    }
    for unit in monograph?.child("imprint")?.children("biblScope") ?? [] {
      switch unit.attribute("unit") {
      case "volume": reference.imprint.volume = unit.content
      case "issue": reference.imprint.issue = unit.content
      case "page":
        reference.imprint.pages =
          unit.content ?? Imprint.pages(from: unit.attribute("from"), to: unit.attribute("to"))
      default: break
      }
    }
    reference.imprint.publisher =
      (monograph?.child("imprint", "publisher") ?? file?.child("publicationStmt", "publisher"))?
      .content
    reference.keywords =
      header.child("profileDesc", "textClass", "keywords")?
      .descendants("term").compactMap(\.content) ?? []
  }

  /// Whether a title is an abbreviation of another one.
  private static func isAbbreviation(_ title: XMLElement) -> Bool {
    title.attribute("type")?.hasPrefix("abbr") ?? false
  }

  /// "Surname, Forename Middle, Jr", or the name of a group.
  private static func name(_ author: XMLElement) -> String? {
    guard let person = author.child("persName") else {
      return author.children("orgName").first { $0.attribute("type") == "collaboration" }?.content
    }
    let given = person.children("forename").compactMap(\.content).joined(separator: " ")
    return PersonName.inverted(
      person.child("surname")?.content, given, person.child("genName")?.content)
  }

  private func add(
    _ parent: XMLElement, heading: String, kind: Section.Kind, to builder: inout TextBuilder
  ) {
    for part in parent.children where !part.isNamed("head") {
      if part.isNamed("div") {
        let title = part.child("head")?.content ?? ""
        let inner = SectionLabels.kind(of: title) ?? (title.isEmpty ? kind : .body)
        if !title.isEmpty || kind != .body { builder.section(title, inner) }
        add(part, heading: title, kind: inner, to: &builder)
        builder.resume(heading, kind)
      } else if part.isNamed("figure") {
        add(figure: part, to: &builder)
      } else if part.isNamed("list") {
        for item in part.children { builder.paragraph(item.text()) }
      } else {
        builder.paragraph(part.text())
      }
    }
  }

  private func add(figure: XMLElement, to builder: inout TextBuilder) {
    let caption = [figure.child("head"), figure.child("figDesc")].compactMap { $0?.content }
    builder.paragraph(caption.joined(separator: ". "))
    builder.table(figure.descendants("row").map { $0.children.map { $0.text() } })
  }

  private func add(back: XMLElement, to builder: inout TextBuilder) {
    for part in back.children where part.attribute("type") != "references" {
      builder.section("", .body)
      add(part, heading: "", kind: .body, to: &builder)
    }
    let entries = back.descendants("biblStruct") + back.descendants("bibl")
    guard !entries.isEmpty else { return }
    builder.section("References", .references, level: 1)
    for entry in entries {
      let raw = entry.children("note").first { $0.attribute("type") == "raw_reference" }
      builder.paragraph(raw?.content ?? entry.text(isSpaced: true))
    }
  }
}
