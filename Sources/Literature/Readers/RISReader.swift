/// RIS, the format that reference managers and databases exchange: "TI  - Title".
package struct RISReader: DocumentReader {
  package static let format = "RIS"

  package static func recognises(_ head: FileHead) -> Bool {
    guard head.isText else { return false }
    return head.text.split(whereSeparator: \.isNewline).prefix(200).contains { line in
      line.drop { $0 == "\u{FEFF}" || $0 == " " }.prefixMatch(of: /TY {1,2}- ?/) != nil
    }
  }

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    try RISSyntax.read(stream, from: origin, emit: emit)
  }
}

/// Two characters, two spaces and a hyphen; any other line goes on with the last value.
///
/// The tags
/// are those that Web of Science, Scopus, PsycINFO, EPPI-Reviewer, Covidence, Zotero and EndNote
/// write.
private enum RISSyntax: TaggedSyntax {
  static let opening: TaggedRecord.Tag = "TY"
  static let endsAtBlank = false

  static func parse(_ line: UnsafeRawBufferPointer) -> TaggedLine {
    guard let first = line.firstVisible else { return .blank }
    let tagged = UnsafeRawBufferPointer(rebasing: line[first...])
    if let start = valueStart(tagged) {
      let tag = TaggedRecord.Tag(UnsafeRawBufferPointer(rebasing: tagged[..<2]))
      return tag == "ER" ? .end : .field(tag, valueAt: first + start)
    }
    return .more(from: first)
  }

  /// Where the value begins on a line with a tag; `nil` for other lines.
  ///
  /// Some exports write one space, which counts only for a tag that is certain.
  private static func valueStart(_ line: UnsafeRawBufferPointer) -> Int? {
    guard line.count >= 4, line[0].isCapital, line[1].isCapital || line[1].isDigit,
      line[2] == 0x20
    else { return nil }
    let hyphen = line[3] == 0x20 ? 4 : 3
    guard hyphen < line.count, line[hyphen] == 0x2D,
      hyphen + 1 == line.count || line[hyphen + 1] == 0x20 || line[hyphen + 1] == 0x0D
    else { return nil }
    if hyphen == 3, !isCertain(line) { return nil }
    return min(hyphen + 2, line.count)
  }

  private static let certain: Set<TaggedRecord.Tag> = [
    "TY", "ER", "AU", "TI", "T1", "T2", "AB", "N2", "PY", "Y1", "JO", "JF", "KW", "DO", "UR", "SN",
    "SP", "EP", "VL", "IS", "PB", "A1", "A2", "N1", "LA", "JA", "DA",
  ]

  private static func isCertain(_ line: UnsafeRawBufferPointer) -> Bool {
    certain.contains(TaggedRecord.Tag(UnsafeRawBufferPointer(rebasing: line[..<2])))
  }

  static func reference(_ record: inout TaggedRecord) -> BibliographicRecord {
    var reference = BibliographicRecord()
    reference.title = record.first("TI", "T1", "CT", "BT", "TT", "ST") ?? ""
    reference.authors = record.values("AU")
    if reference.authors.isEmpty { reference.authors = record.values("A1") }
    if reference.authors.isEmpty { reference.authors = record.values("A2") }
    reference.year = record.first("PY", "Y1", "DA", "YR").flatMap {
      PublicationDate.firstYear(in: $0)
    }
    reference.venue = record.first("JO", "JF", "T2", "JA", "J2", "BT", "SO", "C3")
    if reference.venue == reference.title { reference.venue = nil }
    let work = record.first("M3", "DT")
    if let work, Identifier(.doi, parsing: work) == nil {
      reference.types = [work]
    } else if let code = record.first("TY") {
      reference.types = ReferenceTypes.name(code, in: .ris).map { [$0] } ?? []
    }
    reference.language = record.first("LA")
    reference.abstract = record.first("AB", "N2") ?? ""
    reference.keywords = record.values("KW").flatMap { keyword in
      keyword.holds("; ") ? keyword.split(separator: ";").map { $0.trimmed } : [keyword]
    }
    reference.notes = record.values("N1")
    addIdentifiers(&record, &reference)
    reference.imprint.volume = record.first("VL", "VO")
    reference.imprint.issue = record.first("IS", "CP")
    reference.imprint.pages = pages(&record)
    reference.imprint.publisher = record.first("PB")
    reference.imprint.issn = record.first("SN")
    return reference
  }

  private static func addIdentifiers(
    _ record: inout TaggedRecord, _ reference: inout BibliographicRecord
  ) {
    for tag: TaggedRecord.Tag in ["DO", "DI", "M3", "L3"] {
      reference.add(.doi, record.first(tag))
    }
    let links =
      record.values("UR").flatMap { $0.split(separator: ";").map { $0.trimmed } }
      + record.values("LK")
    reference.url = links.first
    for link in links where reference.identifiers.isEmpty && link.holds("doi.org/") {
      reference.add(.doi, link)
    }
    for link in links where link.holds("pubmed") {
      guard let path = link.firstMatch(of: /(?:pubmed\/|pubmed\.ncbi\.nlm\.nih\.gov\/)(\d{1,8})/)
      else { continue }
      reference.add(.pmid, String(path.output.1))
    }
    let accession = record.first("AN")
    let database = (record.first("DB") ?? "").lowercased()
    if let accession, database.contains("pubmed") || database.contains("medline") {
      reference.add(.pmid, accession)
    }
    reference.add(.pmid, record.first("PM"))
    if let custom = record.first("C2"), custom.uppercased().hasPrefix("PMC") {
      reference.add(.pmcid, custom)
    }
    for note in reference.notes where note.holds("PMID") || note.holds("PMCID") {
      if let match = note.firstMatch(of: /PMID:? ?(\d{1,8})\b/) {
        reference.add(.pmid, String(match.output.1))
      }
      if let match = note.firstMatch(of: /PMCID:? ?(PMC\d{1,8})\b/) {
        reference.add(.pmcid, String(match.output.1))
      }
    }
    reference.key = record.first("ID", "AN", "U1", "UT")
  }

  private static func pages(_ record: inout TaggedRecord) -> String? {
    guard let start = record.first("SP") else { return record.first("C7") }
    guard let end = record.first("EP"), end != start else { return start }
    return "\(start)-\(end)"
  }
}
