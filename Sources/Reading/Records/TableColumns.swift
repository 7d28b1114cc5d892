import Literature

/// The meaning of the columns of a table of references.
struct TableColumns {
  /// The number of columns.
  let count: Int
  /// The number of known columns.
  var knownCount: Int { columns.values.reduce(0) { $0 + $1.count } }
  private var columns: [String: [Int]] = [:]
  /// The columns with keys, which include those with accession numbers.
  private let keys: [Int]
  private let isPubMed: Bool
  private let lists: TableNames
  private let isZotero: Bool
  private let isOfRegister: Bool
  private let isOpenAlex: Bool
  private let isEmbase: Bool
  /// Whether they are the columns of references: one has a name that only references have, or all
  /// are known.
  ///
  /// Other tables, such as budgets, can also have a title and a year.
  let areOfReferences: Bool

  /// Reads a header; `nil` if it has no column for a title or an abstract.
  init?(_ header: [String]) {
    count = header.count
    let isWebOfScience = Self.areOfWebOfScience(header)
    let names = Set(header.map { $0.trimmed.lowercased() })
    isOfRegister = names.contains("public title") || names.contains("public_title")
    for (index, name) in header.enumerated() {
      let tag = isWebOfScience ? Self.webOfScience[Self.folded(name)] : nil
      // Conditions in words, not codes.
      let isKeywords = isOfRegister && Self.folded(name) == "condition"
      if let field = tag ?? (isKeywords ? "keywords" : Self.field(name)) {
        columns[field, default: []].append(index)
      }
    }
    keys = ((columns["key"] ?? []) + (columns["accession"] ?? [])).sorted()
    guard columns["title"] != nil || columns["abstract"] != nil else { return nil }
    isPubMed = names.isSuperset(of: ["pmid", "nihms id", "create date"])
    isZotero = names.contains("item type")
    isEmbase = names.contains("pui")
    isOpenAlex = names.contains { $0.hasPrefix("authorships.") }
    lists = TableNames(
      isPubMed: isPubMed,
      isRayyan: names.isSuperset(of: ["key", "location", "journal", "authors"]),
      areRunTogether: names.isSuperset(of: ["item title", "item doi"]),
      order: isOpenAlex || names.contains("lens id") ? .givenFirst : .unknown)
    areOfReferences =
      header.contains { Self.field($0) != nil && !Self.isUsual($0) }
      || Self.areLeast(header) && !header.contains { Self.folded($0) == "name" }
  }

  private func values(_ field: String, _ row: [String]) -> [String] {
    values(columns[field] ?? [], row)
  }

  private func values(_ indices: [Int], _ row: [String]) -> [String] {
    indices.compactMap { index in
      guard index < row.count, !row[index].isEmpty, !PlaceholderText.matches(row[index])
      else { return nil }
      let text = HTMLEntities.decode(row[index])
      return isOfRegister ? text.replacing("<br>", with: "\n") : text
    }
  }

  private func value(_ field: String, _ row: [String]) -> String? {
    values(field, row).first
  }

  private func key(_ row: [String]) -> String? { values(keys, row).first }

  /// The outcome of reading a row as a document with its facets, after the values that can't be
  /// read.
  ///
  /// - Parameter place: where messages say that the row is; `nil` for its line.
  func outcomes(
    _ row: [String], from origin: RecordOrigin, line: Int, at place: SourceLocation? = nil,
    repaired: Bool = false
  ) -> [ReadOutcome] {
    let location = place ?? .line(line)
    let reference = reference(row)
    guard var document = reference.document(from: origin, line: line) else {
      return [origin.outcome(nil, at: location)]
    }
    addFacets(row, &document)
    return reference.mistakes(from: origin, at: location) + [
      origin.outcome(document, at: location, repaired: repaired)
    ]
  }

  /// The reference in a row.
  private func reference(_ row: [String]) -> BibliographicRecord {
    var reference = BibliographicRecord()
    reference.key = key(row) ?? value("key2", row)
    reference.title = value("title", row) ?? value("citation", row) ?? ""
    if isPubMed { reference.title = PubMedTitle.withoutFullStop(reference.title) }
    reference.addOtherTitle(value("othertitle", row))
    // The scientific title of a trial follows its public title.
    if isOfRegister { reference.addOtherTitle(values("title", row).dropFirst().first) }
    reference.addOtherTitle(value("acronym", row))
    for (heading, field) in [("Intervention", "intervention"), ("Primary outcome", "outcome")] {
      if let text = value(field, row) {
        reference.others.append(OtherText(heading: heading, text: text))
      }
    }
    reference.addTrialNumbers(
      value("trialnumbers", row)?.parts { ";|,".contains($0) || $0.isNewline } ?? [])
    let groups = value("groupauthors", row)?.parts(separatedBy: ";") ?? []
    reference.setNames(
      authors(row) + groups,
      editors: value("editors", row).map(lists.names) ?? [])
    reference.setDate(value("year", row) ?? value("date", row))
    reference.setDate(value("date", row))
    reference.setDayOfYear(value("date", row))
    reference.checkYear(value("year", row))
    if reference.year != nil {
      reference.imprint.month =
        reference.imprint.month ?? value("month", row).flatMap { CalendarDate.month(named: $0) }
      if reference.imprint.month != nil {
        reference.imprint.day = reference.imprint.day ?? value("day", row).flatMap { Int($0) }
      }
    }
    // In tables with a column for journals, the source is a database.
    let venue = value(columns["venue"] == nil ? "source" : "venue", row)
    reference.setVenue(proceedings: venue, conference: value("conference", row))
    reference.setAccessed(value("accessed", row))
    // Web of Science has a letter in another column: "J".
    let type = values("type", row).first { $0.count > 1 }
    reference.types = [type.flatMap(self.type)].compactMap(\.self)
    reference.language = value("language", row)
    reference.setURL(inAnyOf: values("url", row))
    reference.abstract = value("abstract", row) ?? ""
    if reference.abstract == "[No abstract available]" { reference.abstract = "" }
    reference.keywords = values("keywords", row).flatMap { keywords in
      let areOfEmbase = isEmbase && !keywords.contains(";")
      return QuotedList.withSemicolons(keywords).parts {
        ";|".contains($0) || $0.isNewline || areOfEmbase && $0 == ","
      }
    }
    // Embase separates its headings by commas, which they do not contain.
    reference.keywords += values("headings", row).flatMap { headings in
      headings.parts { headings.contains(";") ? $0 == ";" : $0 == "," }
    }
    for scheme in [Identifier.Scheme.doi, .pmid, .pmcid, .registry, .isbn] {
      reference.add(scheme, value(scheme.rawValue, row).map(Self.whole))
    }
    reference.checkDOI(value("doi", row))
    for number in values("accession", row).map(Self.whole) {
      if let database = value("database", row) {
        reference.addNumbers(EndNoteNumbers(accession: number, database: database))
      } else {
        reference.addAccessions(number)
      }
    }
    // Embase's number is in a column that other programs use for other keys.
    for key in values("key2", row) where AccessionNumber.isOfEmbase(key) {
      reference.addAccessions(key)
    }
    for number in (value("accessions", row) ?? "").split(separator: ";") {
      reference.add(.accession, String(number))
    }
    reference.imprint.volume = value("volume", row)
    reference.imprint.issue = value("issue", row)
    reference.imprint.pages =
      value("pages", row)
      ?? Imprint.pages(from: value("firstpage", row), to: value("lastpage", row))
      ?? value("article", row)
    reference.imprint.publisher = value("publisher", row)
    reference.imprint.place = value("place", row)
    reference.imprint.edition = value("edition", row)
    reference.imprint.issn = value("issn", row)
    reference.imprint.abbreviation = value("abbreviation", row)
    reference.imprint.series = value("series", row)
    reference.imprint.seriesEditors = value("serieseditors", row).map(lists.names) ?? []
    reference.notes = values("notes", row).flatMap { notes in
      notes.split(whereSeparator: \.isNewline).map(String.init)
    }
    return reference
  }

  /// The authors: a list, otherwise those in numbered columns, otherwise the first author.
  private func authors(_ row: [String]) -> [String] {
    if let list = value("fullauthors", row) ?? value("authors", row) {
      return lists.names(in: list)
    }
    let numbered = values("numberedauthors", row)
    let names = numbered.isEmpty ? values("firstauthor", row) : numbered
    return lists.names(in: names.joined(separator: ";"))
  }

  /// The type with a name or a code.
  private func type(_ name: String) -> String? {
    if isZotero { return ReferenceTypes.name(name, in: .zotero) }
    return isOpenAlex ? ServiceTypes.openAlex(name) : name
  }

  /// Adds the facets that have their own columns.
  private func addFacets(_ row: [String], _ document: inout Document) {
    for name in FacetName.allCases {
      let values = (value(name.rawValue, row) ?? "").split(separator: ";").map(String.init)
      document.facets.add(name, values, origin: .record)
    }
  }

  /// A number without the ".0" that spreadsheets add.
  private static func whole(_ text: String) -> String {
    text.hasSuffix(".0") && text.dropLast(2).allSatisfy(\.isASCIIDigit)
      ? String(text.dropLast(2)) : text
  }
}
