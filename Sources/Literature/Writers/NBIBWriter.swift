/// MEDLINE's display format.
///
/// Lines are broken at 84 columns and go on after six spaces.
struct NBIBWriter: RecordWriter {
  private static let width = 84

  var separator: String { "\n" }

  func record(_ document: Document) -> String {
    var lines: [String] = []
    func add(_ tag: String, _ value: String?) {
      guard let value = value?.unbroken, !value.isEmpty || tag == "PMID" else { return }
      let name = tag + String(repeating: " ", count: 4 - tag.count)
      lines += Self.wrap("\(name)- \(value)")
    }
    add("PMID", document.identifier(.pmid) ?? "")
    add("TI", document.title)
    add("AB", document.abstract)
    for author in document.authors { add("FAU", author) }
    add("LA", document.language.map(LanguageName.longCode))
    for type in document.types { add("PT", type) }
    add("DP", document.year.map(String.init))
    add("JT", document.venue)
    add("VI", document.imprint.volume)
    add("IP", document.imprint.issue)
    add("PG", document.imprint.pages)
    add("PB", document.imprint.publisher)
    add("IS", document.imprint.issn)
    add("LID", document.identifier(.doi).map { "\($0) [doi]" })
    add("PMC", document.identifier(.pmcid))
    for keyword in document.keywords + FacetKeywords.keywords(of: document.facets) {
      add("OT", keyword)
    }
    add("GN", FacetKeywords.note(of: document.facets))
    return lines.joined(separator: "\n") + "\n"
  }

  /// Breaks a line at single spaces.
  private static func wrap(_ text: String) -> [String] {
    let words = text.dropFirst(6).split(separator: " ", omittingEmptySubsequences: false)
    var lines = [String(text.prefix(6))]
    var isFresh = true
    for (index, word) in words.enumerated() {
      let last = lines.count - 1
      let canBreak = !word.isEmpty && (index == 0 || !words[index - 1].isEmpty)
      if !isFresh, canBreak, lines[last].count + 1 + word.count > width {
        lines.append("      " + word)
      } else {
        lines[last] += isFresh ? String(word) : " " + word
      }
      isFresh = false
    }
    return lines
  }
}
