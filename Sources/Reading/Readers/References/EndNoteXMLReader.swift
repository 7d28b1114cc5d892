import Literature

/// EndNote's XML export: `records` of `record`, text wrapped in `style`.
package struct EndNoteXMLReader: XMLRecordReader {
  package static let format = "EndNote XML"
  static let records = ["record"]

  package static func recognises(_ head: FileHead) -> Bool {
    guard let root = head.xmlRoot else { return false }
    return ["xml", "records", "record"].contains(String(root))
      && (head.holds("<ref-type") || head.holds("<rec-number"))
  }

  package init() {}

  func document(_ record: XMLElement, from origin: RecordOrigin, line: Int) -> Document? {
    var reference = BibliographicRecord()
    reference.key = record.child("rec-number")?.content
    let titles = record.child("titles")
    reference.title = titles?.child("title")?.content ?? ""
    let translation = titles?.child("translated-title") ?? record.child("translated-title")
    reference.addOtherTitle(translation?.content)
    let contributors = record.child("contributors")
    let type = record.child("ref-type")?.attribute("name")
    let series = titles?.child("secondary-title")?.content
    reference.setNames(
      names(contributors?.child("authors")), editors: [],
      second: names(contributors?.child("secondary-authors")),
      third: names(contributors?.child("tertiary-authors")), of: type,
      hasSeries: series != nil && series != reference.title)
    let periodical = record.child("periodical")
    let full = periodical?.child("full-title")?.content
    let abbreviations = ["abbr-1", "abbr-2", "abbr-3"].compactMap { (name: StaticString) in
      periodical?.child(name)?.content
    }
    // The title of the journal may be one of its abbreviations.
    let container = series.map { abbreviations.contains($0) ? full ?? $0 : $0 } ?? full
    reference.setVenue(container, custom3: record.child("custom3")?.content, of: type)
    reference.setAccessed(record.child("access-date")?.content)
    reference.imprint.series = titles?.child("tertiary-title")?.content
    reference.imprint.abbreviation =
      abbreviations.first ?? titles?.child("alt-title")?.content
    let dates = record.child("dates")
    reference.setDate(dates?.child("year")?.content)
    let date = dates?.child("pub-dates", "date")?.content
    reference.setDate(date)
    reference.setDayOfYear(date)
    reference.types = ReferenceTypes.combined(
      record.child("work-type")?.content, with: type)
    reference.language = record.child("language")?.content
    reference.abstract = record.child("abstract")?.content ?? ""
    reference.keywords = record.child("keywords")?.children("keyword").compactMap(\.content) ?? []
    let links = record.child("urls")?.descendants("url").compactMap(\.content) ?? []
    reference.setURL(inAnyOf: links)
    reference.notes = ["notes", "research-notes"].flatMap { (name: StaticString) in
      record.children(name).compactMap(\.content)
    }
    reference.add(.doi, record.child("electronic-resource-num")?.content)
    reference.addDOI(inAnyOf: links)
    reference.addNumbers(numbers(record))
    reference.imprint.volume = record.child("volume")?.content
    reference.imprint.issue = record.child("number")?.content
    reference.imprint.pages = (record.child("pages") ?? record.child("custom7"))?.content
    reference.imprint.publisher = record.child("publisher")?.content
    reference.imprint.issn = record.child("isbn")?.content
    reference.imprint.place = record.child("pub-location")?.content
    reference.setEdition(record.child("edition")?.content)
    reference.decodeEntities()
    return reference.document(from: origin, line: line)
  }

  private func names(_ list: XMLElement?) -> [String] {
    NameList.divided(list?.children("author").compactMap(\.content) ?? [])
  }

  private func numbers(_ record: XMLElement) -> EndNoteNumbers {
    EndNoteNumbers(
      accession: record.child("accession-num")?.content,
      database: record.child("remote-database-name")?.content,
      provider: record.child("remote-database-provider")?.content,
      custom2: record.child("custom2")?.content, custom3: record.child("custom3")?.content,
      custom5: record.child("custom5")?.content)
  }
}
