import Literature

/// Two characters and a space (Clarivate, "Web of Science Core Collection Field Tags").
struct WebOfScienceSyntax: TaggedSyntax {
  static let opener = "PT"
  static let closer: StaticString = "ER"
  static let fileStart: TaggedRecord.Tag? = "FN"
  static let fileEnd: TaggedRecord.Tag? = "EF"
  /// The name and version of the format, and the end of the file.
  static let outsideRecords: Set<TaggedRecord.Tag> = ["FN", "VR", "EF"]

  static func begins(
    _ tag: TaggedRecord.Tag, isOpen: Bool, hasBlank: Bool, has: (TaggedRecord.Tag) -> Bool
  ) -> Bool {
    tag == "PT"
  }

  func parse(_ line: UnsafeRawBufferPointer) -> TaggedLine {
    guard let first = line.firstVisible else { return .blank }
    guard first == 0, line.count >= 2, line[0].isCapital, line[1].isCapital || line[1].isDigit,
      line.count == 2 || line[2] == 0x20
    else { return .more(from: first) }
    let tag = line.tagOfTwo
    return tag == "ER" ? .end : .field(tag, valueAt: min(3, line.count))
  }

  static func reference(_ record: inout TaggedRecord) -> BibliographicRecord {
    var reference = BibliographicRecord()
    reference.key = record.first("UT")
    reference.title = record.first("TI") ?? ""
    let full = record.lines("AF")
    let people = NameList.divided(full.isEmpty ? record.lines("AU") : full)
    reference.setNames(
      people + record.lines("CA"), editors: NameList.divided(record.lines("BE")))
    reference.setDate(record.first("PY"))
    if let year = reference.year, let date = record.first("PD") {
      reference.setDate("\(year) \(date)")
    }
    // An article that has no issue yet.
    reference.setDate(record.first("EA"))
    reference.setVenue(proceedings: record.first("SO"), conference: record.first("CT"))
    reference.imprint.abbreviation = record.first("JI", "J9")
    reference.types = record.first("DT")?.split(separator: ";").map { $0.trimmed } ?? []
    reference.language = record.first("LA")
    reference.abstract = record.first("AB") ?? ""
    reference.keywords = (record.values("DE") + record.values("ID")).flatMap {
      $0.split(separator: ";").map { $0.trimmed }
    }
    reference.add(.doi, record.first("DI"))
    reference.add(.pmid, record.first("PM"))
    reference.addAccessions(record.first("UT"))
    reference.imprint.volume = record.first("VL")
    reference.imprint.issue = record.first("IS")
    reference.imprint.pages =
      Imprint.pages(from: record.first("BP"), to: record.first("EP")) ?? record.first("AR")
    reference.imprint.publisher = record.first("PU")
    reference.imprint.issn = record.first("SN")
    reference.imprint.place = record.first("PI")
    reference.imprint.series = record.first("SE")
    reference.add(.isbn, record.first("BN"))
    return reference
  }
}
