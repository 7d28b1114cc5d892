import Literature
import Reading
import Testing

struct NBIBReaderTests {
  @Test func `addresses of ERIC, and names with initials`() throws {
    let text =
      "OWN - ERIC\nOID - EJ1\nTI  - One\nAU  - Garcia Lopez M\n"
      + "LID - http://eric.ed.gov/?id=EJ1\nTA  - J Peers\nJT  - Journal of Peers\n"
    let document = try #require(ReadDocuments(NBIBReader(), text).documents.first)
    #expect(document.url == "http://eric.ed.gov/?id=EJ1")
    #expect(document.authors == ["Garcia Lopez, M"])
    #expect(document.imprint.abbreviation == "J Peers")
  }

  @Test func `fields are read`() throws {
    let text = """
      PMID- 10899500
      OWN - NLM
      TI  - Peer support for
            people.
      AB  - OBJECTIVE: To see. RESULT(S): It
            worked.
      FAU - Lee, Ann
      AU  - Lee A
      CN  - Peer Group
      LA  - eng
      PT  - Clinical Trial
      PT  - Journal Article
      JT  - Journal of peers
      DP  - 2000 Jul
      MH  - Fertility Agents, Female/*therapeutic use
      LID - 10.1000/X [doi]
      PMC - PMC12345

      PMID- 2
      TI  - Other.
      """
    let reading = ReadDocuments(NBIBReader(), text, name: "a.nbib")
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 2)
    #expect(document.id == "10.1000/x")
    #expect(document.title == "Peer support for people")
    #expect(document.authors == ["Lee, Ann", "Peer Group"])
    #expect(document.type == "Clinical Trial; Journal Article")
    #expect(document.year == 2000)
    #expect(document.keywords == ["Fertility Agents, Female/*therapeutic use"])
    #expect(document.outline == ["background|OBJECTIVE|To see.", "results|RESULT(S)|It worked."])
    #expect(document.source.key == "10899500")
  }

  @Test(arguments: [
    (
      "FAU - Lee, Ann\nAU  - Lee A\nCN  - Peer Group\nFAU - Chen, Bo\nAU  - Chen B",
      ["Lee, Ann", "Peer Group", "Chen, Bo"]
    ),
    (
      "CN  - Peer Group\nAU  - Garcia Lopez M\nCN  - Mind",
      ["Peer Group", "Garcia Lopez, M", "Mind"]
    ),
    ("CN  - Mind", ["Mind"]), ("FAU - Lee, Ann\nCN  - Lee, Ann", ["Lee, Ann", "Lee, Ann"]),
  ])
  func `people and organisations keep their order`(lines: String, authors: [String]) {
    let text = "PMID- 1\nTI  - One\n\(lines)\nGN  - NLM: A note\n"
    let document = ReadDocuments(NBIBReader(), text, name: "a.nbib").documents.first
    #expect(document?.authors == authors)
    #expect(document?.imprint.notes == ["NLM: A note"])
  }

  @Test(arguments: [
    ("BTI - Handbook\nCTI - Peer Series\nTA  - Handb\nPT  - Book Chapter", "Handbook"),
    ("CTI - Peer Series\nJT  - Proceedings\nTA  - Handb\nPT  - Congress", "Proceedings"),
  ])
  func `a book or proceedings in a series`(lines: String, venue: String) throws {
    let text = "PMID- 1\nTI  - Peers\n\(lines)\n"
    let document = try #require(
      ReadDocuments(NBIBReader(), text, name: "a.nbib").documents.first)
    #expect(document.venue == venue && document.imprint.series == "Peer Series")
    #expect(document.imprint.abbreviation == "Handb")
    let copy = ReadDocuments(
      NBIBReader(), ExportFormat.nbib.writer.file([document]), name: "a.nbib")
    #expect(copy.documents.first?.imprint == document.imprint)
    #expect(copy.documents.first?.venue == document.venue)
  }

  @Test(
    arguments: [("BTI - Peers.", nil), ("BTI - Peers.\nCTI - Series", "Series")]
      as [(String, String?)])
  func `the series of a book is its venue`(lines: String, venue: String?) {
    let text = "PMID- 1\n\(lines)\nPT  - Book\n"
    let document = ReadDocuments(NBIBReader(), text, name: "a.nbib").documents.first
    #expect(document?.title == "Peers" && document?.venue == venue)
    #expect(document?.imprint.series == nil)
  }

  @Test func `records of ERIC have no PMID`() throws {
    let text = """
      OWN - ERIC
      TI  - Peer mentors
      AU  - Lee, Ann
      JT  - Journal of Peers
      OID - EJ123456
      ISSN - ISSN-1234-5678
      DP  - 2010
      VI  - 12
      OT  - Peer Relationship

      OWN - ERIC
      TI  - Another
      OID - ED7
      OWN - ERIC
      TI  - A third
      """
    let reading = ReadDocuments(contents: Array(text.utf8), name: "eric.nbib")
    #expect(reading.documents.map(\.title) == ["Peer mentors", "Another", "A third"])
    let document = try #require(reading.documents.first)
    #expect(document.source.key == "EJ123456")
    #expect(document.identifiers == [Identifier(.accession, "ERIC EJ123456")])
    #expect(document.keywords == ["Peer Relationship"])
    #expect(document.imprint.issn == "1234-5678")
    #expect(document.year == 2010)
  }

  @Test func `lines are joined with one blank`() {
    let text = "PMID- 1\nTI  - Lower costs, \n      better care.  \n      Really\n"
    let documents = ReadDocuments(NBIBReader(), text, name: "a.nbib").documents
    #expect(documents.first?.title == "Lower costs, better care. Really")
  }

  @Test(
    arguments: [
      ("TI  - A chapter\nBTI - The book", "A chapter", "The book"),
      ("BTI - The book", "The book", nil),
      ("BTI - The book\nCTI - The series", "The book", "The series"),
      ("TI  - An article\nJT  - The journal", "An article", "The journal"),
    ] as [(String, String, String?)])
  func `books and chapters`(lines: String, title: String, venue: String?) {
    let document = ReadDocuments(NBIBReader(), "PMID- 1\n\(lines)\n", name: "a.nbib").documents
      .first
    #expect(document?.title == title)
    #expect(document?.venue == venue)
  }

  @Test(
    arguments: [
      ("PG  - 1-9\nLID - e12 [pii]", "1-9"), ("LID - e12 [pii]\nLID - 10.1000/x [doi]", "e12"),
      ("AID - 104 [pii]", "104"), ("LID - S0140-6736(20)30183-5 [pii]", nil),
    ] as [(String, String?)])
  func `an article number stands in for pages`(lines: String, pages: String?) {
    let text = "PMID- 1\nTI  - T\n\(lines)\n"
    #expect(
      ReadDocuments(NBIBReader(), text, name: "a.nbib").documents.first?.imprint.pages == pages)
  }

  @Test(arguments: [
    (["Book Section", "Book Chapter"], "Book Section"), (["Book Chapter"], "Book Chapter"),
    (["PhD thesis", "Academic Dissertation"], "PhD thesis"), (["Thesis", "PhD"], "Thesis; PhD"),
    (["Journal Article", "Book Chapter"], "Journal Article; Book Chapter"),
    (["Edited Book", "Book"], "Edited Book"), (["Journal Article", "Review"], nil),
  ])
  func `types are those that were exported`(types: [String], type: String?) {
    let lines = types.map { "PT  - \($0)\n" }.joined()
    let read = ReadDocuments(NBIBReader(), "PMID- 1\nTI  - T\n\(lines)", name: "a.nbib")
    #expect(read.documents.first?.type == type ?? types.joined(separator: "; "))
    let text = ExportFormat.nbib.writer.file(read.documents)
    #expect(ReadDocuments(NBIBReader(), text).documents.first?.type == read.documents.first?.type)
  }

  @Test func `a DOI with angle brackets is kept whole`() {
    let doi = "10.1002/1529-0131(200005)43:5<978::aid-anr4>3.0.co;2-0"
    let text = "PMID- 1\nTI  - T\nLID - \(doi) [doi]\n"
    #expect(ReadDocuments(NBIBReader(), text, name: "a.nbib").documents.first?.doi == doi)
  }
}
