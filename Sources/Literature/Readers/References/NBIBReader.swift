/// MEDLINE's display format, as PubMed exports it (.nbib): "PMID- 10899500".
package struct NBIBReader: DocumentReader {
  package static let format = "MEDLINE (nbib)"

  package static func recognises(_ head: FileHead) -> Bool {
    head.start.hasPrefix("PMID- ")
      || head.isText && head.holds("\nPMID- ") && head.holds("\nOWN - ")
  }

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    var records = TaggedRecords<MEDLINESyntax>(stream, from: origin)
    while let outcome = records.next() { try emit(outcome) }
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
      if let tag = tag(line) { return .field(tag, valueAt: min(6, line.count)) }
    }
    return .more(from: first)
  }

  /// The tag of two to four capitals and digits, spaces after it.
  private static func tag(_ line: UnsafeRawBufferPointer) -> TaggedRecord.Tag? {
    var packed: UInt32 = 0
    var length = 0
    while length < 4, line[length] != 0x20 {
      guard line[length].isCapital || line[length].isDigit else { return nil }
      packed = packed << 8 | UInt32(line[length])
      length += 1
    }
    return length >= 2 ? TaggedRecord.Tag(packed: packed) : nil
  }

  static func reference(_ record: inout TaggedRecord) -> BibliographicRecord {
    var reference = BibliographicRecord()
    reference.key = record.first("PMID")
    reference.title = record.first("TI", "BTI", "TT", "CTI") ?? ""
    let full = record.values("FAU")
    reference.authors = full.isEmpty ? record.values("AU") : full
    reference.authors += record.values("CN")
    for tag: TaggedRecord.Tag in ["DP", "DEP", "DA"] where reference.year == nil {
      reference.setDate(record.first(tag))
    }
    reference.imprint.editors = record.values("FED")
    if reference.imprint.editors.isEmpty { reference.imprint.editors = record.values("ED") }
    reference.imprint.place = record.first("PL")
    reference.imprint.edition = record.first("EN")
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
