import Literature

/// Fields that readers fill in by a rule.
extension BibliographicRecord {
  /// Sets authors and editors; a work whose record names only editors has these as its authors,
  /// too.
  mutating func setNames(_ authors: [String], editors: [String]) {
    self.authors = authors.isEmpty ? editors : authors
    imprint.editors = editors
  }

  /// Sets the names of a format that numbers the roles of people: RIS, EndNote.
  ///
  /// In both EndNote and Zotero, the second role of a book or report is that of the editors of its
  /// series, and the third that of its editors. The second role of its parts, and of papers, is
  /// that of editors, and the third that of the editors of the series. Other programs also give the
  /// editors of a book in the second role.
  /// - Parameters:
  ///   - type: the type of the record, from ``ReferenceTypes``.
  ///   - hasSeries: whether the record names a series.
  mutating func setNames(
    _ authors: [String], editors: [String], second: [String], third: [String], of type: String?,
    hasSeries: Bool
  ) {
    switch type.flatMap({ ReferenceTypes.code($0, in: .csl) }) {
    case "book", "report":
      // The authors of an edited book are its editors.
      let known = editors + third
      let areOfSeries =
        !known.isEmpty || !authors.isEmpty && (hasSeries || type == "Edited Book")
      setNames(authors, editors: areOfSeries ? known : second)
      imprint.seriesEditors = areOfSeries ? second : []
    case "chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia":
      setNames(authors, editors: second + editors)
      imprint.seriesEditors = third
    case "thesis":
      setNames(authors, editors: editors)
      supervisors = second + third
    default: setNames(authors, editors: second + editors)
    }
  }

  /// Sets the venue of a conference paper: its proceedings, otherwise its conference.
  mutating func setVenue(proceedings: String?, conference: String?) {
    venue = proceedings ?? conference
    imprint.conference = proceedings == nil ? nil : conference
  }

  /// Sets the series; that of a work without a venue, such as a book, is its venue.
  mutating func setSeries(_ series: String?) {
    if venue == nil {
      venue = series
    } else {
      imprint.series = series
    }
  }

  /// Sets the web address: the first link that is one, otherwise the first link.
  mutating func setURL(inAnyOf links: [String]) {
    url = links.first { WebAddress.url($0) != nil } ?? links.first
  }

  /// Adds an ISBN, or an ISSN if there is none yet.
  mutating func addSerialNumber(_ number: String) {
    if Identifier(.isbn, parsing: number) != nil {
      add(.isbn, number)
    } else if imprint.issn == nil {
      imprint.issn = number
    }
  }

  /// Adds an identifier, unless it is already present.
  package mutating func add(_ scheme: Identifier.Scheme, _ text: String?) {
    guard let text, let identifier = Identifier(scheme, parsing: text),
      !identifiers.contains(identifier)
    else { return }
    identifiers.append(identifier)
  }

  /// Adds the DOI in an address of doi.org, unless the record has another identifier of the work.
  mutating func addDOI(inAnyOf links: [String]) {
    for link in links where link.holds("doi.org/") {
      if identifiers.allSatisfy({ [.accession, .isbn].contains($0.scheme) }) { add(.doi, link) }
    }
  }

  /// Adds accession numbers, separated by semicolons.
  ///
  /// - Parameter database: the database as the record names it; `nil` if it does not.
  mutating func addAccessions(_ numbers: String?, of database: String? = nil) {
    for number in (numbers ?? "").split(separator: ";") {
      if let identifier = AccessionNumber.identifier(String(number), of: database) {
        add(.accession, identifier.value)
      }
    }
  }
}
