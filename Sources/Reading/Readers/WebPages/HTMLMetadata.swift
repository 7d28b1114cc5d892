import Literature

/// The metadata of a web page: Highwire's `citation_*`, Dublin Core, EPrints, PRISM, Open Graph
/// and JSON-LD, in this order of trust.
struct HTMLMetadata {
  /// The page's metadata for its work.
  private(set) var reference = BibliographicRecord()
  /// Whether the page is a repository's page about a work, not the work itself.
  private(set) var isCatalogue = false
  /// The page's description for search engines.
  private(set) var description: String?

  private var values: [String: [String]] = [:]

  /// Reads the head of a page.
  init(_ page: XMLElement) {
    for meta in page.descendants("meta") {
      guard
        let name = meta.attribute("name") ?? meta.attribute("property")
          ?? meta.attribute("itemprop"),
        let content = meta.attribute("content")?.oneLine, !content.isEmpty
      else { continue }
      values[Self.folded(name), default: []].append(content)
    }
    for time in page.descendants("time") {
      let isDate =
        time.attribute("itemprop")?.lowercased() == "datepublished"
        || time.attribute("pubdate") != nil
      if isDate, let date = time.attribute("datetime") ?? time.content {
        values["datepublished", default: []].append(date)
      }
    }
    isCatalogue = values.keys.contains { $0.hasPrefix("eprints.") }
    let linked = page.descendants("script").filter {
      $0.attribute("type")?.lowercased() == "application/ld+json"
    }.compactMap { JSONLDWork($0.text()) }.first
    describe(page, linked)
  }

  private func first(_ names: String...) -> String? {
    names.lazy.compactMap { values[$0]?.first }.first
  }

  private func all(_ names: String...) -> [String] {
    names.lazy.compactMap { values[$0] }.first ?? []
  }

  private mutating func describe(_ page: XMLElement, _ linked: JSONLDWork?) {
    let heading = page.descendants("h1").compactMap(\.content)
    let titleTag = page.descendants("title").first?.content
    reference.title =
      first(
        "citation_title", "eprints.title", "dc.title", "dcterms.title",
        "prism.title") ?? linked?.title ?? first("og:title")
      ?? (heading.count == 1 ? heading[0] : nil) ?? titleTag.map(Self.withoutSite) ?? ""
    reference.authors = authors(linked)
    reference.year = year(linked)
    reference.venue =
      first(
        "citation_journal_title", "citation_conference_title",
        "citation_inbook_title", "eprints.publication", "prism.publicationname",
        "dcterms.ispartof", "dc.source") ?? linked?.venue ?? first("og:site_name", "dc.publisher")
    reference.abstract = Self.withoutTags(
      first("citation_abstract", "eprints.abstract", "dcterms.abstract", "dc.description.abstract")
        ?? (isCatalogue ? first("dc.description") : nil) ?? "")
    description = first("dc.description", "description", "og:description")
    reference.keywords = all("citation_keywords", "eprints.keywords", "dc.subject", "keywords")
      .flatMap { $0.parts { ";,".contains($0) } }
    let type = first("citation_article_type", "eprints.type", "dc.type") ?? linked?.type
    reference.types = type.map { [$0] } ?? []
    reference.language =
      first("citation_language", "dc.language", "dcterms.language")
      ?? page.attribute("lang").map { String($0.prefix { $0 != "-" }) }
    reference.url =
      page.descendants("link").first { $0.attribute("rel") == "canonical" }?
      .attribute("href") ?? first("citation_abstract_html_url", "citation_public_url", "og:url")
    addIdentifiers(linked)
    reference.imprint.volume = first("citation_volume", "prism.volume", "eprints.volume")
    reference.imprint.issue = first("citation_issue", "prism.number", "eprints.number")
    reference.imprint.pages =
      Imprint.pages(from: first("citation_firstpage"), to: first("citation_lastpage"))
      ?? first("eprints.pagerange")
    reference.imprint.publisher = first("citation_publisher", "dc.publisher")
    reference.imprint.issn = first("citation_issn", "prism.issn")
  }

  private func authors(_ linked: JSONLDWork?) -> [String] {
    var names = all(
      "citation_author", "eprints.creators_name", "dc.creator", "dcterms.creator",
      "dc.contributor")
    if names.isEmpty {
      names = (first("citation_authors") ?? "").split(separator: ";").map { $0.trimmed }
    }
    if names.isEmpty, let linked, !linked.authors.isEmpty { return linked.authors }
    if names.isEmpty {
      names = all("author", "article:author").filter { !$0.contains("://") }
        .flatMap(NameText.names)
    }
    return NameList.divided(names, order: .givenFirst)
  }

  /// A name in lower case, without the variants that mean the same: "dc:date",
  /// "bepress_citation_date".
  private static func folded(_ name: String) -> String {
    var name = name.lowercased()
    for prefix in ["dc", "dcterms", "prism"] where name.hasPrefix(prefix + ":") {
      name = prefix + "." + name.dropFirst(prefix.count + 1)
    }
    return name.hasPrefix("bepress_citation_") ? String(name.dropFirst(8)) : name
  }

  /// The tags with a date of publication, the most trusted first; dates of changes are not among
  /// them.
  private static let dates = [
    "citation_publication_date", "citation_cover_date", "citation_date", "citation_year",
    "citation_online_date", "eprints.date", "prism.publicationdate", "dcterms.issued",
    "dc.date.issued", "dc.date", "json-ld", "article:published_time", "article:published",
    "datepublished", "publication_date", "publish-date", "publishdate", "pubdate",
    "parsely-pub-date", "sailthru.date", "dcterms.date", "dcterms.created", "dc.date.created",
    "dcterms.available", "date",
  ]

  /// The year of the first tag that has one.
  private func year(_ linked: JSONLDWork?) -> Int? {
    Self.dates.lazy.flatMap { name in
      name == "json-ld" ? [linked?.date].compactMap(\.self) : values[name] ?? []
    }.compactMap { PublicationDate.firstYear(in: $0) ?? PublicationDate.year(in: $0) }.first
  }

  private mutating func addIdentifiers(_ linked: JSONLDWork?) {
    let dois =
      all("citation_doi") + all("prism.doi") + all("eprints.id_number")
      + all("dc.identifier") + all("dcterms.identifier") + (linked?.identifiers ?? [])
    for doi in dois where reference.identifiers.isEmpty { reference.add(.doi, doi) }
    // A page may identify its work only by its address.
    if reference.identifiers.isEmpty, let address = reference.url, address.contains("/10.") {
      reference.add(.doi, address)
    }
    reference.add(.pmid, first("citation_pmid"))
    if let pmc = first("citation_pmcid") { reference.add(.pmcid, pmc) }
    reference.add(.isbn, first("citation_isbn"))
  }

  /// A page's title without the name of its site.
  private static func withoutSite(_ title: String) -> String {
    for separator in [" | ", " – ", " — ", " :: ", " - "] {
      if let cut = title.lastRange(of: separator), title[..<cut.lowerBound].count >= 10 {
        return String(title[..<cut.lowerBound])
      }
    }
    return title
  }

  private static func withoutTags(_ text: String) -> String {
    text.contains("<") ? text.replacing(/<[^>]{1,200}>/, with: " ").oneLine : text
  }
}

extension String {
  /// The last occurrence of another string.
  fileprivate func lastRange(of other: String) -> Range<Index>? {
    ranges(of: other).last
  }
}
