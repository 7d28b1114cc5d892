import JSON
import Literature

/// A reference in CSL-JSON, or as Crossref's web service returns it, which differs little.
enum CSLItem {
  /// The reference that an object describes.
  static func reference(_ item: JSONValue) -> BibliographicRecord {
    var reference = BibliographicRecord()
    reference.key = item["id"]?.text
    reference.title = title(item)
    reference.addOtherTitle(item["original-title"]?.elements.first?.text)
    reference.setNames(names(item, "author"), editors: names(item, "editor"))
    reference.imprint.seriesEditors = names(item, "collection-editor")
    reference.imprint.series = item["collection-title"]?.elements.first?.text
    setDate(item["issued"], &reference)
    reference.year = reference.year ?? item["year"]?.integer
    reference.setDate((item["publication_date"] ?? item["date"])?.text)
    // Crossref has the event as an object.
    let event = item["event-title"] ?? item["event"]?["name"] ?? item["event"]
    reference.setVenue(
      proceedings: item["container-title"]?.elements.first?.text,
      conference: event?.elements.first?.text)
    reference.venue =
      reference.venue ?? (item["collection-title"] ?? item["journal"])?.elements.first?.text
    let accessed = item["accessed"]
    reference.setAccessed(calendarDate(accessed)?.text ?? text(ofDate: accessed))
    let type = item["type"]?.text.flatMap(ServiceTypes.crossref)
    // This project's exports keep the type given by the source here.
    reference.types =
      item["custom"]?["type"]?.text.map { [$0] }
      ?? ReferenceTypes.combined(item["genre"]?.text, with: type)
    reference.imprint.abbreviation =
      (item["container-title-short"] ?? item["short-container-title"]
      ?? item["journalAbbreviation"])?.elements.first?.text
    reference.language = item["language"]?.text
    reference.url = item["URL"]?.text
    reference.abstract = item["abstract"]?.text ?? ""
    reference.add(.doi, item["DOI"]?.text)
    reference.add(.pmid, item["PMID"]?.text)
    reference.add(.pmcid, item["PMCID"]?.text)
    reference.add(.isbn, item["ISBN"]?.elements.first?.text)
    reference.imprint.volume = item["volume"]?.text
    setNumbers(item, &reference)
    reference.imprint.publisher = item["publisher"]?.text
    reference.imprint.place = (item["publisher-place"] ?? item["publisher-location"])?.text
    reference.imprint.edition = item["edition"]?.text
    reference.imprint.issn = item["ISSN"]?.elements.first?.text
    reference.notes = (item["note"]?.text ?? "").split(whereSeparator: \.isNewline)
      .map(String.init)
    reference.decodeEntities()
    reference.keywords = keywords(
      item["custom"]?["keywords"] ?? item["keyword"] ?? item["categories"]
        ?? item["subject"])
    return reference
  }

  /// The title.
  ///
  /// Crossref has lists of titles, and the subtitle in a separate list or, in some works, in both.
  private static func title(_ item: JSONValue) -> String {
    let title = item["title"]?.elements.first?.text ?? ""
    guard let subtitle = item["subtitle"]?.elements.first?.text,
      !title.lowercased().hasSuffix(subtitle.lowercased())
    else { return title }
    return [title, subtitle].joinedNonEmpty(separator: ": ")
  }

  /// The number of an issue, of a report or in a series, and the pages or the article number.
  private static func setNumbers(_ item: JSONValue, _ reference: inout BibliographicRecord) {
    let isReport = item["type"]?.text == "report"
    let issue = item["issue"] ?? item["collection-number"] ?? (isReport ? item["number"] : nil)
    let article = isReport ? nil : item["number"] ?? item["article-number"]
    reference.imprint.issue = issue?.text
    reference.imprint.pages = (item["page"] ?? article ?? item["number-of-pages"])?.text
  }

  /// The names of a role, as their source writes them if this project's exports keep that.
  private static func names(_ item: JSONValue, _ role: String) -> [String] {
    // Other programs write a list in one string.
    if case .string(let list) = item[role] { return NameList.divided(NameText.names(list)) }
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
    // Crossref writes the names of organisations as "name".
    if let name = (person["literal"] ?? person["name"])?.text ?? person.text { return name }
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
