import Literature

/// Two characters, two spaces and a hyphen; any other line continues the last value.
///
/// The tags are those that Web of Science, Scopus, PsycINFO, the Cochrane Library, EPPI-Reviewer,
/// Covidence, Zotero and EndNote write.
struct RISSyntax: TaggedSyntax {
  static let opener = "TY"
  static let closer: StaticString = "ER"
  /// Whether the record began with one space before the hyphen, so that all its tags may have only
  /// one.
  private var hasShortTags = false
  /// Whether the previous line is the type, which never continues.
  private var isAfterType = false

  static func begins(
    _ tag: TaggedRecord.Tag, isOpen: Bool, hasBlank: Bool, has: (TaggedRecord.Tag) -> Bool
  ) -> Bool {
    tag == "TY"
  }

  mutating func parse(_ line: UnsafeRawBufferPointer) -> TaggedLine {
    guard let first = line.firstVisible else { return .blank }
    let tagged = UnsafeRawBufferPointer(rebasing: line[first...])
    guard let start = valueStart(tagged) else {
      // The Cochrane Library.
      if tagged.begins(with: "DOI - ") { return .field("DO", valueAt: first + 6) }
      // APA PsycNet.
      if tagged.begins(with: "DESCRIPTORS  - ") { return .field("KW", valueAt: first + 15) }
      return .more(from: first)
    }
    let tag = tagged.tagOfTwo
    let isShort = tagged[3] == 0x2D
    if tag == "TY" || isAfterType && isShort { hasShortTags = isShort }
    isAfterType = tag == "TY"
    guard tag == "ER" else { return .field(tag, valueAt: first + start) }
    // If files were joined, and the last line of one has no end, the next record begins there.
    let rest = UnsafeRawBufferPointer(rebasing: tagged[start...])
    guard let next = valueStart(rest), rest.tagOfTwo == "TY" else { return .end }
    hasShortTags = rest[3] == 0x2D
    isAfterType = true
    return .field("TY", valueAt: first + start + next)
  }

  /// Whether a line has the usual form of a tag.
  static func hasTag(_ line: UnsafeRawBufferPointer) -> Bool {
    line.count > 4 && line[0].isCapital && (line[1].isCapital || line[1].isDigit)
      && line[2] == 0x20 && line[3] == 0x20 && line[4] == 0x2D
  }

  /// The offset of the value on a line with a tag; `nil` for other lines.
  ///
  /// Some exports write one space before the hyphen. In a record that does not begin this way, only
  /// a common tag is accepted, because a line of text may look the same.
  private func valueStart(_ line: UnsafeRawBufferPointer) -> Int? {
    guard line.count >= 4, line[0].isCapital, line[1].isCapital || line[1].isDigit,
      line[2] == 0x20
    else { return nil }
    let hyphen = line[3] == 0x20 ? 4 : 3
    guard hyphen < line.count, line[hyphen] == 0x2D else { return nil }
    let start = hyphen + 1
    let isSpaced = start == line.count || line[start].isBlank
    // Some exports write no space after it.
    if !isSpaced, hyphen == 3 || !Self.common.contains(line.tagOfTwo) { return nil }
    if hyphen == 3, !hasShortTags, !isAfterType, !Self.common.contains(line.tagOfTwo) { return nil }
    return min(isSpaced ? start + 1 : start, line.count)
  }

  private static let common: Set<TaggedRecord.Tag> = [
    "TY", "ER", "AU", "TI", "T1", "T2", "AB", "N2", "PY", "Y1", "JO", "JF", "KW", "DO", "UR", "SN",
    "SP", "EP", "VL", "IS", "PB", "A1", "A2", "N1", "LA", "JA", "DA",
    "L1", "L2", "L3", "L4", "ID", "AN", "DB",
  ]

  static func reference(_ record: inout TaggedRecord) -> BibliographicRecord {
    var reference = BibliographicRecord()
    reference.title = record.first("TI", "T1", "CT", "BT", "TT", "ST") ?? ""
    let type = record.first("TY").flatMap { ReferenceTypes.name($0, in: .ris) }
    setNames(&record, of: type, &reference)
    for tag: TaggedRecord.Tag in ["PY", "Y1", "DA", "YR"] { reference.setDate(record.first(tag)) }
    reference.setDayOfYear(record.first("DA"))
    reference.checkYear(record.first("PY", "Y1", "YR"))
    setVenue(&record, &reference)
    var work = [record.first("M3"), record.first("DT"), record.first("PT")].compactMap(\.self)
      .first(where: isWork)
    reference.imprint.volume = record.first("VL", "VO")
    // EndNote keeps the degree here.
    if type == "Thesis", let degree = reference.imprint.volume, !degree.contains(where: \.isNumber)
    {
      work = work ?? degree
      reference.imprint.volume = nil
    }
    reference.types = ReferenceTypes.combined(work, with: type)
    reference.language = record.first("LA")
    setAccessed(&record, &reference)
    let abstracts = record.values("AB")
    reference.abstract = AbstractParts.joined(
      abstracts.isEmpty ? record.values("N2") : abstracts)
    reference.addOtherTitle(record.first("TT"))
    // Some exports write one tag and then one keyword per line.
    reference.keywords = (record.lines("KW") + record.lines("KY")).flatMap(KeywordLine.keywords)
    // Programs write other fields into notes, too.
    reference.notes =
      record.values(ofAny: "N1", "RN").filter { $0 != reference.title }
      + record.values("M2").filter { $0.contains(" ") }
    addIdentifiers(&record, &reference)
    reference.checkDOI(record.first("DO", "DI"))
    addRegistrations(&record, &reference)
    reference.imprint.issue = record.first("IS", "CP", "SV") ?? number(&record)
    reference.imprint.pages = pages(&record)
    reference.imprint.publisher = record.first("PB")
    // In a report, `SN` may be the number of the report itself: "42/13".
    let isReport = record.first("TY") == "RPRT"
    for number in record.values("SN") {
      let isSerial =
        Identifier(.isbn, parsing: number) != nil || SerialNumber.first(in: number) != nil
      if isReport, !isSerial {
        reference.imprint.issue = reference.imprint.issue ?? number
      } else {
        reference.addSerialNumber(number)
      }
    }
    reference.imprint.place = record.first("CY", "PP")
    if reference.imprint.place == nil, isConferencePaper(&record) {
      reference.imprint.place = record.first("C1")
    }
    reference.setEdition(record.first("ET"))
    return reference
  }

  /// Sets the full name of the journal and its abbreviation; `JO` contains one or the other.
  private static func setVenue(
    _ record: inout TaggedRecord, _ reference: inout BibliographicRecord
  ) {
    if isConferencePaper(&record) {
      // Zotero and EndNote have the conference under T2, and the proceedings under C3.
      let proceedings = record.first("C3").flatMap { DatabaseNumbers.matches($0) ? nil : $0 }
      reference.setVenue(
        proceedings: proceedings ?? record.first("JF"), conference: record.first("T2"))
      reference.venue = reference.venue ?? record.first("JO", "BT", "SO", "JA", "J2")
    } else {
      // The source of a registered trial is its address.
      let source = record.first("SO").flatMap { WebAddress.isURL($0) ? nil : $0 }
      reference.venue =
        record.first("JF", "T2", "JO", "BT") ?? source ?? record.first("JA", "J2")
    }
    if reference.venue == reference.title {
      let others = [record.first("JO", "JA", "J2"), reference.imprint.conference]
      let title = reference.title
      reference.venue = others.compactMap(\.self).first { $0 != title }
    }
    let short = record.first("JA", "J2", "JO")
    if short != reference.venue, short != reference.imprint.conference {
      reference.imprint.abbreviation = short
    }
    reference.setSeries(record.first("T3"))
  }

  private static func isConferencePaper(_ record: inout TaggedRecord) -> Bool {
    ["CONF", "CPAPER"].contains(record.first("TY"))
  }

  /// The date of access; EndNote writes that of a web page under M1.
  ///
  /// In patents, Y2 is the date of filing.
  private static func setAccessed(
    _ record: inout TaggedRecord, _ reference: inout BibliographicRecord
  ) {
    if record.first("TY") == "PAT" { return }
    reference.setAccessed(record.first("Y2"))
    if reference.imprint.accessed == nil, isWebPage(&record) {
      reference.setAccessed(record.first("M1"))
    }
  }

  private static func isWebPage(_ record: inout TaggedRecord) -> Bool {
    record.first("TY") == "ELEC"
  }

  /// The number of an issue or of a volume in a series, which EndNote and Zotero write under M1,
  /// and the Cochrane Library under NO; databases keep longer texts there.
  private static func number(_ record: inout TaggedRecord) -> String? {
    // In theses, it is the number of the thesis.
    if isWebPage(&record) || record.first("TY") == "THES" { return nil }
    return record.first("M1", "NO").flatMap { number in
      number.utf8.count <= 12 && number.contains(where: \.isNumber) && !number.contains(":")
        ? number : nil
    }
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
      + (record.values("SO") + record.values("US")).filter { WebAddress.isURL($0) }
    // Zotero writes several files into one value, each on its own line.
    reference.links = (record.lines("L1") + record.lines("L2")).flatMap {
      $0.split(separator: ";").map { $0.trimmed }
    }
    reference.setURL(inAnyOf: links)
    reference.addDOI(inAnyOf: links)
    for link in links where link.holds("pubmed") {
      reference.add(
        .pmid, link.digits(after: "pubmed/") ?? link.digits(after: "pubmed.ncbi.nlm.nih.gov/"))
    }
    addAccessions(&record, links, &reference)
    reference.add(.pmid, record.first("PM"))
    if let list = record.first("C3") { reference.add(.pmid, DatabaseNumbers.pmid(in: list)) }
    if let number = record.first("C5") { reference.add(.pmid, DatabaseNumbers.pmid(alone: number)) }
    if let custom = record.first("C2") {
      if custom.uppercased().hasPrefix("PMC") {
        reference.add(.pmcid, custom)
      } else if isOfScopus(&record, links) {
        reference.add(.pmid, DatabaseNumbers.pmid(alone: custom))
      }
    }
    let numbers = record.values("U1")
    for number in numbers { addLabelled(number, &reference) }
    reference.key =
      record.first("ID", "AN") ?? numbers.first { !isLabelled($0) } ?? record.first("UT")
      ?? embaseNumber(&record)
    if reference.key == nil, let link = links.first, WebAddress.url(link) == nil,
      Identifier(.doi, parsing: link) == nil
    {
      reference.key = link
    }
  }

  /// Whether a text is the type of a work; some programs use the field for other things.
  private static func isWork(_ text: String) -> Bool {
    text.contains(where: \.isLetter) && Identifier(.doi, parsing: text) == nil
      && !isClassification(text) && !isMedium(text)
  }

  /// Whether a text in place of a type is the medium of the work, as TRID writes it.
  private static func isMedium(_ text: String) -> Bool {
    ["Web", "Print", "Digital/other", "CD-ROM", "PDF"].contains(text)
  }

  private static func pages(_ record: inout TaggedRecord) -> String? {
    let first = record.first("SP").map { text in
      let label = ["pp. ", "pp ", "p. ", "p "].first { text.lowercased().hasPrefix($0) }
      return label.map { String(text.dropFirst($0.count)) } ?? text
    }
    guard let start = first else { return record.first("PG", "C7") }
    return Imprint.pages(from: start, to: record.first("EP"))
  }
}
