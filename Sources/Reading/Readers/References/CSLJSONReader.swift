import JSON
import Literature

/// CSL-JSON, an array of references as Zotero and Mendeley export it; also reads an array of this
/// project's own records.
package struct CSLJSONReader: DocumentReader {
  package static let format = "CSL-JSON"

  package static func recognises(_ head: FileHead) -> Bool {
    guard head.isText else { return false }
    let start = head.start.drop { $0 == "\u{FEFF}" }
    guard start.first == "[" || start.first == "{" else { return false }
    if start.first == "[" {
      let next = start.dropFirst().drop(while: \.isWhitespace).first
      return next == "{" || (next == "]" && head.name.extension == "json")
    }
    return head.name.extension == "json" && start.contains("\"title\"")
  }

  /// Maximum size of a record in bytes.
  package var limit = 1 << 27

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    var elements = JSONElements(stream, limit: limit)
    var number = 0
    var isCut = false
    var others: (count: Int, first: SourceLocation)?
    while let element = elements.next() {
      number += 1
      isCut = !element.isWhole
      // In a file of one line, the number of a record is its location.
      let location = element.line > 1 ? SourceLocation.line(element.line) : .record(number)
      if isCut {
        for outcome in outcomes(ofCut: element, at: location, origin) { try emit(outcome) }
      } else if element.isObject {
        for outcome in outcomes(element, location, origin) { try emit(outcome) }
      } else {
        others = (count: (others?.count ?? 0) + 1, first: others?.first ?? location)
      }
    }
    // A list of numbers or words among the records is one mistake.
    if let (count, first) = others {
      let reason =
        count == 1 ? "is not an object" : "is the first of \(count) values that are not objects"
      try emit(.failed(origin.notice(first, reason)))
    }
    if stream.failure == nil, !isCut, !elements.areClosed {
      let reason =
        number == 0 ? "ends before its first record" : "is cut off after its last record"
      try emit(.failed(origin.notice(nil, reason)))
    }
  }

  /// The outcomes of a record within which the file ends: its whole members are read.
  private func outcomes(
    ofCut element: JSONElements.Element, at location: SourceLocation, _ origin: RecordOrigin
  ) -> [ReadOutcome] {
    for closed in element.closed {
      let found = outcomes(closed, location, origin)
      if case .document = found.last { return found + [origin.cutOff(read: location)] }
    }
    return [origin.cutOff(unread: location)]
  }

  /// The outcome of reading a record, after the mistakes in its values.
  private func outcomes(
    _ element: JSONElements.Element, _ location: SourceLocation, _ origin: RecordOrigin
  ) -> [ReadOutcome] {
    guard element.size <= limit else {
      return [origin.tooLarge(element.size, limit: limit, at: location)]
    }
    return element.bytes.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      do throws(JSONError) {
        let value = try scanner.value()
        guard value["_id"] == nil, value["text"] == nil else {
          var scanner = JSONScanner(bytes)
          var record = JSONRecord()
          try record.read(&scanner)
          return record.outcomes(
            from: origin, line: element.line, at: location, repaired: scanner.isRepaired)
        }
        let document = Self.reference(value).document(from: origin, line: element.line)
        return [origin.outcome(document, at: location, repaired: scanner.isRepaired)]
      } catch {
        return [.failed(origin.notice(location, error.description))]
      }
    }
  }

  private static func reference(_ item: JSONValue) -> BibliographicRecord {
    var reference = BibliographicRecord()
    reference.key = item["id"]?.text
    reference.title = item["title"]?.text ?? ""
    reference.setNames(names(item, "author"), editors: names(item, "editor"))
    reference.imprint.seriesEditors = names(item, "collection-editor")
    reference.imprint.series = item["collection-title"]?.elements.first?.text
    setDate(item["issued"], &reference)
    // Crossref has the event as an object.
    let event = item["event-title"] ?? item["event"]?["name"] ?? item["event"]
    reference.setVenue(
      proceedings: item["container-title"]?.elements.first?.text,
      conference: event?.elements.first?.text)
    reference.venue = reference.venue ?? item["collection-title"]?.elements.first?.text
    let accessed = item["accessed"]
    reference.setAccessed(calendarDate(accessed)?.text ?? text(ofDate: accessed))
    let type = item["type"]?.text.flatMap { ReferenceTypes.name($0, in: .csl) }
    // This project's exports keep the type given by the source here.
    reference.types =
      item["custom"]?["type"]?.text.map { [$0] }
      ?? ReferenceTypes.combined(item["genre"]?.text, with: type)
    reference.imprint.abbreviation =
      (item["container-title-short"] ?? item["journalAbbreviation"])?.elements.first?.text
    reference.language = item["language"]?.text
    reference.url = item["URL"]?.text
    reference.abstract = item["abstract"]?.text ?? ""
    reference.add(.doi, item["DOI"]?.text)
    reference.add(.pmid, item["PMID"]?.text)
    reference.add(.pmcid, item["PMCID"]?.text)
    reference.add(.isbn, item["ISBN"]?.text)
    reference.imprint.volume = item["volume"]?.text
    setNumbers(item, &reference)
    reference.imprint.publisher = item["publisher"]?.text
    reference.imprint.place = item["publisher-place"]?.text
    reference.imprint.edition = item["edition"]?.text
    reference.imprint.issn = item["ISSN"]?.elements.first?.text
    reference.notes = (item["note"]?.text ?? "").split(whereSeparator: \.isNewline)
      .map(String.init)
    reference.decodeEntities()
    reference.keywords = keywords(
      item["custom"]?["keywords"] ?? item["keyword"] ?? item["categories"])
    return reference
  }

  /// The number of an issue, of a report or in a series, and the pages or the article number.
  private static func setNumbers(_ item: JSONValue, _ reference: inout BibliographicRecord) {
    let isReport = item["type"]?.text == "report"
    let issue = item["issue"] ?? item["collection-number"] ?? (isReport ? item["number"] : nil)
    let article = isReport ? nil : item["number"]
    reference.imprint.issue = issue?.text
    reference.imprint.pages = (item["page"] ?? article ?? item["number-of-pages"])?.text
  }

  /// The names of a role, as their source writes them if this project's exports keep that.
  private static func names(_ item: JSONValue, _ role: String) -> [String] {
    let names = item[role]?.elements.compactMap(name) ?? []
    let written = item["custom"]?[role]?.elements.compactMap(\.text) ?? []
    guard written.count == names.count else { return names }
    return zip(names, written).map { name, written in
      // A name that was edited since the export differs from the name that was kept.
      let parts = PersonName(written)
      let spaced = PersonName.inverted(parts.family, parts.spacedGiven, parts.suffix)
      return spaced == name ? written : name
    }
  }

  private static func name(_ person: JSONValue) -> String? {
    if let literal = person["literal"]?.text ?? person.text { return literal }
    let particles = ["dropping-particle", "non-dropping-particle"].map { person[$0]?.text }
    let family = (particles + [person["family"]?.text]).joinedNonNil(separator: " ")
    return PersonName.inverted(family, person["given"]?.text, person["suffix"]?.text)
  }

  private static func setDate(_ date: JSONValue?, _ reference: inout BibliographicRecord) {
    guard let whole = calendarDate(date) else {
      reference.setDate(text(ofDate: date))
      return
    }
    reference.year = whole.year
    reference.imprint.month = whole.month
    reference.imprint.day = whole.day
  }

  /// A date given by numbers.
  private static func calendarDate(_ date: JSONValue?) -> CalendarDate? {
    let parts = date?["date-parts"]?.elements.first?.elements.map(\.integer) ?? []
    guard let year = parts.first ?? nil else { return nil }
    return CalendarDate(
      year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }

  /// A date given as text.
  private static func text(ofDate date: JSONValue?) -> String? {
    (date?["raw"] ?? date?["literal"] ?? date)?.text
  }

  private static func keywords(_ value: JSONValue?) -> [String] {
    guard let value else { return [] }
    if case .string(let text) = value {
      let all = HTMLEntities.decode(text)
      let separator: Character = all.contains(";") ? ";" : ","
      return all.parts(separatedBy: separator)
    }
    return value.elements.compactMap(\.text).map(HTMLEntities.decode)
  }
}
