/// BibTeX and BibLaTeX.
package struct BibTeXReader: DocumentReader {
  package static let format = "BibTeX"
  /// Longest entry in bytes.
  private static let entryLimit = 1 << 24

  package static func recognises(_ head: FileHead) -> Bool {
    guard head.isText else { return false }
    if head.name.extension == "bib" { return true }
    guard head.holds("@") else { return false }
    return head.text.split(whereSeparator: \.isNewline).prefix(100).contains {
      $0.utf8.contains(0x40) && $0.prefixMatch(of: /\s*@[A-Za-z]+\s*\{[^,\s]*,\s*$/) != nil
    }
  }

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    var entries = BibTeXEntries(stream, limit: Self.entryLimit)
    var macros: [String: String] = [:]
    while let found = entries.next() {
      let decoded = found.bytes.withUnsafeBytes { DecodedText($0, leastHighBytes: 1) }
      guard found.isClosed, let entry = BibTeXEntry(decoded.text[...], macros: macros) else {
        try emit(.failed(origin.notice(.line(found.line), "is an entry that is never closed")))
        continue
      }
      switch entry.type {
      case "string": macros.merge(entry.fields) { _, new in new }
      case "comment", "preamble", "set", "xdata": break
      default:
        let reference = Self.reference(entry)
        if let document = reference.document(from: origin, line: found.line) {
          try emit(.document(document, repaired: decoded.isRepaired))
        } else {
          try emit(
            .failed(origin.notice(.line(found.line), "has no title, author or identifier")))
        }
      }
    }
  }

  static func reference(_ entry: BibTeXEntry) -> BibliographicRecord {
    func field(_ names: String...) -> String? {
      for name in names {
        if let value = entry.fields[name].map(LaTeXText.decode), !value.isEmpty { return value }
      }
      return nil
    }
    var reference = BibliographicRecord()
    reference.key = entry.key.isEmpty ? nil : entry.key
    reference.title = [field("title"), field("subtitle")].compactMap(\.self)
      .joined(separator: ": ")
    reference.authors = (entry.fields["author"] ?? entry.fields["editor"]).map(names) ?? []
    reference.year = field("year", "date").flatMap { PublicationDate.firstYear(in: $0) }
    reference.venue = field(
      "journal", "journaltitle", "booktitle", "eventtitle", "school", "institution",
      "howpublished", "organization")
    reference.types =
      (field("type", "entrysubtype") ?? ReferenceTypes.name(entry.type, in: .bibtex))
      .map { [$0] } ?? []
    reference.language = field("language", "langid")
    reference.url = entry.fields["url"].map { $0.filter { !"{}\\".contains($0) } }?.trimmed
    reference.abstract = field("abstract") ?? ""
    let keywords = field("keywords", "keyword", "tags") ?? ""
    let separator: Character = keywords.contains(";") ? ";" : ","
    reference.keywords = keywords.split(separator: separator).map { $0.trimmed }
      .filter { !$0.isEmpty }
    let plain = { (name: String) in entry.fields[name]?.filter { !"{}\\".contains($0) } }
    reference.add(.doi, plain("doi"))
    reference.add(.pmid, plain("pmid"))
    reference.add(.pmcid, plain("pmcid") ?? plain("pmc"))
    if plain("eprinttype")?.lowercased() == "pubmed" { reference.add(.pmid, plain("eprint")) }
    reference.add(.isbn, plain("isbn"))
    reference.imprint.volume = field("volume")
    reference.imprint.issue = field("number", "issue")
    reference.imprint.pages = field("pages", "eid")?.replacing("–", with: "-")
    reference.imprint.publisher = field("publisher")
    reference.imprint.issn = field("issn")
    return reference
  }

  /// Names divided by "and" outside of braces.
  private static func names(_ list: String) -> [String] {
    var names: [String] = []
    var name = ""
    var depth = 0
    for word in list.split(whereSeparator: \.isWhitespace) {
      if depth == 0, word == "and" {
        names.append(name)
        name = ""
        continue
      }
      depth += word.count { $0 == "{" } - word.count { $0 == "}" }
      name += name.isEmpty ? word : " " + word
    }
    names.append(name)
    return names.map(LaTeXText.decode).filter { !$0.isEmpty && $0 != "others" }
  }
}
