import Literature
import Reading
import Testing

/// XML of web services and repositories.
struct HarvestedXMLTests {
  private func read(_ text: String) -> ReadDocuments {
    ReadDocuments(contents: Array(text.utf8), name: "a.xml", isNamed: false)
  }

  @Test func `records of a repository are read`() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:qdc="q" xmlns:dcterms="t">
      <request verb="ListRecords" metadataPrefix="oai_dc">https://example.org/oai</request>
      <ListRecords>
      <record><header><identifier>oai:example.org:article/7</identifier></header><metadata>
      <oai_dc:dc xmlns:oai_dc="o" xmlns:dc="d">
      <dc:title xml:lang="en">Peers &amp; prisons</dc:title>
      <dc:title xml:lang="es">Pares y prisiones</dc:title>
      <dc:creator>Lee, Ann; University of Leeds</dc:creator><dc:creator>Roe, Bo</dc:creator>
      <dc:subject>peer support; prisons</dc:subject><dc:subject>HIV</dc:subject>
      <dc:description>We asked peers in three prisons.</dc:description>
      <dc:description>12 pages</dc:description>
      <dc:publisher>Peer Press</dc:publisher>
      <dc:date>2021-03-01T10:11:12Z</dc:date><dc:date>2019-05-04</dc:date>
      <dc:type>info:eu-repo/semantics/article</dc:type>
      <dc:type>info:eu-repo/semantics/publishedVersion</dc:type>
      <dc:identifier>https://example.org/article/view/7</dc:identifier>
      <dc:identifier>10.1000/Peers.7</dc:identifier>
      <dc:source>Journal of Peers; Vol. 3 No. 2 (2019): Pay; 12-24</dc:source>
      <dc:source>1234-5678</dc:source>
      <dc:language>eng</dc:language>
      <dc:relation>https://doi.org/10.1000/other</dc:relation>
      </oai_dc:dc></metadata></record>
      <record><header status="deleted"><identifier>oai:example.org:article/8</identifier></header>
      </record>
      <record><header><identifier>oai:example.org:article/9</identifier></header><metadata><mods>
      <title>Pay</title></mods></metadata></record>
      <record><header><identifier>oai:example.org:article/10</identifier></header><metadata>
      <qdc:qualifieddc><dc:title>Care</dc:title>
      <dc:creator>Ann Lee; Bo Roe</dc:creator>
      <dcterms:issued>2018</dcterms:issued><dcterms:abstract>Words.</dcterms:abstract>
      <dc:source>Journal of Care, Vol 4, Iss 1, Pp 5-9 (2018)</dc:source>
      </qdc:qualifieddc></metadata></record>
      <resumptionToken>more</resumptionToken></ListRecords></OAI-PMH>
      """
    let reading = read(text)
    #expect(reading.documents.map(\.title) == ["Peers & prisons", "Care"])
    #expect(reading.documents.map(\.year) == [2019, 2018] && reading.failures.isEmpty)
    #expect(reading.documents.map(\.venue) == ["Journal of Peers", "Journal of Care"])
    #expect(reading.documents.map { $0.imprint.volume } == ["3", "4"])
    #expect(reading.documents.map { $0.imprint.issue } == ["2", "1"])
    #expect(reading.documents.map { $0.imprint.pages } == ["12-24", "5-9"])
    #expect(reading.documents.map(\.text).last == "Words.")
    let authors = ["Lee, Ann", "Roe, Bo"]
    #expect(reading.documents.map(\.authors) == [authors, authors])
    let document = try #require(reading.documents.first)
    #expect(document.keywords == ["peer support", "prisons", "HIV"])
    #expect(document.identifiers == [Identifier(.doi, "10.1000/peers.7")])
    #expect(document.url == "https://example.org/article/view/7" && document.type == "article")
    #expect(document.imprint.issn == "1234-5678" && document.imprint.publisher == "Peer Press")
    #expect(document.imprint.notes == ["12 pages"] && document.language == "en")
    #expect(
      document.outline == [
        "abstract||We asked peers in three ", "body|Other title|Pares y prisiones",
      ])
    #expect(
      reading.skipped == [
        "/folder/a.xml, line 24: was deleted from the repository",
        "/folder/a.xml, line 26: has its metadata in another format than Dublin Core (mods); "
          + "harvest oai_dc instead",
      ])
  }

  @Test func `articles of Europe PMC are read, in full and briefly`() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <responseWrapper xmlns:dc="http://purl.org/dc/elements/1.1/"><version>6.9</version>
      <hitCount>2</hitCount><resultList>
      <result><id>31000001</id><source>MED</source><pmid>31000001</pmid><pmcid>PMC6000001</pmcid>
      <doi>10.1000/a</doi><title>Peers &lt;i&gt;and&lt;/i&gt; prisons.</title>
      <authorString>Lee A, Group.</authorString>
      <authorList><author><fullName>Lee A</fullName><firstName>Ann</firstName>
      <lastName>Lee</lastName><initials>A</initials></author>
      <author><collectiveName>Peer Group</collectiveName></author></authorList>
      <journalInfo><issue>2</issue><volume>3</volume><dateOfPublication>2019 May</dateOfPublication>
      <yearOfPublication>2019</yearOfPublication><journal><title>Journal of Peers</title>
      <ISOAbbreviation>J Peers</ISOAbbreviation><ISSN>1234-5678</ISSN></journal></journalInfo>
      <pubYear>2019</pubYear><pageInfo>12-24</pageInfo>
      <abstractText>&lt;h4&gt;Aim&lt;/h4&gt;We asked.</abstractText><language>eng</language>
      <pubTypeList><pubType>Review</pubType><pubType>Journal Article</pubType></pubTypeList>
      <meshHeadingList><meshHeading><majorTopic_YN>Y</majorTopic_YN>
      <descriptorName>Peer Group</descriptorName><meshQualifierList><meshQualifier>
      <qualifierName>methods</qualifierName></meshQualifier></meshQualifierList></meshHeading>
      </meshHeadingList><keywordList><keyword>HIV</keyword></keywordList></result>
      <result><id>PPR1</id><source>PPR</source><title>Pay</title>
      <authorString>Roe B, Lee A.</authorString><journalTitle>J Pay</journalTitle>
      <pubYear>2020</pubYear><pubType>preprint</pubType></result>
      </resultList></responseWrapper>
      """
    let reading = read(text)
    #expect(reading.documents.map(\.title) == ["Peers and prisons", "Pay"])
    #expect(reading.documents.map(\.year) == [2019, 2020])
    #expect(reading.documents.map(\.venue) == ["Journal of Peers", "J Pay"])
    let authors = [["Lee, Ann", "Peer Group"], ["Roe, B", "Lee, A"]]
    #expect(reading.documents.map(\.authors) == authors)
    #expect(reading.failures.isEmpty && reading.skipped.isEmpty)
    let document = try #require(reading.documents.first)
    #expect(document.identifier(.doi) == "10.1000/a" && document.identifier(.pmid) == "31000001")
    #expect(document.identifier(.pmcid) == "PMC6000001")
    #expect(document.keywords == ["*Peer Group/methods", "HIV"])
    #expect(document.type == "Review; Journal Article" && document.language == "en")
    let imprint = document.imprint
    #expect(imprint.abbreviation == "J Peers" && imprint.issn == "1234-5678")
    #expect(imprint.volume == "3" && imprint.issue == "2" && imprint.pages == "12-24")
    #expect(imprint.month == 5 && document.text == "Aim: We asked.")
  }

  @Test func `a feed of arXiv is read`() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">ArXiv Query</title>
      <id>http://arxiv.org/api/x</id><updated>2020-01-01T00:00:00-04:00</updated>
      <entry><id>http://arxiv.org/abs/1801.00001v2</id><updated>2019-02-01T00:00:00Z</updated>
      <published>2018-01-05T00:00:00Z</published><title>Peers in
        networks</title><summary>  We asked peers.
      </summary><author><name>Ann Lee</name></author><author><name>Bo Roe</name></author>
      <arxiv:comment xmlns:arxiv="a">12 pages</arxiv:comment>
      <arxiv:doi xmlns:arxiv="a">10.1000/a</arxiv:doi>
      <link href="http://arxiv.org/abs/1801.00001v2" rel="alternate" type="text/html"/>
      <link title="pdf" href="http://arxiv.org/pdf/1801.00001v2" rel="related"/>
      <category term="cs.SI" scheme="x"/></entry></feed>
      """
    let reading = read(text)
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1 && reading.failures.isEmpty && reading.skipped.isEmpty)
    #expect(document.title == "Peers in networks" && document.text == "We asked peers.")
    #expect(document.authors == ["Lee, Ann", "Roe, Bo"] && document.year == 2018)
    #expect(document.doi == "10.1000/a" && document.type == "Preprint")
    #expect(document.identifier(.accession) == "arXiv 1801.00001")
    #expect(document.url == "http://arxiv.org/abs/1801.00001v2")
    #expect(document.keywords == ["cs.SI"] && document.imprint.notes == ["12 pages"])
  }

  @Test func `a feed of a search in PubMed is read`() throws {
    let text = """
      <rss version="2.0" xmlns:dc="d" xmlns:content="c"><channel><title>My search</title>
      <link>https://pubmed.ncbi.nlm.nih.gov/rss-feed/</link>
      <item><title>Peers in wards</title><link>https://pubmed.ncbi.nlm.nih.gov/30000002/?a=1</link>
      <description>CONCLUSIONS: Asked.</description>
      <content:encoded><![CDATA[<p>J Peers. 2018 Mar 1.</p><p><b>ABSTRACT</b></p><p>We <i>asked</i> peers in two wards.</p>
      <p>PMID:<a href="x">30000002</a></p>]]></content:encoded>
      <guid isPermaLink="false">pubmed:30000002</guid><pubDate>Thu, 01 Mar 2018 06:00:00 -0400</pubDate>
      <dc:creator>Ann Lee</dc:creator><dc:creator>Bo Roe</dc:creator><dc:date>2018-03-01</dc:date>
      <dc:source>Journal of peers</dc:source><dc:identifier>pmid:30000002</dc:identifier>
      <dc:identifier>doi:10.1000/a</dc:identifier></item></channel></rss>
      """
    let document = try #require(read(text).documents.first)
    #expect(document.title == "Peers in wards")
    #expect(document.text == "We asked peers in two wards.")
    #expect(document.authors == ["Lee, Ann", "Roe, Bo"] && document.year == 2018)
    #expect(document.venue == "Journal of peers" && document.doi == "10.1000/a")
    #expect(document.identifier(.pmid) == "30000002" && document.imprint.month == 3)
  }

  @Test func `records of EBSCOhost are read`() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <records><rec resultID="1">
      <plink>https://search.ebscohost.com/login.aspx?direct=true&amp;db=c8h&amp;AN=109000001</plink>
      <header shortDbName="c8h" uiTerm="109000001" longDbName="CINAHL with Full Text" uiTag="AN">
      <controlInfo><bkinfo /><dissinfo /><jinfo><jid type="issn">12345678</jid>
      <jtl>Journal of Peers</jtl><issn>12345678</issn></jinfo>
      <pubinfo><dt year="2010" month="10" day="01">Oct2010</dt><vid>34</vid><iid>6</iid>
      <pub>Peer Press</pub></pubinfo>
      <artinfo><ui>109000001</ui><ui type="doi">10.1000/a</ui><ui type="pmid">20000001</ui>
      <ui type="other">PMC3000001</ui><ppf>215</ppf><ppct>13</ppct>
      <tig><atl>Peers &amp; prisons</atl></tig>
      <aug><au>Lee, Ann</au><au>Roe, Bo</au><affil>University of Leeds</affil></aug>
      <sug><subj type="major">Peer Group</subj><subj>Prisons</subj></sug>
      <ab>We asked peers.</ab><pubtype>Academic Journal</pubtype><doctype>research</doctype>
      </artinfo><language>English</language></controlInfo></header></rec>
      <rec resultID="2"><header uiTerm="7" longDbName="eBook Collection"><controlInfo>
      <bkinfo><btl>Peer work</btl><aug><au>Roe, Bo</au></aug><isbn>9780306406157</isbn></bkinfo>
      <pubinfo><dt year="2015" month="12" day="01">2015</dt></pubinfo>
      <artinfo><pubtype>Book</pubtype></artinfo></controlInfo></header></rec>
      </records>
      """
    let reading = read(text)
    #expect(reading.documents.map(\.title) == ["Peers & prisons", "Peer work"])
    #expect(reading.documents.map(\.year) == [2010, 2015])
    #expect(reading.documents.map(\.authors) == [["Lee, Ann", "Roe, Bo"], ["Roe, Bo"]])
    #expect(reading.documents.map(\.type) == ["research", "Book"])
    #expect(reading.documents.map(\.venue) == ["Journal of Peers", nil])
    #expect(reading.documents.map { $0.imprint.month } == [10, nil])
    #expect(reading.failures.isEmpty && reading.skipped.isEmpty)
    let document = try #require(reading.documents.first)
    #expect(document.identifier(.doi) == "10.1000/a" && document.identifier(.pmid) == "20000001")
    #expect(document.identifier(.pmcid) == "PMC3000001")
    #expect(document.identifier(.accession) == "CINAHL with Full Text 109000001")
    #expect(document.keywords == ["Peer Group", "Prisons"] && document.text == "We asked peers.")
    let imprint = document.imprint
    #expect(imprint.volume == "34" && imprint.issue == "6" && imprint.pages == "215-227")
    #expect(imprint.issn == "1234-5678" && imprint.publisher == "Peer Press")
    #expect(imprint.day == nil && document.language == "en")
    #expect(reading.documents.last?.identifier(.isbn) == "9780306406157")
  }
}
