import Literature

/// A reference in a bibliographic format: metadata and an abstract.
///
/// The readers of these formats fill in a record, and ``document(from:line:)`` builds the document,
/// so that IDs, order of fields and origins are consistent.
package struct BibliographicRecord: Equatable {
  /// The source's own key: an accession number, a citation key.
  package var key: String?
  /// The title; empty if there is none.
  package var title = ""
  /// Authors in order.
  package var authors: [String] = []
  /// The supervisors of a thesis, which become notes.
  var supervisors: [String] = []
  /// Year of publication.
  package var year: Int?
  /// Journal, book or conference.
  package var venue: String?
  /// Types of publication.
  package var types: [String] = []
  /// Language by name or code.
  package var language: String?
  /// Web address.
  package var url: String?
  /// Identifiers in any order.
  package var identifiers: [Identifier] = []
  /// Keywords and subject headings.
  package var keywords: [String] = []
  /// The abstract; empty if there is none.
  package var abstract = ""
  /// Sections of the abstract, if the source divides it; otherwise it is divided at its labels.
  package var sections: [Section]?
  /// The number of participants of a registered trial, as written.
  var participants: String?
  /// Texts beside the title and the abstract.
  var others: [OtherText] = []
  /// Volume, issue, pages, publisher.
  package var imprint = Imprint()
  /// Notes, which may contain identifiers and exported facets.
  package var notes: [String] = []
  /// Files of the work, as paths relative to the export or as URLs.
  package var links: [String] = []
  /// The values that can't be read, each as the end of a sentence.
  var unreadable: [String] = []

  /// Creates an empty record.
  package init() {}

  /// The order of preference of identifiers for naming a record.
  private static let naming: [Identifier.Scheme] = [.doi, .pmid, .pmcid, .registry]

  /// The document, or `nil` if the record has nothing to search for.
  package func document(from origin: RecordOrigin, line: Int? = nil) -> Document? {
    var record = self
    record.normalise()
    return record.normalisedDocument(from: origin, line: line)
  }

  /// Drops placeholders, and moves identifiers out of the URL.
  private mutating func normalise() {
    title = TitleMarkup.pairsRemoved(from: title)
    // Cells of tables and strings of JSON may have several lines.
    if title.contains(where: \.isNewline) { title = title.oneLine }
    if sections == nil { abstract = AbstractMarkup.removed(from: abstract) }
    if PlaceholderText.matches(title) { title = "" }
    if PlaceholderText.matches(abstract) {
      abstract = ""
      sections = nil
    }
    Self.clear(&authors)
    Self.clear(&imprint.editors)
    Self.clear(&imprint.seriesEditors)
    Self.clear(&supervisors)
    notes += supervisors.map { "Supervisor: \($0)" }
    Self.clear(&notes)
    addIdentifiersInNotes()
    takeDOIsInNotes()
    dropRepeatedAccessions()
    imprint.notes = RecordNotes.own(notes)
    // The authors of an edited book are its editors.
    if types == ["Edited Book"], imprint.editors.isEmpty { imprint.editors = authors }
    Self.clear(&keywords)
    Self.clear(&types)
    Self.clear(&key)
    normaliseVenue()
    Self.clear(&language)
    Self.clear(&url)
    normaliseAbbreviation()
    Self.clear(&imprint.volume)
    Self.clear(&imprint.issue)
    Self.clear(&imprint.pages)
    // Scopus and Semantic Scholar write spaces around the hyphen.
    if let pages = imprint.pages, pages.holds(" - ") {
      imprint.pages = pages.replacing(" - ", with: "-")
    }
    Self.clear(&imprint.publisher)
    Self.clear(&imprint.series)
    if imprint.series == venue { imprint.series = nil }
    imprint.dropImpossibleDate()
    Self.clear(&imprint.issn)
    if let number = imprint.issn {
      if Identifier(.isbn, parsing: number) != nil {
        add(.isbn, number)
        imprint.issn = nil
      } else {
        imprint.issn = SerialNumber.first(in: number) ?? number
      }
    }
    guard let link = url else { return }
    addDOI(inAnyOf: [link])
    url = WebAddress.url(link)
    if url == nil, !identifiers.contains(where: { $0.scheme == .doi }) { add(.doi, link) }
  }

  /// Drops proceedings that are a placeholder or the title of the paper; the conference is then the
  /// venue.
  private mutating func normaliseVenue() {
    Self.clear(&venue)
    Self.clear(&imprint.conference)
    if imprint.conference == title { imprint.conference = nil }
    if let conference = imprint.conference, venue == nil || venue == title { venue = conference }
    if imprint.conference == venue { imprint.conference = nil }
  }

  /// Drops an abbreviation that is the title; one without a name is the name of the journal, unless
  /// the work is a book, whose abbreviation is that of a series.
  private mutating func normaliseAbbreviation() {
    Self.clear(&imprint.abbreviation)
    if imprint.abbreviation == title { imprint.abbreviation = nil }
    let code = ReferenceTypes.deciding(types).flatMap { ReferenceTypes.code($0, in: .csl) }
    if venue == nil, !["book", "thesis", "report"].contains(code) { venue = imprint.abbreviation }
    if imprint.abbreviation == venue { imprint.abbreviation = nil }
  }

  /// Adds the identifiers of MEDLINE that programs keep in notes ("PMID: 7"), and accession numbers
  /// that exports keep there.
  private mutating func addIdentifiersInNotes() {
    for note in notes where note.holds("Accession number: ") {
      for number in RecordNotes.accessions(in: note) { add(.accession, number) }
    }
    for note in notes where note.holds("PM") {
      add(.pmid, note.digits(after: "PMID", isSpaced: true, isWhole: true))
      if note.holds("PMCID") {
        let marks: [StaticString] = ["PMCID: PMC", "PMCID:PMC", "PMCID PMC", "PMCIDPMC"]
        let number = marks.lazy.compactMap { note.digits(after: $0, isWhole: true) }.first
        add(.pmcid, number.map { "PMC\($0)" })
      }
    }
  }

  /// Drops notes that are only the address of the work's DOI, as publishers write them.
  private mutating func takeDOIsInNotes() {
    let addresses = notes.filter { $0.holds("doi.org/") && WebAddress.isURL($0) }
    addDOI(inAnyOf: addresses)
    let known = identifiers
    notes.removeAll { note in
      addresses.contains(note)
        && Identifier(.doi, parsing: note).map { known.contains($0) } ?? false
    }
  }

  /// Drops accession numbers that are also another identifier, such as the PMID.
  private mutating func dropRepeatedAccessions() {
    guard identifiers.contains(where: { $0.scheme == .accession }) else { return }
    let others = Set(
      identifiers.filter { $0.scheme != .accession }
        .compactMap { Identifier(.accession, $0.value).accessionKey })
    identifiers.removeAll { identifier in
      identifier.accessionKey.map { others.contains($0) } ?? false
    }
  }

  private static func clear(_ value: inout String?) {
    if let text = value, PlaceholderText.matches(text) || text.trimmed.isEmpty { value = nil }
  }

  /// Scopus fills an empty field with "[No author name available]".
  private static func isFiller(_ text: String) -> Bool {
    text.hasPrefix("[No ") && text.hasSuffix(" available]")
  }

  private static func clear(_ values: inout [String]) {
    values.removeAll { PlaceholderText.matches($0) || isFiller($0) }
  }

  private func normalisedDocument(from origin: RecordOrigin, line: Int?) -> Document? {
    var document = Document(id: "", source: origin.source(key: nil, line: line))
    document.set(\.title, .title, title)
    document.set(\.authors, .authors, authors)
    document.set(\.year, .year, year)
    document.set(\.venue, .venue, venue)
    document.set(\.type, .type, types.isEmpty ? nil : types.joined(separator: "; "))
    document.set(\.language, .language, language.map(LanguageName.code))
    document.set(\.url, .url, url)
    document.set(\.identifiers, .identifiers, identifiers)
    document.set(\.keywords, .keywords, keywords)
    document.imprint = imprint
    document.text = abstract
    guard !document.isEmpty else { return nil }
    document.sections = sections ?? SectionBuilder.sections(of: abstract)
    document.facets = FacetKeywords.takeFacets(from: &document.keywords)
    if let participants { document.facets.add(.sampleSize, [participants], origin: .record) }
    let names = Self.naming.lazy.compactMap { scheme in
      identifiers.first { $0.scheme == scheme }?.value
    }
    if let id = names.first ?? key {
      document.id = id
      document.source.key = origin.source(key: key ?? id).key
    } else {
      document.nameByContent(origin)
    }
    appendOthers(to: &document)
    return document
  }
}
