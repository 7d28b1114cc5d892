import JSON
import Literature

/// An item of Zotero in its own JSON, as its web service returns it, and as Better BibTeX exports it
/// (Zotero, "Web API v3" and "Item types and fields").
enum ZoteroItem {
  /// The fields of an item, which the web service has in another object; `nil` for other objects.
  static func fields(of value: JSONValue) -> JSONValue? {
    [value["data"], value].compactMap(\.self).first { $0["itemType"]?.text != nil }
  }

  /// The kind of part that an item is: a note, a file or an annotation; `nil` for a work.
  static func part(_ fields: JSONValue) -> String? {
    fields["itemType"]?.text.flatMap {
      ["note": "note", "attachment": "file", "annotation": "annotation"][$0]
    }
  }

  /// The reference that the fields describe.
  static func reference(_ fields: JSONValue) -> BibliographicRecord {
    func first(_ names: String...) -> String? {
      names.lazy.compactMap { fields[$0]?.text }.first
    }
    var reference = BibliographicRecord()
    reference.key = first("citationKey", "key", "itemKey")
    reference.title = first("title", "caseName", "nameOfAct", "subject") ?? ""
    reference.setNames(names(fields, authors), editors: names(fields, ["editor"]))
    reference.imprint.seriesEditors = names(fields, ["seriesEditor"])
    let type = first("itemType")
    if type == "thesis" { reference.supervisors = names(fields, ["contributor"]) }
    reference.types = ReferenceTypes.combined(
      first("thesisType", "reportType", "genre", "manuscriptType", "presentationType"),
      with: type.flatMap { ReferenceTypes.name($0, in: .zotero) })
    reference.setDate(first("date", "dateDecided", "dateEnacted", "issueDate"))
    reference.setVenue(
      proceedings: first(
        "publicationTitle", "bookTitle", "proceedingsTitle", "encyclopediaTitle",
        "dictionaryTitle", "websiteTitle", "blogTitle", "forumTitle", "programTitle", "code",
        "reporter"),
      conference: first("conferenceName", "meetingName"))
    reference.setSeries(first("series", "seriesTitle"))
    reference.imprint.abbreviation = first("journalAbbreviation")
    reference.imprint.volume = first("volume", "codeVolume", "reporterVolume")
    reference.imprint.issue = first("issue", "reportNumber", "seriesNumber", "number")
    reference.imprint.pages = first("pages", "codePages", "firstPage", "numPages")
    reference.imprint.publisher = first(
      "publisher", "university", "institution", "repository", "company", "distributor", "label",
      "studio", "network")
    reference.imprint.place = first("place")
    reference.setEdition(first("edition"))
    reference.imprint.issn = first("ISSN")
    for number in (first("ISBN") ?? "").split(whereSeparator: { " ,;".contains($0) }) {
      reference.add(.isbn, String(number))
    }
    reference.add(.doi, first("DOI"))
    reference.language = first("language")
    reference.url = first("url")
    reference.setAccessed(first("accessDate"))
    reference.abstract = first("abstractNote") ?? ""
    reference.keywords = (fields["tags"]?.elements ?? []).compactMap {
      ($0["tag"] ?? $0).text
    }
    takeNotes(fields, &reference)
    reference.decodeEntities()
    return reference
  }

  /// Roles of people who are authors in works of some type.
  private static let authors: Set<String> = [
    "author", "artist", "cartographer", "composer", "director", "interviewee", "inventor",
    "performer", "podcaster", "presenter", "programmer", "sponsor",
  ]

  private static func names(_ fields: JSONValue, _ roles: Set<String>) -> [String] {
    (fields["creators"]?.elements ?? []).compactMap { creator in
      guard roles.contains(creator["creatorType"]?.text ?? "author") else { return nil }
      return creator["name"]?.text
        ?? PersonName.inverted(creator["lastName"]?.text, creator["firstName"]?.text)
    }
  }

  /// The lines of Extra, in which people write DOIs of works that have no field for them, and the
  /// notes of an export.
  private static func takeNotes(_ fields: JSONValue, _ reference: inout BibliographicRecord) {
    reference.notes = (fields["extra"]?.text ?? "").split(whereSeparator: \.isNewline)
      .map(String.init)
    for line in reference.notes where reference.identifiers.allSatisfy({ $0.scheme != .doi }) {
      if line.holds("DOI") { reference.add(.doi, line) }
    }
    reference.notes += (fields["notes"]?.elements ?? []).compactMap { ($0["note"] ?? $0).text }
      .map(ZoteroNote.plain)
  }
}
