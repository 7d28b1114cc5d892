/// RIS.
///
/// Line breaks become spaces, because a value is one line. Programs read different tags. PMID and
/// PMCID are in `M2`, which Zotero adds to its field Extra, and in `AN` and `C2`, where EndNote
/// expects them. Without a PMID, `AN` and `DB` are the first accession number and its database;
/// other accession numbers are in `M2`. The venue is in `T2`, which all programs read, because
/// Zotero reads `JO` as an abbreviation. The proceedings of a paper are also in `C3`, because
/// Zotero and EndNote read `T2` as the conference.
struct RISWriter: RecordWriter {
  var separator: String { "\n" }

  func record(_ document: Document) -> String {
    let reference = Reference(document)
    let imprint = document.imprint
    var lines: [String] = []
    func add(_ tag: String, _ value: String?) {
      guard let value = value?.unbroken, !value.isEmpty else { return }
      lines.append("\(tag)  - \(value)")
    }
    let code = reference.code(in: .ris) ?? "GEN"
    // The authors of an edited book are its editors, in EndNote and Zotero alike.
    let isEditedBook = code == "EDBOOK" && reference.authors.isEmpty
    lines.append("TY  - \(code)")
    add("ID", document.id)
    add("TI", document.title)
    for author in isEditedBook ? reference.editors : reference.authors {
      add("AU", author.inverted)
    }
    let isPaper = reference.code(in: .csl) == "paper-conference"
    add("T2", (isPaper ? imprint.conference : nil) ?? reference.container)
    if isPaper { add("C3", reference.container) }
    add("T3", imprint.series)
    add("J2", reference.abbreviation)
    // The second author of a book or report is the editor of its series.
    let isWhole = ["book", "report"].contains(reference.code(in: .csl))
    if !isEditedBook {
      for editor in reference.editors { add(isWhole ? "ED" : "A2", editor.inverted) }
    }
    for editor in reference.seriesEditors { add(isWhole ? "A2" : "A3", editor.inverted) }
    add("PY", document.year.map(String.init))
    if reference.date.count > 1 { add("DA", Self.date(reference.date)) }
    add("M3", reference.typeInWords(code, in: .ris))
    add("AB", document.abstract)
    add("LA", document.language)
    add("VL", imprint.volume)
    // The field that each type of reference uses for its number, in Zotero.
    let number =
      switch reference.code(in: .csl) {
      case "report" where imprint.issn == nil: "SN"
      case "book": "M1"
      case "chapter": "SV"
      default: "IS"
      }
    add(number, imprint.issue)
    add("SP", reference.pages?.first)
    add("EP", reference.pages?.last)
    add("ET", imprint.edition)
    add("CY", imprint.place)
    add("PB", reference.publisher)
    add("SN", imprint.issn)
    add("SN", document.identifier(.isbn))
    add("DO", document.identifier(.doi))
    let pmid = document.identifier(.pmid)
    var accessions = document.accessions
    add("AN", pmid)
    if pmid == nil, !accessions.isEmpty {
      let first = accessions.removeFirst()
      add("AN", String(AccessionNumber.number(in: first)))
      add("DB", AccessionNumber.database(in: first).map(String.init))
    }
    // Zotero reads the second custom field of a chapter as an author.
    if code == "JOUR" { add("C2", document.identifier(.pmcid)) }
    add("M2", pmid.map { "PMID: \($0)" })
    add("M2", document.identifier(.pmcid).map { "PMCID: \($0)" })
    for value in accessions { add("M2", RecordNotes.accession(value)) }
    add("UR", reference.address)
    if !reference.accessed.isEmpty { add("Y2", Self.date(reference.accessed)) }
    for keyword in reference.keywords { add("KW", keyword) }
    add("N1", FacetKeywords.note(of: document.facets))
    for note in imprint.notes { add("N1", note) }
    lines.append("ER  - ")
    return lines.joined(separator: "\n") + "\n"
  }

  /// "2019/03/05/", "2019/03//".
  private static func date(_ parts: [Int]) -> String {
    let numbers = parts.map { $0.zeroPadded(to: 2) }
    return (numbers + Array(repeating: "", count: 4 - numbers.count)).joined(separator: "/")
  }
}
