import Literature

/// PubMed's XML: a set of `PubmedArticle` and `PubmedBookArticle` (NLM's PubMed DTD).
package struct PubMedXMLReader: XMLRecordReader {
  package static let format = "PubMed XML"
  static let records = ["PubmedArticle", "PubmedBookArticle", "MedlineCitation"]

  package static func recognises(_ head: FileHead) -> Bool {
    guard let root = head.xmlRoot else { return false }
    return [
      "PubmedArticleSet", "PubmedArticle", "PubmedBookArticleSet", "PubmedBookArticle",
      "MedlineCitationSet", "MedlineCitation",
    ].contains(String(root))
  }

  package init() {}

  func document(_ record: XMLElement, from origin: RecordOrigin, line: Int) -> Document? {
    var reference = BibliographicRecord()
    if record.isNamed("PubmedBookArticle"), let book = record.child("BookDocument") {
      describe(book: book, &reference)
    } else {
      let citation = record.child("MedlineCitation") ?? record
      describe(citation: citation, &reference)
      for id in record.child("PubmedData", "ArticleIdList")?.children("ArticleId") ?? [] {
        addIdentifier(id, &reference)
      }
    }
    reference.decodeEntities()
    reference.title = PubMedTitle.withoutFullStop(reference.title)
    return reference.document(from: origin, line: line)
  }

  private func describe(citation: XMLElement, _ reference: inout BibliographicRecord) {
    reference.key = citation.child("PMID")?.content
    reference.add(.pmid, reference.key)
    guard let article = citation.child("Article") else { return }
    reference.title =
      article.child("ArticleTitle")?.content
      ?? article.child("VernacularTitle")?.content ?? ""
    reference.authors = authors(article.child("AuthorList"))
    let journal = article.child("Journal")
    reference.venue =
      journal?.child("Title")?.content
      ?? journal?.child("ISOAbbreviation")?.content
    reference.imprint.abbreviation =
      journal?.child("ISOAbbreviation")?.content
      ?? citation.child("MedlineJournalInfo", "MedlineTA")?.content
    let issue = journal?.child("JournalIssue")
    let date = issue?.child("PubDate")
    setDate(date, &reference)
    reference.imprint.volume = issue?.child("Volume")?.content
    reference.imprint.issue = issue?.child("Issue")?.content
    reference.imprint.pages = pages(article)
    reference.imprint.issn = journal?.child("ISSN")?.content
    reference.language = article.child("Language")?.content
    reference.types =
      article.child("PublicationTypeList")?.children("PublicationType")
      .compactMap(\.content) ?? []
    for id in article.children("ELocationID") where id.attribute("EIdType") == "doi" {
      if Self.isValid(id) { reference.add(.doi, id.content) }
    }
    takeAbstract(article.child("Abstract"), &reference)
    for abstract in citation.children("OtherAbstract") {
      if reference.abstract.isEmpty {
        takeAbstract(abstract, &reference)
      } else {
        reference.addAbstract(plainText(of: abstract))
      }
    }
    reference.addOtherTitle(
      article.child("VernacularTitle")?.content.map(PubMedTitle.withoutFullStop))
    reference.addTrialNumbers(numbers(in: article.child("DataBankList")))
    takeKeywords(citation, &reference)
  }

  /// Pages, or the article number if there are none.
  private func pages(_ article: XMLElement) -> String? {
    let pagination = article.child("Pagination")
    if let pages = pagination?.child("MedlinePgn")?.content { return pages }
    let first = pagination?.child("StartPage")?.content
    if let pages = Imprint.pages(from: first, to: pagination?.child("EndPage")?.content) {
      return pages
    }
    return article.children("ELocationID").lazy.filter { $0.attribute("EIdType") == "pii" }
      .compactMap { $0.content.flatMap { ArticleNumber(publisherItem: $0)?.text } }.first
  }

  private func describe(book: XMLElement, _ reference: inout BibliographicRecord) {
    reference.key = book.child("PMID")?.content
    reference.add(.pmid, reference.key)
    let whole = book.child("Book")
    reference.title =
      book.child("ArticleTitle")?.content
      ?? whole?.child("BookTitle")?.content ?? ""
    let lists = book.children("AuthorList") + (whole?.children("AuthorList") ?? [])
    let isEditors = { (list: XMLElement) in list.attribute("Type") == "editors" }
    let own = lists.lazy.filter { !isEditors($0) }.map(authors).first { !$0.isEmpty }
    reference.setNames(own ?? [], editors: authors(lists.first(where: isEditors)))
    reference.venue = whole?.child("BookTitle")?.content
    reference.imprint.series = whole?.child("CollectionTitle")?.content
    setDate(whole?.child("PubDate"), &reference)
    reference.imprint.publisher = whole?.child("Publisher", "PublisherName")?.content
    reference.imprint.place = whole?.child("Publisher", "PublisherLocation")?.content
    reference.imprint.edition = whole?.child("Edition")?.content
    reference.add(.isbn, whole?.child("Isbn")?.content)
    reference.language = book.child("Language")?.content
    reference.types = book.children("PublicationType").compactMap(\.content)
    for id in book.child("ArticleIdList")?.children("ArticleId") ?? [] {
      addIdentifier(id, &reference)
    }
    takeAbstract(book.child("Abstract"), &reference)
    takeKeywords(book, &reference)
  }

  /// Year, month and day; or a date in words, such as "1998 Dec-1999 Jan".
  private func setDate(_ date: XMLElement?, _ reference: inout BibliographicRecord) {
    guard let date else { return }
    let parts = ["Year", "Month", "Day"].compactMap { date.child($0)?.content }
    reference.setDate(
      parts.isEmpty ? date.child("MedlineDate")?.content : parts.joined(separator: " "))
  }

  /// "Gocial, Benjamin", or the name of a group.
  private func authors(_ list: XMLElement?) -> [String] {
    guard let list else { return [] }
    return list.children("Author").filter(Self.isValid).compactMap { author in
      if let group = author.child("CollectiveName")?.content { return group }
      return PersonName.inverted(
        author.child("LastName")?.content,
        (author.child("ForeName") ?? author.child("Initials"))?.content,
        author.child("Suffix")?.content)
    }
  }

  /// Whether a value is correct; PubMed keeps names and identifiers that were corrected.
  private static func isValid(_ element: XMLElement) -> Bool {
    element.attribute("ValidYN") != "N"
  }

  /// Each part of a structured abstract is a section under its label.
  private func takeAbstract(_ abstract: XMLElement?, _ reference: inout BibliographicRecord) {
    guard let abstract else { return }
    let parts = abstract.children("AbstractText")
    guard parts.contains(where: { $0.attribute("Label") != nil }) else {
      reference.abstract = parts.compactMap(\.content).joined(separator: "\n\n")
      return
    }
    var builder = TextBuilder()
    builder.beginAbstract()
    for part in parts {
      guard let text = part.content else { continue }
      let label = part.attribute("Label") ?? ""
      let kind =
        SectionLabels.kind(of: label)
        ?? Self.categories[part.attribute("NlmCategory") ?? ""] ?? .abstract
      builder.section(label == "UNLABELLED" ? "" : label, kind)
      builder.paragraph(HTMLEntities.decode(text))
    }
    (reference.abstract, reference.sections) = builder.finish()
  }

  /// An abstract with its labels, each part in a paragraph.
  private func plainText(of abstract: XMLElement) -> String {
    abstract.children("AbstractText").map { part in
      [part.attribute("Label"), part.content].joinedNonNil(separator: ": ")
    }.joinedNonEmpty(separator: "\n\n")
  }

  /// The numbers of the work in other databases, such as registers of trials, with their names.
  private func numbers(in banks: XMLElement?) -> [String] {
    (banks?.children("DataBank") ?? []).flatMap { bank in
      let name = bank.child("DataBankName")?.content
      return (bank.child("AccessionNumberList")?.children("AccessionNumber") ?? [])
        .map { [name, $0.content].joinedNonNil(separator: " ") }
    }
  }

  private static let categories: [String: Section.Kind] = [
    "BACKGROUND": .background, "OBJECTIVE": .background, "METHODS": .methods,
    "RESULTS": .results, "CONCLUSIONS": .discussion,
  ]

  /// MeSH headings with their qualifiers, as MEDLINE's display format writes them, and keywords.
  private func takeKeywords(_ citation: XMLElement, _ reference: inout BibliographicRecord) {
    for heading in citation.child("MeshHeadingList")?.children("MeshHeading") ?? [] {
      let parts = heading.children.compactMap { part -> String? in
        guard let name = part.content else { return nil }
        return part.attribute("MajorTopicYN") == "Y" ? "*\(name)" : name
      }
      reference.keywords.append(parts.joined(separator: "/"))
    }
    for list in citation.children("KeywordList") {
      reference.keywords += list.children("Keyword").compactMap(\.content)
    }
  }

  private func addIdentifier(_ id: XMLElement, _ reference: inout BibliographicRecord) {
    switch id.attribute("IdType") {
    case "doi": reference.add(.doi, id.content)
    case "pmc": reference.add(.pmcid, id.content)
    case "pubmed": reference.add(.pmid, id.content)
    case "bookaccession": reference.addAccessions(id.content, of: "NCBI Bookshelf")
    default: break
    }
  }
}
