/// MEDLINE's display format, as PubMed exports it (.nbib): "PMID- 10899500".
package struct NBIBReader: DocumentReader {
  package static let format = "MEDLINE (nbib)"

  package static func recognises(_ head: FileHead) -> Bool {
    head.start.hasPrefix("PMID- ")
      || head.isText && head.text.contains("\nPMID- ")
        && head.text.contains("\nOWN - ")
  }

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    try MEDLINESyntax.read(stream, from: origin, emit: emit)
  }
}

/// Tags of up to four letters, a hyphen, and values that go on after six spaces
/// (NLM, "MEDLINE/PubMed Data Element Descriptions").
private enum MEDLINESyntax: TaggedSyntax {
  static let opening: TaggedRecord.Tag = "PMID"
  static let endsAtBlank = true

  static func parse(_ line: UnsafeRawBufferPointer) -> TaggedLine {
    guard let first = line.firstVisible else { return .blank }
    if first == 0, line.count >= 5, line[4] == 0x2D {
      let tag = line.prefix(4).prefix { $0 != 0x20 }
      if tag.count >= 2, tag.allSatisfy({ $0.isCapital || $0.isDigit }) {
        return .field(
          TaggedRecord.Tag(UnsafeRawBufferPointer(rebasing: tag)), valueAt: min(6, line.count))
      }
    }
    return .more(from: first)
  }

  static func reference(_ record: inout TaggedRecord) -> BibliographicRecord {
    var reference = BibliographicRecord()
    reference.key = record.first("PMID")
    reference.title = record.first("TI", "BTI", "TT", "CTI") ?? ""
    let full = record.values("FAU")
    reference.authors = full.isEmpty ? record.values("AU") : full
    reference.authors += record.values("CN")
    reference.year = record.first("DP", "DEP", "DA").flatMap { date in
      PublicationDate.firstYear(in: date)
    }
    reference.venue = record.first("JT", "TA", "CTI")
    reference.types = record.values("PT")
    reference.language = record.first("LA")
    reference.add(.pmid, reference.key)
    for located in record.values("LID") + record.values("AID") where located.hasSuffix("[doi]") {
      reference.add(.doi, String(located.dropLast(5)))
    }
    reference.add(.pmcid, record.first("PMC"))
    reference.keywords = record.values("MH") + record.values("OT")
    reference.abstract = record.first("AB") ?? record.first("OAB") ?? ""
    reference.imprint.volume = record.first("VI")
    reference.imprint.issue = record.first("IP")
    reference.imprint.pages = record.first("PG")
    reference.imprint.publisher = record.first("PB")
    reference.imprint.issn = record.first("IS").map { String($0.prefix { $0 != " " }) }
    return reference
  }
}
