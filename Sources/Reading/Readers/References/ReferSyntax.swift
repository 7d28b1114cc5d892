import Literature

/// A percent sign, a character and a space, as in refer, whose tags EndNote extends; any other line
/// continues the last value (EndNote, "Tagged EndNote Import Format").
struct ReferSyntax: TaggedSyntax {
  static let opener = "%0"
  /// No tag ends a record.
  static let closer: StaticString = ""
  private var isInKeywords = false

  /// Each record begins with its type.
  ///
  /// In files of refer, which has no types, an empty line ends a record.
  static func begins(
    _ tag: TaggedRecord.Tag, isOpen: Bool, hasBlank: Bool, has: (TaggedRecord.Tag) -> Bool
  ) -> Bool {
    switch tag {
    case "%0": true
    case "%A", "%T": !isOpen || hasBlank && has("%T") && !has("%0")
    default: false
    }
  }

  /// Nothing shows that the last record is complete.
  static func isCutOff(othersClose: Bool?, has: (TaggedRecord.Tag) -> Bool) -> Bool { false }

  mutating func parse(_ line: UnsafeRawBufferPointer) -> TaggedLine {
    guard let first = line.firstVisible else { return .blank }
    if first == 0, line.count > 1, line[0] == 0x25, (0x21...0x7E).contains(line[1]),
      line.count == 2 || line[2].isBlank
    {
      isInKeywords = line.tagOfTwo == "%K"
      return .field(line.tagOfTwo, valueAt: min(3, line.count))
    }
    // EndNote writes each further keyword on its own line.
    return isInKeywords ? .field("%K", valueAt: first) : .more(from: first)
  }

  static func reference(_ record: inout TaggedRecord) -> BibliographicRecord {
    var reference = BibliographicRecord()
    reference.key = record.first("%F", "%M")
    reference.title = record.first("%T", "%!") ?? ""
    reference.addOtherTitle(record.first("%Q"))
    let type = record.first("%0").flatMap { $0 == "Generic" ? nil : $0 }
    let series = record.first("%B")
    reference.setNames(
      names(record.values("%A")), editors: [], second: names(record.values("%E")),
      third: names(record.values("%Y")), of: type,
      hasSeries: series != nil && series != reference.title)
    for tag: TaggedRecord.Tag in ["%D", "%8"] { reference.setDate(record.first(tag)) }
    reference.setDayOfYear(record.first("%8"))
    reference.checkYear(record.first("%D"))
    setVenue(&record, of: type, &reference)
    reference.types = ReferenceTypes.combined(record.first("%9"), with: type)
    reference.language = record.first("%G")
    reference.setAccessed(record.first("%["))
    reference.abstract = AbstractParts.joined(record.values("%X"))
    reference.keywords = record.values("%K").flatMap(KeywordLine.keywords)
    reference.notes = record.values(ofAny: "%Z", "%O")
    let links = record.lines("%U")
    reference.setURL(inAnyOf: links)
    reference.add(.doi, record.first("%R"))
    reference.addDOI(inAnyOf: links)
    reference.checkDOI(record.first("%R"))
    reference.addNumbers(
      EndNoteNumbers(
        accession: record.first("%M"), database: record.first("%~"), provider: record.first("%W"),
        custom2: record.first("%2"), custom3: record.first("%3"), custom5: record.first("%#")))
    reference.imprint.volume = record.first("%V")
    reference.imprint.issue = record.first("%N")
    reference.imprint.pages = record.first("%P", "%]")
    reference.imprint.publisher = record.first("%I")
    reference.imprint.place = record.first("%C")
    reference.setEdition(record.first("%7"))
    for number in record.lines("%@") { reference.addSerialNumber(number) }
    return reference
  }

  /// The journal, or the book, the proceedings or the conference; and the series.
  private static func setVenue(
    _ record: inout TaggedRecord, of type: String?, _ reference: inout BibliographicRecord
  ) {
    reference.setVenue(record.first("%J", "%B"), custom3: record.first("%3"), of: type)
    reference.setSeries(record.first("%S"))
  }

  private static func names(_ values: [String]) -> [String] {
    NameList.divided(values.flatMap { $0.parts(separatedBy: ";") })
  }
}
