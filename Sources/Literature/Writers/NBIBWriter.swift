/// MEDLINE's display format.
///
/// Titles and abstracts are wrapped at 84 columns and continue after six spaces. Other fields are
/// not wrapped, because Biopython reads a second line as a second value.
struct NBIBWriter: RecordWriter {
  private static let width = 84

  var separator: String { "\n" }

  func record(_ document: Document) -> String {
    let reference = Reference(document)
    let imprint = document.imprint
    let code = reference.code(in: .csl)
    var lines: [String] = []
    func add(_ tag: String, _ value: String?) {
      guard let value = value?.unbroken, !value.isEmpty || tag == "PMID" else { return }
      let line = "\(tag)\(String(repeating: " ", count: 4 - tag.count))- \(value)"
      lines += ["TI", "AB", "JT"].contains(tag) ? Self.wrap(line) : [line]
    }
    add("PMID", document.identifier(.pmid) ?? "")
    add("TI", document.title)
    // The title of a book, and the book of a chapter.
    if code == "book" { add("BTI", document.title) }
    if code == "chapter" { add("BTI", reference.container) }
    if reference.container != nil { add("CTI", imprint.series) }
    add("AB", document.abstract)
    for author in reference.authors {
      // The order of people and organisations is that of the work.
      add(author.isOrganisation ? "CN" : "FAU", Self.full(author))
    }
    for author in reference.authors where !author.isOrganisation { add("AU", Self.short(author)) }
    for editor in reference.editors { add("FED", Self.full(editor)) }
    for editor in reference.editors { add("ED", Self.short(editor)) }
    add("LA", document.language.map(LanguageName.longCode))
    for type in Self.types(document, code) { add("PT", type) }
    add("DP", Reference.text(of: reference.date))
    add("TA", reference.abbreviation)
    add("JT", code == "chapter" ? nil : reference.container)
    add("VI", imprint.volume)
    add("IP", imprint.issue)
    add("PG", reference.pageRange)
    add("EN", imprint.edition)
    add("PL", imprint.place)
    add("PB", reference.publisher)
    add("IS", imprint.issn)
    add("ISBN", document.identifier(.isbn))
    let doi = document.identifier(.doi).map { "\($0) [doi]" }
    add("LID", doi)
    add("AID", doi)
    // Zotero and ERIC have addresses here.
    add("LID", reference.address)
    add("PMC", document.identifier(.pmcid))
    for keyword in reference.keywords { add("OT", keyword) }
    add("GN", FacetKeywords.note(of: document.facets))
    for note in reference.notes { add("GN", note) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The name as in FAU: "Holloway, Robert G Jr".
  private static func full(_ name: PersonName) -> String {
    guard !name.isWhole else { return name.family }
    return "\(name.family), \(name.given)" + (name.suffix.isEmpty ? "" : " \(name.suffix)")
  }

  /// The name as in AU: "Holloway RG Jr".
  private static func short(_ name: PersonName) -> String {
    guard !name.isWhole else { return name.family }
    let suffix = name.suffix.isEmpty ? "" : " \(name.suffix)"
    return "\(name.family) \(name.initials.joined())\(suffix)"
  }

  /// The types of the record, and MEDLINE's name for its code.
  private static func types(_ document: Document, _ code: String?) -> [String] {
    let types = document.types
    switch code {
    case "chapter" where !types.contains("Book Chapter"): return types + ["Book Chapter"]
    case "thesis" where !types.contains(where: { $0.contains("Dissertation") }):
      return types + ["Academic Dissertation"]
    case "book" where !types.contains("Book"): return types + ["Book"]
    default: return types
    }
  }

  /// Breaks a line at single spaces.
  private static func wrap(_ text: String) -> [String] {
    let words = text.dropFirst(6).split(separator: " ", omittingEmptySubsequences: false)
    var lines = [String(text.prefix(6))]
    // The length of the last line: counting its characters for each word would take longer.
    var length = 6
    var isFresh = true
    for (index, word) in words.enumerated() {
      let last = lines.count - 1
      let count = word.count
      let canBreak = !word.isEmpty && (index == 0 || !words[index - 1].isEmpty)
      if !isFresh, canBreak, length + 1 + count > width {
        lines.append("      " + word)
        length = 6 + count
      } else {
        lines[last] += isFresh ? String(word) : " " + word
        length += isFresh ? count : 1 + count
      }
      isFresh = false
    }
    return lines
  }
}
