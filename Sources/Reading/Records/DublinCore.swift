import Literature

/// A description in Dublin Core: fields that may be repeated and have no fixed form (DCMI, "Dublin
/// Core Metadata Element Set").
struct DublinCore {
  private var values: [String: [String]] = [:]

  /// The fields in an element, also those with the names of DCMI's refinements.
  init(_ element: XMLElement) {
    for child in element.children {
      guard let text = child.content else { continue }
      let name = child.localName
      values[Self.refined[name] ?? name, default: []].append(text)
    }
  }

  /// Refinements, and the elements that they refine.
  private static let refined = [
    "abstract": "description", "alternative": "title", "issued": "date", "created": "date",
    "isPartOf": "source", "bibliographicCitation": "source",
  ]

  /// The reference that the fields describe.
  var reference: BibliographicRecord {
    var reference = BibliographicRecord()
    let titles = all("title")
    reference.title = titles.first ?? ""
    for title in titles.dropFirst() where title != reference.title {
      reference.addOtherTitle(title)
    }
    let creators = names("creator")
    reference.authors = creators.isEmpty ? names("contributor") : creators
    setDate(&reference)
    setSource(&reference)
    reference.types = all("type").map { $0.replacing("info:eu-repo/semantics/", with: "") }
      .filter { !Self.versions.contains($0.lowercased()) }
    reference.language = all("language").first
    reference.imprint.publisher = all("publisher").first
    reference.keywords = all("subject").flatMap { $0.parts(separatedBy: ";") }
    setTexts(&reference)
    addIdentifiers(&reference)
    reference.decodeEntities()
    return reference
  }

  private func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The number of descriptions and identifiers that are read; each is compared with those before
  /// it.
  private static let mostCompared = 100

  /// Types that only say what kind of file or version it is.
  private static let versions: Set<String> = [
    "text", "peerreviewed", "nonpeerreviewed", "publishedversion", "acceptedversion",
    "submittedversion", "updatedversion", "draft",
  ]

  /// Names, without the affiliations that Open Journal Systems writes after them: "Lee, Ann;
  /// University of Leeds".
  ///
  /// In a list without commas, all other parts are names: "Ann Lee; Bo Roe".
  private func names(_ name: String) -> [String] {
    let names = all(name).flatMap { text -> [String] in
      let parts = text.parts(separatedBy: ";")
      let haveCommas = parts.first?.contains(",") ?? false
      let others = parts.dropFirst().filter { part in
        let folded = part.lowercased()
        return part.contains(",") == haveCommas
          && !AuthorLine.institutions.contains { folded.contains($0) }
      }
      return Array(parts.prefix(1)) + others
    }
    return NameList.divided(names, order: .givenFirst)
  }

  /// Sets the date: one with a time is that of the deposit, unless there is no other.
  private func setDate(_ reference: inout BibliographicRecord) {
    let dates = all("date")
    for date in dates where !date.contains("T") { reference.setDate(date) }
    for date in dates { reference.setDate(date) }
  }

  /// Sets the journal, the volume, the issue and the pages.
  ///
  ///     Journal of Peers; Vol. 3 No. 2 (2019): Pay; 12-24    // Open Journal Systems
  ///     Journal of Peers, Vol 3, Iss 2, Pp 12-24 (2019)      // Directory of Open Access Journals
  private func setSource(_ reference: inout BibliographicRecord) {
    for source in all("source") {
      if let number = SerialNumber.first(in: source), source.utf8.count < 20 {
        reference.imprint.issn = reference.imprint.issn ?? number
      } else if reference.venue == nil, !WebAddress.isURL(source) {
        guard let match = source.prefixMatch(of: Self.journal) else {
          reference.venue = source.parts(separatedBy: ";").first
          continue
        }
        reference.venue = match.output.1.trimmed
        reference.imprint.volume = String(match.output.2)
        reference.imprint.issue = match.output.3.map(String.init)
        reference.imprint.pages = source.firstMatch(of: Self.pages).map { String($0.output.1) }
      }
    }
  }

  private static let journal = SharedRegex(
    #/([^;]{2,300}?)[;,]\s+Vol(?:ume|\.)?\s*(\w+)(?:,?\s+(?:No|Iss|Issue|Núm|N°|Nº)\.?\s*(\w+))?/#)

  private static let pages = SharedRegex(
    #/[;,]\s+(?:[Pp]p?\.?\s*)?(\w{1,8}-\w{1,8})(?:\s*\(\d{4}\))?$/#)

  /// Sets the abstract, which is the longest description.
  ///
  /// Other long ones are abstracts as well, such as in another language, and short ones are notes.
  private func setTexts(_ reference: inout BibliographicRecord) {
    let texts = Array(all("description").prefix(Self.mostCompared))
    guard let longest = texts.indices.max(by: { texts[$0].utf8.count < texts[$1].utf8.count })
    else { return }
    reference.abstract = texts[longest]
    for (index, text) in texts.enumerated() where index != longest && text != texts[longest] {
      if text.utf8.count < Self.shortest {
        reference.notes.append(text)
      } else {
        reference.addAbstract(text)
      }
    }
  }

  /// The length of a further abstract in bytes.
  private static let shortest = 200

  /// Adds the identifiers and the web address.
  ///
  /// Related works are left out, because Dublin Core does not say whether they are the same work.
  private func addIdentifiers(_ reference: inout BibliographicRecord) {
    let identifiers = all("identifier").prefix(Self.mostCompared)
    for text in identifiers {
      let folded = text.lowercased()
      // A number alone may be any number.
      let found = Identifier.readings(of: text).filter {
        $0.scheme != .pmid || folded.contains("pmid") || folded.contains("pubmed")
      }
      for identifier in found { reference.add(identifier.scheme, identifier.value) }
      if found.isEmpty, folded.contains("issn") {
        reference.imprint.issn = reference.imprint.issn ?? SerialNumber.first(in: text)
      } else if found.isEmpty, folded.contains("isbn") {
        reference.add(.isbn, text)
      }
    }
    reference.setURL(inAnyOf: identifiers.filter { WebAddress.isURL($0) })
  }
}
