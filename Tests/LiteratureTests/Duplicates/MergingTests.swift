import Literature
import Testing

struct MergingTests {
  private func document(
    _ title: String, _ author: String?, _ year: Int?, _ identifiers: [Identifier] = []
  ) -> Document {
    var document = Document(id: "x", source: Source(path: "/a"))
    document.title = title
    document.authors = author.map { [$0] } ?? []
    document.year = year
    document.identifiers = identifiers
    return document
  }

  @Test func `a record is trusted more than the page of an article`() {
    var article = document("RESEARCH ARTICLE OPEN ACCESS", "Lee A", nil)
    article.text = String(repeating: "A long text of many words. ", count: 100)
    article.sections = [Section(bytes: 0..<article.text.utf8.count)]
    article.origins = [.title: .extracted, .authors: .extracted]
    var record = document("Peers at work in services", "Lee, Ann", 2019)
    record.origins = [.title: .record, .authors: .record, .year: .record]
    let merged = article.merged(with: record)
    #expect(merged.title == "Peers at work in services" && merged.authors == ["Lee, Ann"])
    #expect(merged.origins[.title] == .record && merged.text == article.text)
    #expect(record.merged(with: article) == merged)
  }

  @Test func `the fuller record is kept and the other adds to it`() {
    var full = document("Peers at work in services", "Lee, A", nil, [Identifier(.pmid, "1")])
    full.text = String(repeating: "A long abstract of some words. ", count: 20)
    full.sections = [Section(bytes: 0..<full.text.utf8.count)]
    full.keywords = ["a"]
    var thin = document("Peers at work", "Lee, Ann", 2019, [Identifier(.doi, "10.1000/a")])
    thin.keywords = ["a", "b"]
    thin.origins[.year] = .record
    let merged = thin.merged(with: full)
    #expect(merged.title == "Peers at work in services")
    #expect(merged.year == 2019)
    #expect(merged.origins[.year] == .record)
    #expect(merged.identifiers == [Identifier(.pmid, "1"), Identifier(.doi, "10.1000/a")])
    #expect(merged.keywords == ["a", "b"])
    #expect(merged.text == full.text)
    #expect(full.merged(with: thin) == merged)
  }

  @Test(arguments: [("Erratum: Peers at work", nil), ("Peers at wrok", "Published Erratum")])
  func `the title of an erratum is never kept`(title: String, type: String?) {
    let article = document("Peers at work", "Lee, A", 2019, [Identifier(.doi, "10.1000/a")])
    var erratum = document(title, "Lee, A", 2019, [Identifier(.doi, "10.1000/a")])
    erratum.type = type
    erratum.text = String(repeating: "A long text of many words. ", count: 100)
    erratum.sections = [Section(bytes: 0..<erratum.text.utf8.count)]
    #expect(article.merged(with: erratum).title == "Peers at work")
    #expect(erratum.merged(with: article).title == "Peers at work")
  }

  @Test(
    arguments: [
      ("Peer Congress", nil, "Proceedings", "Peer Congress", "Peer Congress", nil),
      ("Proceedings", nil, "Proceedings", "Peer Congress", "Proceedings", "Peer Congress"),
      ("Proceedings", "Peer Congress", "Peer Congress", nil, "Proceedings", "Peer Congress"),
      (nil, nil, "Proceedings", "Peer Congress", "Proceedings", "Peer Congress"),
    ] as [(String?, String?, String?, String?, String?, String?)])
  func `the conference of a merged record is not its venue`(
    venue: String?, conference: String?, otherVenue: String?, otherConference: String?,
    mergedVenue: String?, mergedConference: String?
  ) {
    var kept = document("Peers at work", "Lee, Ann", 2019)
    kept.venue = venue
    kept.imprint.conference = conference
    var other = kept
    other.venue = otherVenue
    other.imprint.conference = otherConference
    var work = MergedRecord(kept)
    work.add(other)
    #expect(work.document.venue == mergedVenue)
    #expect(work.document.imprint.conference == mergedConference)
  }

  private static let abstract = """
    We mapped forty-seven studies of peer support in care homes. Five databases were searched, and \
    two reviewers screened all titles. Most studies were small, and none was randomised.
    """

  private func article(_ text: String) -> Document {
    var article = document("Peers in care homes", "Lee, Ann", 2020)
    article.text = text
    article.sections = [Section(bytes: 0..<text.utf8.count, page: 1)]
    return article
  }

  private func record() -> Document {
    var record = document("Peers in care homes", "Lee, Ann", 2020)
    record.source = Source(path: "/refs.ris", key: "1", line: 1)
    record.text = Self.abstract
    record.sections = [Section(bytes: 0..<record.text.utf8.count)]
    return record
  }

  @Test func `the abstract of a record is put before an article without one`() throws {
    let text = String(repeating: "Words of the article itself.\n", count: 100)
    let merged = article(text).merged(with: record())
    #expect(merged.text == "Abstract\n\(Self.abstract)\n\n\(text)")
    #expect(merged.abstract == Self.abstract)
    let utf8 = Array(merged.text.utf8)
    #expect(
      merged.sections.map { String(decoding: utf8[$0.bytes], as: UTF8.self) } == [
        Self.abstract, text,
      ])
    #expect(record().merged(with: article(text)) == merged)
  }

  @Test func `the abstract of a record is marked where the article contains it`() throws {
    let before = "Ageing & Society 41, 1-9 ARTICLE\n"
    let after = "\n" + String(repeating: "Words of the article itself.\n", count: 100)
    // Lines end elsewhere, with hyphens and other quotation marks.
    let inside = Self.abstract.replacing("databases", with: "data-\nbases").uppercased()
    let merged = article(before + inside + after).merged(with: record())
    #expect(merged.text == before + inside + after)
    let utf8 = Array(merged.text.utf8)
    #expect(
      merged.sections.map { String(decoding: utf8[$0.bytes], as: UTF8.self) } == [
        before, String(inside.dropLast()), "." + after,
      ])
    #expect(merged.sections.map(\.isInAbstract) == [false, true, false])
    #expect(merged.abstract.hasPrefix("WE MAPPED") && merged.abstract.hasSuffix("RANDOMISED"))
  }
}
