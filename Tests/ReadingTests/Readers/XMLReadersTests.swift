import Literature
import Reading
import Testing

struct XMLReadersTests {
  @Test func `cells that span rows and columns keep the others in their column`() throws {
    let article = """
      <article><front><article-meta><title-group><article-title>One</article-title></title-group>
      </article-meta></front><body><sec><title>Results</title><p>Here.</p><table-wrap><table>
      <tr><th>Role</th><th>Band</th><th>WTE</th></tr>
      <tr><td rowspan="2">Peer worker</td><td>3</td><td>1.0</td></tr>
      <tr><td>4</td><td>0.5</td></tr>
      <tr><td colspan="2">In all</td><td>1.5</td></tr></table></table-wrap></sec></body></article>
      """
    let document = try #require(ReadDocuments(JATSReader(), article, name: "a.xml").documents.first)
    #expect(
      document.text.hasSuffix(
        "Role | Band | WTE\n\nPeer worker | 3 | 1.0\n\n | 4 | 0.5\n\nIn all |  | 1.5"))
  }

  @Test func `EndNote's identifiers, superscripts and abbreviations`() throws {
    func record(_ fields: String) -> String {
      "<xml><records><record><ref-type name=\"Journal Article\">17</ref-type><titles><title>One</title>"
        + "<secondary-title>Journal of Peers</secondary-title></titles>\(fields)</record></records></xml>"
    }
    func read(_ fields: String) throws -> Document {
      try #require(
        ReadDocuments(EndNoteXMLReader(), record(fields), name: "a.xml").documents.first)
    }
    let central = "<custom3>PUBMED 12625150,EMBASE 36231497</custom3>"
    #expect(try read(central).identifier(.pmid) == "12625150")
    #expect(try read("<custom5>30388194</custom5>").identifier(.pmid) == "30388194")
    #expect(try read("<custom5>DVD</custom5>").identifiers.isEmpty)
    let abstract =
      "<abstract><style face=\"normal\">Loads of 10</style><style face=\"superscript\">8</style>"
      + "<style face=\"normal\"> copies.</style></abstract>"
    #expect(try read(abstract).text == "Loads of 10^8 copies.")
    let short = try read("<periodical><abbr-1>J Peers</abbr-1></periodical>")
    #expect(short.imprint.abbreviation == "J Peers" && short.venue == "Journal of Peers")
    let urls = "<urls><related-urls><url>NA</url><url>https://x.org/a</url></related-urls></urls>"
    #expect(try read(urls).url == "https://x.org/a")
  }

  @Test func `TEI's dates and suffixes`() throws {
    let text = """
      <TEI><teiHeader><fileDesc><titleStmt><title>One</title></titleStmt><sourceDesc><biblStruct>
      <analytic><author><persName><forename>Ann</forename><surname>Lee</surname><genName>Jr</genName>
      </persName></author></analytic><monogr><imprint><date when="2022-12-10"/></imprint></monogr>
      </biblStruct></sourceDesc></fileDesc></teiHeader><text><body><p>Text.</p></body></text></TEI>
      """
    let document = try #require(ReadDocuments(TEIReader(), text, name: "a.xml").documents.first)
    #expect(document.authors == ["Lee, Ann, Jr"])
    #expect(document.year == 2022 && document.imprint.month == 12 && document.imprint.day == 10)
  }

  @Test func `PubMed XML is read`() throws {
    let text = """
      <?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article>
      <Journal><Title>J</Title><JournalIssue><Volume>3</Volume><PubDate><MedlineDate>1998 Dec-1999
      Jan</MedlineDate></PubDate></JournalIssue></Journal><ArticleTitle>Peers &amp; <i>care</i>.
      </ArticleTitle><Abstract><AbstractText Label="AIM" NlmCategory="OBJECTIVE">To see.
      </AbstractText><AbstractText Label="RESULTS">Seen.</AbstractText></Abstract><AuthorList>
      <Author><LastName>Lee</LastName><ForeName>Ann</ForeName></Author><Author><CollectiveName>Group
      </CollectiveName></Author></AuthorList><Language>eng</Language><PublicationTypeList>
      <PublicationType>Review</PublicationType></PublicationTypeList></Article><MeshHeadingList>
      <MeshHeading><DescriptorName MajorTopicYN="Y">Peer Group</DescriptorName><QualifierName>trends
      </QualifierName></MeshHeading></MeshHeadingList></MedlineCitation><PubmedData><ArticleIdList>
      <ArticleId IdType="doi">10.1000/A</ArticleId></ArticleIdList></PubmedData></PubmedArticle>
      <PubmedArticle><MedlineCitation><PMID>2</PMID><Article><ArticleTitle>Broken <b>title</ArticleTitle>
      </Article></MedlineCitation></PubmedArticle>
      <PubmedArticle><MedlineCitation><PMID>3</PMID><Article><ArticleTitle>R&D &eacute; & more
      </ArticleTitle></Article></MedlineCitation></PubmedArticle>
      <PubmedArticle><MedlineCitation><PMID>4</PMID>
      """
    let reading = ReadDocuments(PubMedXMLReader(), text, name: "a.xml")
    let document = try #require(reading.documents.first)
    #expect(document.title == "Peers & care")
    #expect(document.authors == ["Lee, Ann", "Group"])
    #expect(document.year == 1998)
    #expect(document.type == "Review")
    #expect(document.keywords == ["*Peer Group/trends"])
    #expect(document.doi == "10.1000/a")
    #expect(document.outline == ["background|AIM|To see.", "results|RESULTS|Seen."])
    #expect(reading.documents.map(\.source.key) == ["1", "2", "3"])
    #expect(reading.documents.last?.title == "R&D é & more")
    #expect(reading.failures.count == 1)
    #expect(reading.failures.first?.hasSuffix("the file ends in the middle of this record") == true)
  }

  @Test(arguments: [
    ("Text.</AbstractText></Abstrac>", true), ("Text.</AbstractText></Abstract>", false),
    ("Text <b>here.</AbstractText></Abstract>", true),
    ("p < 0.05 &eacute; R&D</AbstractText></Abstract>", false),
  ])
  func `markup that is not well-formed is not reported as invalid characters`(
    abstract: String, isMended: Bool
  ) {
    let text = """
      <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>201</PMID><Article><ArticleTitle>Peers.
      </ArticleTitle><Abstract><AbstractText>\(abstract)</Article></MedlineCitation></PubmedArticle>
      </PubmedArticleSet>
      """
    let reading = ReadDocuments(PubMedXMLReader(), text, name: "a.xml")
    #expect(reading.documents.count == 1 && reading.failures.isEmpty && reading.repaired.isEmpty)
    #expect(reading.mended == (isMended ? reading.documents.map(\.id) : []))
  }

  @Test func `ampersands and named characters are read in other encodings, too`() {
    let start = """
      <?xml version="1.0" encoding="ISO-8859-1"?><PubmedArticleSet><PubmedArticle><MedlineCitation>
      <PMID>1</PMID><Article><ArticleTitle>Caf
      """
    let end = """
      s, R&D &eacute; &amp; p < 0.05</ArticleTitle></Article></MedlineCitation></PubmedArticle>
      </PubmedArticleSet>
      """
    let reading = ReadDocuments(
      PubMedXMLReader(), Array(start.utf8) + [0xE9] + Array(end.utf8), name: "a.xml")
    #expect(reading.documents.map(\.title) == ["Cafés, R&D é & p < 0.05"])
    #expect(reading.repaired.isEmpty && reading.failures.isEmpty)
  }

  @Test func `JATS is read`() throws {
    let text = """
      <!DOCTYPE article SYSTEM "x.dtd" [<!ENTITY e SYSTEM "file:///etc/passwd">]>
      <article article-type="research-article"><front><journal-meta><journal-title-group>
      <journal-title>J</journal-title></journal-title-group></journal-meta><article-meta>
      <article-id pub-id-type="doi">10.1000/J</article-id><title-group><article-title>Peers<xref
      ref-type="fn">*</xref></article-title></title-group><contrib-group><contrib contrib-type="author">
      <name><surname>Lee</surname><given-names>Ann</given-names></name></contrib></contrib-group>
      <pub-date pub-type="epub"><year>2019</year></pub-date><pub-date pub-type="ppub"><year>2020</year>
      </pub-date><abstract><sec><title>Methods</title><p>Asked.</p></sec></abstract></article-meta>
      </front><body><sec sec-type="intro"><title>Why</title><p>Known<sup><xref ref-type="bibr">1</xref>
      </sup> &e; well.</p><sec><title>Deep</title><p>One <list><list-item><p>a</p></list-item>
      <list-item><p>b</p></list-item></list></p></sec><p>Back.</p></sec><sec><title>Results</title>
      <table-wrap><label>Table 1</label><caption><p>Sizes</p></caption><table><tr><th>n</th><td>45</td>
      </tr></table></table-wrap></sec></body><back><ref-list><title>References</title><ref>
      <element-citation><name><surname>Old</surname><given-names>A</given-names></name><year>1999</year>
      </element-citation></ref></ref-list></back></article>
      """
    let reading = ReadDocuments(JATSReader(), text, name: "a.nxml")
    let document = try #require(reading.documents.first)
    #expect(document.id == "a")
    #expect(document.title == "Peers")
    #expect(document.year == 2020)
    #expect(
      document.outline == [
        "methods|Methods|Asked.", "background|Why|Known &e; well.", "background|Deep|One a b",
        "background|Why|Back.", "results|Results|Table 1. Sizes\n\nn | 45",
        "references|References|Old A 1999",
      ])
  }

  @Test func `TEI is read`() throws {
    let text = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Peers</title>
      </titleStmt><sourceDesc><biblStruct><analytic><author><persName><forename>Ann</forename>
      <surname>Lee</surname></persName></author></analytic><monogr><title>J</title><imprint>
      <date when="2018-02"/></imprint></monogr><idno type="DOI">10.1000/T</idno></biblStruct>
      </sourceDesc></fileDesc><profileDesc><abstract><p>Short.</p></abstract></profileDesc></teiHeader>
      <text><body><div><head n="1">Methods</head><p><s>One.</s><s>Two.</s></p></div></body><back>
      <div type="references"><listBibl><biblStruct><analytic><title>Old</title></analytic></biblStruct>
      </listBibl></div></back></text></TEI>
      """
    let document = try #require(ReadDocuments(TEIReader(), text, name: "t.xml").documents.first)
    #expect(document.authors == ["Lee, Ann"])
    #expect(document.year == 2018)
    #expect(document.venue == "J")
    #expect(
      document.outline == [
        "abstract|Abstract|Short.", "methods|Methods|One. Two.", "references|References|Old",
      ])
  }

  @Test func `EndNote XML is read`() throws {
    let text = """
      <xml><records><record><rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type>
      <contributors><authors><author><style>Lee, A.</style></author></authors></contributors><titles>
      <title><style>Peers </style><style>at work</style></title><secondary-title>J</secondary-title>
      </titles><dates><year>2020</year></dates><accession-num>123</accession-num>
      <electronic-resource-num>10.1000/E</electronic-resource-num><remote-database-provider>NLM
      </remote-database-provider></record></records></xml>
      """
    let document = try #require(
      ReadDocuments(EndNoteXMLReader(), text, name: "e.xml").documents.first)
    #expect(document.title == "Peers at work")
    #expect(document.identifiers == [Identifier(.doi, "10.1000/e"), Identifier(.pmid, "123")])
    #expect(document.source.key == "7")
  }

  @Test func `entity bombs and foreign files are never expanded`() {
    let bomb = """
      <!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY x SYSTEM "file:///etc/hostname">]>
      <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article>
      <ArticleTitle>&b;&x;</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>
      """
    let reading = ReadDocuments(PubMedXMLReader(), bomb, name: "a.xml")
    #expect(reading.documents.first?.title == "&b;&x;")
  }

  @Test func `superscripts stay apart from what they follow`() throws {
    let text = """
      <article><front><article-meta><title-group><article-title>T</article-title></title-group>
      </article-meta></front><body><p>About 10<sup>8</sup> and 10<sup>−3</sup> per m<sup>2</sup>; many
      workers<sup>12,13</sup> said so.<sup>4</sup> Others<xref ref-type="bibr" rid="b5">5</xref> [<xref
      ref-type="bibr" rid="b6">6</xref>] and Ca<sup>2+</sup>, the 1<sup>st</sup> one.</p></body></article>
      """
    let document = try #require(ReadDocuments(JATSReader(), text, name: "a.nxml").documents.first)
    #expect(
      document.text
        == "About 10^8 and 10^−3 per m2; many workers 12,13 said so. 4 Others 5 [6] and "
        + "Ca2+, the 1st one.")
  }

  @Test func `an untitled introduction, floats and suffixes of JATS`() throws {
    let text = """
      <article><front><article-meta><title-group><article-title>T</article-title></title-group>
      <contrib-group><contrib contrib-type="author"><name><surname>King</surname><given-names>Martin
      </given-names><suffix>Jr.</suffix></name></contrib></contrib-group></article-meta></front><body>
      <p>First words.</p><sec><p>More words.</p></sec><sec><title>Methods</title><p>Asked.</p></sec>
      </body><floats-wrap><table-wrap><caption><p>Sizes</p></caption><table><tr><td>n</td><td>4</td></tr>
      </table></table-wrap></floats-wrap></article>
      """
    let document = try #require(ReadDocuments(JATSReader(), text, name: "a.nxml").documents.first)
    #expect(document.authors == ["King, Martin, Jr."])
    #expect(
      document.outline == [
        "background||First words.", "background||More words.", "methods|Methods|Asked.",
        "body||Sizes\n\nn | 4",
      ])
  }

  @Test func `a body without methods or results has no introduction`() {
    let text = """
      <article><front><article-meta><title-group><article-title>T</article-title></title-group>
      </article-meta></front><body><p>First words.</p><sec><title>Next</title><p>More.</p></sec></body>
      </article>
      """
    let document = ReadDocuments(JATSReader(), text, name: "a.nxml").documents.first
    #expect(document?.outline == ["body||First words.", "body|Next|More."])
  }

  @Test(arguments: [
    "10.1002/1-2(2000)4:5&lt;978::aid-anr4&gt;3.0.co;2-0",
    "10.1002/1-2(2000)4:5<978::aid-anr4>3.0.co;2-0",
  ])
  func `a DOI with angle brackets in XML`(doi: String) {
    let text = """
      <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>T</ArticleTitle>
      <Pagination><StartPage>5</StartPage><EndPage>9</EndPage></Pagination>
      <AuthorList><Author><LastName>King</LastName><ForeName>Martin</ForeName><Suffix>Jr</Suffix></Author>
      </AuthorList><ELocationID EIdType="doi">\(doi)</ELocationID></Article></MedlineCitation></PubmedArticle>
      </PubmedArticleSet>
      """
    let document = ReadDocuments(PubMedXMLReader(), text, name: "a.xml").documents.first
    #expect(document?.doi == "10.1002/1-2(2000)4:5<978::aid-anr4>3.0.co;2-0")
    #expect(document?.imprint.pages == "5-9")
    #expect(document?.authors == ["King, Martin, Jr"])
  }

  @Test func `the name of a group of authors does not contain its members`() {
    let text = """
      <article><front><article-meta><title-group><article-title>Peers</article-title></title-group>
      <contrib-group><contrib contrib-type="author"><name><surname>Lee</surname><given-names>Ann
      </given-names></name></contrib><contrib contrib-type="author"><collab>Peer Group<contrib-group>
      <contrib><name><surname>Roe</surname><given-names>B</given-names></name></contrib></contrib-group>
      </collab></contrib><contrib contrib-type="author"><collab/></contrib></contrib-group>
      </article-meta></front></article>
      """
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.xml")
    #expect(reading.documents.map(\.authors) == [["Lee, Ann", "Peer Group"]])
  }

  @Test func `the series and the number of a book of PubMed`() throws {
    let text = """
      <PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>1</PMID><ArticleIdList>
      <ArticleId IdType="bookaccession">NBK123</ArticleId></ArticleIdList><Book><BookTitle>Handbook
      </BookTitle><CollectionTitle>Peer Series</CollectionTitle></Book><ArticleTitle>Peers
      </ArticleTitle></BookDocument></PubmedBookArticle></PubmedArticleSet>
      """
    let document = try #require(
      ReadDocuments(PubMedXMLReader(), text, name: "a.xml").documents.first)
    #expect(document.title == "Peers" && document.venue == "Handbook")
    #expect(document.imprint.series == "Peer Series")
    #expect(
      document.identifiers.map(\.line) == ["pmid:1", "accession:NCBI Bookshelf NBK123"])
  }

  @Test func `groups, abbreviations and serial numbers of TEI`() throws {
    let text = """
      <TEI><teiHeader><fileDesc><titleStmt><title>One</title></titleStmt><publicationStmt>
      <publisher>House</publisher></publicationStmt><sourceDesc><biblStruct><analytic><author>
      <persName><forename>Ann</forename><surname>Lee</surname></persName></author><author>
      <orgName type="collaboration">Peer Group</orgName></author></analytic><monogr>
      <title level="j" type="main">Journal of Peers</title><title level="j" type="abbrev">J Peers</title>
      <idno type="ISSN">1234-5678</idno><imprint><date when="2022"/></imprint></monogr>
      </biblStruct></sourceDesc></fileDesc></teiHeader><text><body><p>Text.</p></body></text></TEI>
      """
    let document = try #require(ReadDocuments(TEIReader(), text, name: "a.xml").documents.first)
    #expect(document.authors == ["Lee, Ann", "Peer Group"])
    #expect(document.venue == "Journal of Peers" && document.imprint.abbreviation == "J Peers")
    #expect(document.imprint.issn == "1234-5678" && document.imprint.publisher == "House")
  }

  @Test(
    arguments: [
      (1, "has a sub-article, such as a review or a reply, that was not read"),
      (2, "has 2 sub-articles, such as reviews and replies, that were not read"),
    ] as [(Int, String)])
  func `sub-articles of JATS are reported`(count: Int, reason: String) {
    let parts = String(
      repeating: "<sub-article><body><p>I liked it.</p></body></sub-article>", count: count)
    let text = """
      <article><front><article-meta><title-group><article-title>Peers</article-title></title-group>
      </article-meta></front><body><p>Words.</p></body>\(parts)</article>
      """
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.xml")
    #expect(reading.documents.map(\.text) == ["Words."] && reading.failures.isEmpty)
    #expect(reading.skipped == ["/folder/a.xml, record 1: \(reason)"])
  }
}
