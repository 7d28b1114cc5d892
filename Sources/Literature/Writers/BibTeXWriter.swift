/// Writes BibTeX, with reserved characters written as commands.
struct BibTeXWriter: RecordWriter {
  private var keys = BibTeXKeys()

  var separator: String { "\n" }

  mutating func record(_ document: Document) -> String {
    let reference = Reference(document)
    let imprint = document.imprint
    let entry = reference.code(in: .bibtex) ?? "misc"
    var fields: [(String, String)] = []
    func add(_ name: String, _ value: String?, isTitle: Bool = false) {
      guard let value = value?.oneLine, !value.isEmpty else { return }
      let escaped = BibTeXText.escape(value)
      fields.append((name, isTitle ? BibTeXText.protectCapitals(escaped) : escaped))
    }
    add("title", document.title, isTitle: true)
    if !reference.authors.isEmpty { fields.append(("author", Self.names(reference.authors))) }
    if !reference.editors.isEmpty { fields.append(("editor", Self.names(reference.editors))) }
    let container =
      switch entry {
      case "incollection", "inproceedings": "booktitle"
      case "book", "phdthesis", "mastersthesis", "techreport": "series"
      default: "journal"
      }
    add(container, reference.container, isTitle: container == "booktitle")
    if container == "journal" { add("shortjournal", reference.abbreviation) }
    add("eventtitle", imprint.conference)
    if container != "series" { add("series", imprint.series) }
    add("year", document.year.map(String.init))
    if let month = imprint.month, (1...12).contains(month) {
      add("month", Reference.months[month - 1].lowercased())
      add("day", imprint.day.map(String.init))
    }
    add("type", reference.typeInWords(entry, in: .bibtex))
    add("volume", imprint.volume)
    add("number", imprint.issue)
    add("edition", imprint.edition)
    if let pages = reference.pages {
      fields.append(
        (
          reference.pagesAreLength ? "pagetotal" : "pages",
          ([pages.first] + [pages.last].compactMap(\.self)).map(BibTeXText.escape)
            .joined(separator: "--")
        ))
    }
    let publisher =
      switch entry {
      case "phdthesis", "mastersthesis": "school"
      case "techreport": "institution"
      default: "publisher"
      }
    add(publisher, reference.publisher)
    add("address", imprint.place)
    add("issn", imprint.issn)
    for scheme in [Identifier.Scheme.doi, .pmid, .pmcid, .isbn] {
      document.identifier(scheme).map { fields.append((scheme.rawValue, BibTeXText.raw($0))) }
    }
    reference.address.map { fields.append(("url", BibTeXText.raw($0))) }
    add("urldate", imprint.accessed)
    add("language", document.language)
    if !reference.keywords.isEmpty {
      fields.append(("keywords", Self.keywords(reference.keywords)))
    }
    add("abstract", document.abstract)
    // Zotero reads both as notes; bibliographies print neither.
    add("annote", reference.notes.joined(separator: " | "))
    add("comment", FacetKeywords.note(of: document.facets))
    // Zotero reads only a month without braces as a month.
    let body = fields.map { name, value in
      name == "month" ? "  month = \(value),\n" : "  \(name) = {\(value)},\n"
    }
    return "@\(entry){\(keys.key(for: reference)),\n\(body.joined())}\n"
  }

  /// Keywords separated by semicolons; if there is only one, a comma in it is protected, so that it
  /// is not read as a separator.
  private static func keywords(_ keywords: [String]) -> String {
    let escaped = keywords.map(BibTeXText.escape)
    return escaped.count == 1 && escaped[0].contains(",")
      ? "{\(escaped[0])}" : escaped.joined(separator: "; ")
  }

  private static func names(_ names: [PersonName]) -> String {
    names.map { name in
      // In braces, a name is not divided.
      if name.isWhole { return "{\(BibTeXText.escape(name.family))}" }
      let parts = [name.family, name.suffix, name.given].filter { !$0.isEmpty }
        .map(BibTeXText.escape)
      // "and" separates names wherever it is not protected.
      return parts.map { $0.split(separator: " ").contains("and") ? "{\($0)}" : $0 }
        .joined(separator: ", ")
    }.joined(separator: " and ")
  }
}
