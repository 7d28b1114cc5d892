import Literature

/// The metadata of a JATS article.
struct JATSFront {
  /// The element `article-meta`.
  let meta: XMLElement
  /// The element `journal-meta`.
  let journal: XMLElement?

  /// Fills in a reference.
  func describe(_ reference: inout BibliographicRecord) {
    let titles = meta.child("title-group")
    reference.title = titles?.child("article-title").map(Self.text) ?? ""
    if let subtitle = titles?.child("subtitle").map(Self.text), !subtitle.isEmpty {
      reference.title += ": \(subtitle)"
    }
    reference.authors = authors
    if let date {
      reference.year = date.child("year")?.content.flatMap { Int($0) }
      reference.imprint.month = date.child("month")?.content.flatMap {
        CalendarDate.month(named: $0)
      }
      if reference.imprint.month != nil {
        reference.imprint.day = date.child("day")?.content.flatMap { Int($0) }
      }
    }
    let medline = journal?.children("journal-id")
      .first { $0.attribute("journal-id-type") == "nlm-ta" }
    reference.venue =
      (journal?.child("journal-title-group", "journal-title") ?? journal?.child("journal-title")
      ?? medline)?.content
    reference.imprint.abbreviation =
      journal?.child("journal-title-group", "abbrev-journal-title")?.content ?? medline?.content
    for id in meta.children("article-id") {
      switch id.attribute("pub-id-type") {
      case "doi": reference.add(.doi, id.content)
      case "pmid": reference.add(.pmid, id.content)
      case "pmc", "pmcid": reference.add(.pmcid, id.content)
      default: break
      }
    }
    reference.key = reference.identifiers.first?.value ?? meta.child("article-id")?.content
    for group in meta.children("kwd-group") {
      reference.keywords += group.descendants("kwd").map(Self.text).filter { !$0.isEmpty }
    }
    for group in meta.child("article-categories")?.children("subj-group") ?? []
    where group.attribute("subj-group-type") == "heading" {
      reference.types += group.children("subject").compactMap(\.content)
    }
    reference.imprint.volume = meta.child("volume")?.content
    reference.imprint.issue = meta.child("issue")?.content
    reference.imprint.pages =
      Imprint.pages(from: meta.child("fpage")?.content, to: meta.child("lpage")?.content)
      ?? meta.child("elocation-id")?.content
    reference.imprint.publisher = journal?.child("publisher", "publisher-name")?.content
    reference.imprint.issn = journal?.child("issn")?.content
  }

  /// The titles in other languages.
  var translatedTitles: [String] {
    (meta.child("title-group")?.descendants("trans-title") ?? []).map(Self.text)
      .filter { !$0.isEmpty }
  }

  private var authors: [String] {
    meta.children("contrib-group").flatMap { $0.children("contrib") }
      .filter { ($0.attribute("contrib-type") ?? "author") == "author" }
      .compactMap { contributor -> String? in
        let name = contributor.child("name") ?? contributor.child("name-alternatives", "name")
        guard let name else {
          // A group may list its members.
          let written = contributor.child("string-name") ?? contributor.child("collab")
          let text = written?.text { $0.isNamed("contrib-group") }
          return text?.isEmpty == false ? text : nil
        }
        return PersonName.inverted(
          name.child("surname")?.content, name.child("given-names")?.content,
          name.child("suffix")?.content)
      }
  }

  /// The date for citing an article: that of the issue if there is one, otherwise the first.
  private var date: XMLElement? {
    let dates = meta.children("pub-date").filter {
      $0.child("year")?.content.flatMap { Int($0) } != nil
    }
    for kind in ["ppub", "collection", "epub-ppub", "pub", "epub"] {
      let date = dates.first {
        ($0.attribute("pub-type") ?? $0.attribute("date-type")) == kind
      }
      if let date { return date }
    }
    return dates.first
  }

  /// Text without notes and references to them.
  private static func text(_ element: XMLElement) -> String {
    element.text { $0.isNamed(anyOf: ["xref", "fn"]) }
  }
}
