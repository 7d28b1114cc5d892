import Literature
import Reading
import Testing

/// Titles and abstracts in other languages and numbers of trials are searched, but they are neither
/// the title nor the abstract of a record.
struct OtherTextTests {
  private static let nbib = """
    PMID- 1
    TI  - [Peer support].
    TT  - El apoyo entre pares.
    AB  - Peers help.
    OAB - Los pares ayudan.
    SI  - ClinicalTrials.gov/NCT01234567

    """

  private static let pubMed = """
    <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>[Peer
    support].</ArticleTitle><Abstract><AbstractText>Peers help.</AbstractText></Abstract>
    <VernacularTitle>El apoyo entre pares.</VernacularTitle><DataBankList><DataBank>
    <DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList>
    <AccessionNumber>NCT01234567</AccessionNumber></AccessionNumberList></DataBank></DataBankList>
    </Article><OtherAbstract Type="Publisher" Language="spa"><AbstractText>Los pares ayudan.</AbstractText>
    </OtherAbstract></MedlineCitation></PubmedArticle></PubmedArticleSet>
    """

  @Test(arguments: [("a.nbib", nbib), ("a.xml", pubMed)])
  func `records of PubMed`(name: String, text: String) throws {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    let document = try #require(reading.documents.first)
    #expect(document.title == "[Peer support]" && document.abstract == "Peers help.")
    #expect(document.identifiers == [Identifier(.pmid, "1")])
    #expect(
      document.outline == [
        "abstract||Peers help.", "abstract|Abstract|Los pares ayudan.",
        "body|Other title|El apoyo entre pares", "body|Trial numbers|ClinicalTrials.gov NCT01",
      ])
  }

  @Test func `the only abstract is that of the record, whatever its language`() {
    let text = "PMID- 1\nTI  - [Peer support].\nOAB - Los pares ayudan.\n"
    let documents = ReadDocuments(NBIBReader(), text, name: "a.nbib").documents
    #expect(documents.map(\.text) == ["Los pares ayudan."])
    #expect(documents.map(\.abstract) == ["Los pares ayudan."])
  }

  @Test(arguments: [
    ("a.ris", "TY  - JOUR\nTI  - Peer support\nTT  - El apoyo\nER  - \n"),
    ("a.json", #"[{"title":"Peer support","original-title":"El apoyo","DOI":"10.1000/a"}]"#),
    ("a.csv", "Title,Original title,Authors\nPeer support,El apoyo,\"Lee, A\"\n"),
    (
      "a.xml",
      "<xml><records><record><ref-type name='Journal Article'>17</ref-type><titles><title>"
        + "Peer support</title><translated-title>El apoyo</translated-title></titles></record>"
        + "</records></xml>"
    ),
    (
      "a.nxml",
      "<article><front><article-meta><title-group><article-title>Peer support</article-title>"
        + "<trans-title-group><trans-title>El apoyo</trans-title></trans-title-group>"
        + "</title-group></article-meta></front></article>"
    ),
  ])
  func `titles in other languages`(name: String, text: String) throws {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    let document = try #require(reading.documents.first)
    #expect(document.title == "Peer support" && document.abstract.isEmpty)
    #expect(document.text == "Other title\n\nEl apoyo")
    #expect(document.outline == ["body|Other title|El apoyo"])
  }

  @Test(
    arguments: [
      (["Peers help people.", "They gain from it."], "Peers help people.\n\nThey gain from it."),
      (["Peers help.", "Peers help."], "Peers help."),
      (["Peers help", "Peers help people."], "Peers help people."),
    ] as [([String], String)])
  func `all abstracts of a record are read`(abstracts: [String], text: String) {
    let lines = abstracts.map { "AB  - \($0)\n" }.joined()
    for (name, opening) in [("a.ris", "TY  - JOUR\n"), ("a.nbib", "PMID- 1\n")] {
      let file = "\(opening)TI  - One\n\(lines)\(name == "a.ris" ? "ER  - \n" : "")"
      let reading = ReadDocuments(contents: Array(file.utf8), name: name)
      #expect(reading.documents.map(\.text) == [text])
    }
  }

  @Test(arguments: ["Peers help.", "BACKGROUND: Few know. METHODS: We asked."])
  func `another title is kept when records are merged`(abstract: String) throws {
    func read(_ lines: String) throws -> Document {
      let text = "TY  - JOUR\nTI  - Peer support\nDO  - 10.1000/a\n\(lines)\nER  - \n"
      return try #require(ReadDocuments(RISReader(), text, name: "a.ris").documents.first)
    }
    let own = try read("AB  - \(abstract)")
    for other in [try read("TT  - El apoyo"), try read("AB  - \(abstract)\nTT  - El apoyo")] {
      for work in [own.merged(with: other), other.merged(with: own)] {
        #expect(work.text == "\(abstract)\n\nOther title\n\nEl apoyo")
        #expect(work.abstract == abstract)
      }
    }
  }
}
