/// RIS.
///
/// Line breaks become spaces, since a value is a line.
struct RISWriter: RecordWriter {
  var separator: String { "\n" }

  func record(_ document: Document) -> String {
    var lines: [String] = []
    func add(_ tag: String, _ value: String?) {
      guard let value = value?.unbroken, !value.isEmpty else { return }
      lines.append("\(tag)  - \(value)")
    }
    let types = document.types
    let code = types.lazy.compactMap { ReferenceTypes.code($0, in: .ris) }.first
    lines.append("TY  - \(code ?? (document.venue == nil ? "GEN" : "JOUR"))")
    add("ID", document.id)
    add("TI", document.title)
    for author in document.authors { add("AU", author) }
    add("PY", document.year.map(String.init))
    add("JO", document.venue)
    if types.count != 1 || code == nil { add("M3", document.type) }
    add("AB", document.abstract)
    add("LA", document.language)
    add("VL", document.imprint.volume)
    add("IS", document.imprint.issue)
    add("SP", document.imprint.pages)
    add("PB", document.imprint.publisher)
    add("SN", document.imprint.issn)
    add("DO", document.identifier(.doi))
    add("PM", document.identifier(.pmid))
    add("C2", document.identifier(.pmcid))
    add("UR", document.url)
    for keyword in document.keywords + FacetKeywords.keywords(of: document.facets) {
      add("KW", keyword.replacing("; ", with: ", "))
    }
    add("N1", FacetKeywords.note(of: document.facets))
    lines.append("ER  - ")
    return lines.joined(separator: "\n") + "\n"
  }
}
