import Literature

/// Tags of up to four letters, a hyphen, and values that continue after six spaces
/// (NLM, "MEDLINE/PubMed Data Element Descriptions").
struct MEDLINESyntax: TaggedSyntax {
  static let opener = "PMID"
  /// PubMed's last field, the citation, which is not read.
  static let closer: StaticString = "SO"

  /// PubMed's records begin with a PMID; ERIC's have none and begin with their owner.
  ///
  /// Programs and people put empty lines into records, too. After one, an owner begins a record
  /// only if the title has been read, because PubMed writes the owner before it. A second title
  /// after one belongs to a record that has neither a PMID nor an owner.
  static func begins(
    _ tag: TaggedRecord.Tag, isOpen: Bool, hasBlank: Bool, has: (TaggedRecord.Tag) -> Bool
  ) -> Bool {
    switch tag {
    case "PMID": true
    case "OWN": !isOpen || has("OWN") || hasBlank && has("TI")
    case "TI": isOpen && hasBlank && has("TI")
    default: false
    }
  }

  /// Only PubMed's records have an end; they begin with PMID, owner and status, before the title.
  static func isCutOff(othersClose: Bool?, has: (TaggedRecord.Tag) -> Bool) -> Bool {
    guard othersClose != false, has("PMID") else { return false }
    if has("OWN"), has("STAT") { return true }
    return (othersClose == true || has("OWN")) && !has("TI") && !has("BTI")
  }

  func parse(_ line: UnsafeRawBufferPointer) -> TaggedLine {
    guard let first = line.firstVisible else { return .blank }
    if first == 0, line.count >= 5 {
      // ERIC writes "ISSN - ", with a space after four letters.
      let hyphen = line[4] == 0x20 && line.count > 5 && line[3] != 0x20 ? 5 : 4
      if line[hyphen] == 0x2D, let tag = Self.tag(line) {
        return .field(tag, valueAt: min(hyphen + 2, line.count))
      }
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
    reference.key = record.first("PMID", "OID")
    reference.title = PubMedTitle.withoutFullStop(record.first("TI", "BTI", "TT", "CTI") ?? "")
    reference.setNames(
      authors(&record), editors: names(record.values("FED"), short: record.values("ED")))
    for tag: TaggedRecord.Tag in ["DP", "DEP", "DA"] where reference.year == nil {
      reference.setDate(record.first(tag))
    }
    reference.imprint.place = record.first("PL")
    reference.imprint.edition = record.first("EN")
    reference.venue = record.first("JT", "BTI", "TA", "CTI")
    if let venue = reference.venue, PubMedTitle.withoutFullStop(venue) == reference.title {
      reference.venue = record.first("TA", "CTI")
    }
    reference.imprint.series = record.first("CTI")
    reference.imprint.abbreviation = record.first("TA")
    reference.types = types(record.values("PT"))
    reference.language = record.first("LA")
    reference.add(.pmid, record.first("PMID"))
    // ERIC's number.
    reference.addAccessions(record.first("OID"), of: record.first("OWN"))
    for located in record.values("LID") + record.values("AID") where located.hasSuffix("[doi]") {
      reference.add(.doi, String(located.dropLast(5)))
    }
    // ERIC keeps the address here.
    reference.url = record.values("LID").first { WebAddress.url($0) != nil }
    reference.add(.pmcid, record.first("PMC"))
    reference.keywords = record.values("MH") + record.values("OT")
    reference.abstract = AbstractParts.joined(record.values("AB"))
    for abstract in record.values("OAB") { reference.addAbstract(abstract) }
    reference.addOtherTitle(record.first("TT").map(PubMedTitle.withoutFullStop))
    reference.addTrialNumbers(
      record.values("SI").map { $0.replacing("/", with: " ", maxReplacements: 1) })
    reference.notes = record.values("GN")
    reference.imprint.volume = record.first("VI")
    reference.imprint.issue = record.first("IP")
    reference.add(.isbn, record.first("ISBN"))
    reference.imprint.pages = record.first("PG") ?? articleNumber(&record)
    reference.imprint.publisher = record.first("PB")
    reference.imprint.issn = record.first("IS", "ISSN").map { number in
      // "1234-5678 (Print)" in MEDLINE, "ISSN-1234-5678" in ERIC.
      String(number.drop { !$0.isNumber }.prefix { $0 != " " })
    }
    return reference
  }

  /// The types of a record, without MEDLINE's name for the type before it, which exports add: "Book
  /// Section" and then "Book Chapter".
  private static func types(_ types: [String]) -> [String] {
    guard let last = types.last, types.count > 1,
      ["Book", "Book Chapter", "Academic Dissertation"].contains(last),
      let code = ReferenceTypes.code(last, in: .csl),
      let before = ReferenceTypes.deciding(Array(types.dropLast())),
      ReferenceTypes.code(before, in: .csl) == code
    else { return types }
    return Array(types.dropLast())
  }

  /// People and organisations in the order of the record.
  private static func authors(_ record: inout TaggedRecord) -> [String] {
    let bodies = record.values("CN")
    let full = record.values("FAU")
    let people = names(full, short: record.values("AU"))
    guard !bodies.isEmpty else { return people }
    // As many people come before an organisation as are counted up to it.
    var counted = 0
    var authors: [String] = []
    var used = 0
    let ordered =
      full.isEmpty ? record.values(ofAny: "AU", "CN") : record.values(ofAny: "FAU", "CN")
    for name in ordered {
      if used < bodies.count, name == bodies[used] {
        authors.append(name)
        used += 1
      } else if counted < people.count {
        authors.append(people[counted])
        counted += 1
      }
    }
    return authors + people[counted...]
  }

  /// Full names; without them, those with initials.
  private static func names(_ full: [String], short: @autoclosure () -> [String]) -> [String] {
    guard !full.isEmpty else { return NameList.divided(short(), order: .familyAndInitials) }
    // "Holloway, Robert G Jr"
    return full.map { name in
      guard let space = name.utf8.lastIndex(of: 0x20),
        NameWords.isSuffix(name[name.utf8.index(after: space)...])
      else { return name }
      return PersonName(name).inverted
    }
  }

  /// The article number of a journal without pages, which PubMed keeps among the locations.
  private static func articleNumber(_ record: inout TaggedRecord) -> String? {
    for located in record.values("LID") + record.values("AID") where located.hasSuffix("[pii]") {
      if let number = ArticleNumber(publisherItem: located.dropLast(5)) { return number.text }
    }
    return nil
  }
}
