import JSON
import Literature

/// The fields of one JSON Lines record.
struct JSONRecord {
  private var id: String?
  private var title = ""
  private var text = ""
  private var others: [String: JSONValue] = [:]

  /// The keys that are read besides `_id`, `title` and `text`.
  static let known = Set(
    [
      "id", "authors", "year", "venue", "journal", "type", "doi", "pmid", "pmcid", "url",
      "language",
      "keywords", "abstract", "isbn", "registry", "accession_numbers", "imprint",
    ] + FacetName.allCases.map(\.rawValue))

  /// Keys that references in CSL-JSON do not have.
  static let ownKeys: Set<String> = known.subtracting(["id", "type", "language", "abstract"])

  /// Whether the object may be a reference in another kind of JSON: it has no text and no `_id`,
  /// but keys that are not read.
  var mayBeOther: Bool { id == nil && text.isEmpty && hasUnread }

  private var hasUnread = false

  /// Reads an object; if a key occurs twice, the last value wins.
  mutating func read(_ scanner: inout JSONScanner) throws(JSONError) {
    try scanner.object { (scanner, key) throws(JSONError) in
      switch key {
      case "_id": id = try scanner.value().text
      case "title": title = try Self.string(&scanner)
      case "text": text = try Self.string(&scanner)
      case _ where Self.known.contains(key): others[key] = try scanner.value()
      default:
        hasUnread = true
        try scanner.skipValue()
      }
    }
  }

  /// The outcome of reading the record, after the mistakes in its values.
  func outcomes(
    from origin: RecordOrigin, line: Int, at location: SourceLocation, repaired: Bool
  ) -> [ReadOutcome] {
    var mistakes: [ReadOutcome] = []
    let document = document(from: origin, line: line) {
      mistakes.append(.mistake(origin.notice(location, $0), in: .jsonLines))
    }
    return mistakes + [origin.outcome(document, at: location, repaired: repaired)]
  }

  /// The document, or `nil` if the record has nothing to search for.
  ///
  /// - Parameter complain: is called with each value that is not read, as the end of a sentence.
  private func document(
    from origin: RecordOrigin, line: Int, _ complain: (String) -> Void
  ) -> Document? {
    let body = text.isEmpty ? others["abstract"]?.text ?? "" : text
    let key = id ?? others["id"]?.text
    var document = Document(
      id: key ?? "", source: origin.source(key: key, line: line))
    document.title = TitleMarkup.pairsRemoved(from: title)
    document.text = body
    document.sections = SectionBuilder.sections(of: body)
    if !title.isEmpty { document.origins[.title] = .record }
    if !others.isEmpty { addOthers(to: &document, complain) }
    guard !document.isEmpty else { return nil }
    addRegistration(key, to: &document)
    if key == nil { document.nameByContent(origin) }
    return document
  }

  private func addOthers(to document: inout Document, _ complain: (String) -> Void) {
    document.set(\.authors, .authors, NameList.divided(others["authors"].map(Self.names) ?? []))
    document.set(\.year, .year, year(complain))
    let journal = others["journal"]
    document.set(
      \.venue, .venue, (others["venue"] ?? journal?["name"] ?? journal?["title"] ?? journal)?.text)
    document.set(\.type, .type, others["type"]?.text)
    document.set(\.language, .language, others["language"]?.text)
    document.set(\.url, .url, others["url"]?.text)
    document.set(\.keywords, .keywords, others["keywords"]?.elements.compactMap(\.text) ?? [])
    let identifiers = Identifier.Scheme.ofFields.compactMap { scheme in
      others[scheme.rawValue]?.text.flatMap { Identifier(scheme, parsing: $0) }
    }
    let accessions = others["accession_numbers"]?.elements.compactMap(\.text) ?? []
    document.set(
      \.identifiers, .identifiers,
      identifiers + accessions.compactMap { Identifier(.accession, parsing: $0) })
    for name in FacetName.allCases {
      let values = WrittenValue.values(written(name.rawValue), of: name, complain)
      document.facets.add(name, values, origin: .record)
    }
    if let imprint = others["imprint"] {
      document.imprint.volume = imprint["volume"]?.text
      document.imprint.issue = imprint["issue"]?.text
      document.imprint.pages = imprint["pages"]?.text
      document.imprint.publisher = imprint["publisher"]?.text
      document.imprint.issn = imprint["issn"]?.text
      document.imprint.month = imprint["month"]?.integer
      document.imprint.day = imprint["day"]?.integer
      document.imprint.dropImpossibleDate()
      document.imprint.editors = imprint["editors"]?.elements.compactMap(\.text) ?? []
      document.imprint.place = imprint["place"]?.text
      document.imprint.edition = imprint["edition"]?.text
      document.imprint.abbreviation = imprint["abbreviation"]?.text
      document.imprint.series = imprint["series"]?.text
      document.imprint.seriesEditors = imprint["series_editors"]?.elements.compactMap(\.text) ?? []
      document.imprint.conference = imprint["conference"]?.text
      document.imprint.accessed = imprint["accessed"]?.text.flatMap(CalendarDate.accessed)
      document.imprint.notes = imprint["notes"]?.elements.compactMap(\.text) ?? []
    }
  }

  /// Adds the number of a registered trial that is the key of its record: two trials can have the
  /// same title and year.
  private func addRegistration(_ key: String?, to document: inout Document) {
    guard let key, !document.identifiers.contains(where: { $0.scheme == .registry }),
      let number = Identifier.registration(key)
    else { return }
    document.set(\.identifiers, .identifiers, document.identifiers + [number])
  }

  private func year(_ complain: (String) -> Void) -> Int? {
    if let year = others["year"]?.integer, WrittenValue.years.contains(year) { return year }
    guard let text = written("year").first, text != "none" else { return nil }
    return WrittenValue.year(text, complain)
  }

  /// The values of a key as text, also those that are neither text nor numbers; null and blank
  /// texts are left out.
  private func written(_ key: String) -> [String] {
    (others[key]?.elements ?? []).compactMap { value -> String? in
      switch value {
      case .null, .string: return value.text
      default: return value.text ?? String(decoding: value.encoded, as: UTF8.self)
      }
    }
  }

  /// Authors as strings, or as objects as in CSL-JSON.
  private static func names(_ value: JSONValue) -> [String] {
    if case .string(let all) = value { return NameText.names(all) }
    return value.elements.compactMap(\.personName)
  }

  private static func string(_ scanner: inout JSONScanner) throws(JSONError) -> String {
    if scanner.peek() == 0x22 { return try scanner.string() }
    return try scanner.value().elements.compactMap(\.text).joined(separator: "\n\n")
  }
}
