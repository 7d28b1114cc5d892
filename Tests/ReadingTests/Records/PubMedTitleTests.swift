import Literature
import Testing

/// PubMed ends every title with a full stop, which is not part of it.
struct PubMedTitleTests {
  static let titles = [
    ("Peer support in prisons.", "Peer support in prisons"),
    ("Do peers help?", "Do peers help?"), ("Peer support", "Peer support"),
    ("Treatment of hepatitis C.", "Treatment of hepatitis C"),
    ("The role of vitamin D.", "The role of vitamin D"),
    ("[Peer support in Norway].", "[Peer support in Norway]"),
    ("Peer support (PeerOn).", "Peer support (PeerOn)"),
    ("Peer specialists in the U.S.", "Peer specialists in the U.S."),
    ("Supervision by a Ph.D.", "Supervision by a Ph.D."),
    ("A report of Recovery Innovations, Inc.", "A report of Recovery Innovations, Inc."),
    ("Peers, mentors, etc.", "Peers, mentors, etc."),
    ("Response to Lee et al.", "Response to Lee et al."),
    ("And then we waited...", "And then we waited..."), ("Version 2.0.", "Version 2.0"),
    ("Adherence at www.example.org.", "Adherence at www.example.org"),
  ]

  @Test(arguments: titles) func `in nbib`(written: String, title: String) {
    let record = "PMID- 1\nOWN - NLM\nTI  - \(written)\nDP  - 2019\n"
    #expect(
      ReadDocuments(contents: Array(record.utf8), name: "a.nbib").documents.first?.title == title)
  }

  @Test(arguments: titles) func `in PubMed's XML`(written: String, title: String) {
    let record = """
      <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article>
      <ArticleTitle>\(written)</ArticleTitle></Article></MedlineCitation></PubmedArticle>
      </PubmedArticleSet>
      """
    #expect(
      ReadDocuments(contents: Array(record.utf8), name: "a.xml").documents.first?.title == title)
  }

  @Test func `in PubMed's CSV`() {
    let header =
      "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI"
    let table =
      header + "\n1,\"Peer support, in prisons.\",\"Lee A, Poe B.\",,Lee A,J Peer,2019,,,,\n"
    #expect(
      ReadDocuments(contents: Array(table.utf8), name: "a.csv").documents.first?.title
        == "Peer support, in prisons")
  }

  @Test func `other formats keep what is written`() {
    let record = "TY  - JOUR\nTI  - Peer support in prisons.\nER  - \n"
    #expect(
      ReadDocuments(contents: Array(record.utf8), name: "a.ris").documents.first?.title
        == "Peer support in prisons.")
  }
}
