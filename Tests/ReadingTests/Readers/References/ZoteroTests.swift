import Foundation
import Literature
import Reading
import TestSupport
import Testing

struct ZoteroTests {
  private static let rdf = """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
     xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:foaf="f"
     xmlns:dcterms="http://purl.org/dc/terms/" xmlns:link="l" xmlns:prism="p">
    <bib:Article rdf:about="#item_1"><z:itemType>journalArticle</z:itemType><dcterms:isPartOf
     rdf:resource="urn:issn:1234-5678"/><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Lee
    </foaf:surname><foaf:givenName>Ann</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
    <link:link rdf:resource="#item_2"/><dc:subject>peers</dc:subject><dc:subject><z:AutomaticTag><rdf:value>
    HIV</rdf:value></z:AutomaticTag></dc:subject><dc:title>Peer work in prisons</dc:title><dcterms:abstract>
    Short text.</dcterms:abstract><dc:date>2021-03-04</dc:date><bib:pages>1-9</bib:pages>
    <dc:identifier><dcterms:URI><rdf:value>https://example.org/a</rdf:value></dcterms:URI></dc:identifier>
    <dc:description>PMID: 12345678</dc:description></bib:Article>
    <bib:Journal rdf:about="urn:issn:1234-5678"><prism:volume>3</prism:volume><prism:number>2</prism:number>
    <dc:title>Journal of Peers</dc:title><dc:identifier>DOI 10.1000/z</dc:identifier>
    <dc:identifier>ISSN 1234-5678</dc:identifier></bib:Journal>
    <z:Attachment rdf:about="#item_2"><z:itemType>attachment</z:itemType>
    <rdf:resource rdf:resource="files/2/paper.txt"/><dc:title>Full text</dc:title></z:Attachment>
    </rdf:RDF>
    """

  @Test func `items, journals and identifiers of an RDF export`() throws {
    let reading = ReadDocuments(contents: Array(Self.rdf.utf8), name: "lib.rdf")
    #expect(reading.documents.count == 1 && reading.failures.isEmpty)
    let document = try #require(reading.documents.first)
    #expect(document.title == "Peer work in prisons")
    #expect(document.authors == ["Lee, Ann"])
    #expect(document.venue == "Journal of Peers")
    #expect(document.year == 2021)
    #expect(document.type == "Journal Article")
    #expect(document.keywords == ["peers", "HIV"])
    #expect(document.text == "Short text.")
    #expect(document.url == "https://example.org/a")
    #expect(document.imprint.volume == "3" && document.imprint.issn == "1234-5678")
    #expect(document.identifiers.map(\.value).sorted() == ["10.1000/z", "12345678"])
  }

  @Test func `a note is read without its markup, and one that belongs to no item is reported`()
    throws
  {
    let parts = """
      <bib:Memo rdf:about="#item_4"><rdf:value>&lt;p&gt;Read &lt;b&gt;it&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;p &amp;lt; 0.05
      &lt;/p&gt;</rdf:value></bib:Memo><bib:Memo rdf:about="#item_5"><rdf:value>Alone</rdf:value></bib:Memo>
      <z:Attachment rdf:about="#item_6"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title>
      </z:Attachment></rdf:RDF>
      """
    let text = Self.rdf.replacing("</rdf:RDF>", with: parts).replacing(
      "</bib:Article>",
      with: "<dcterms:isReferencedBy rdf:resource='#item_4'/></bib:Article>")
    let reading = ReadDocuments(contents: Array(text.utf8), name: "lib.rdf")
    #expect(reading.documents.map(\.imprint.notes) == [["Read it. p < 0.05"]])
    #expect(
      reading.skipped == [
        "/folder/lib.rdf, record 2: is a note that belongs to no item",
        "/folder/lib.rdf, record 3: is a file that belongs to no item",
      ])
  }

  @Test func `an export that is cut off keeps whole items and reports the rest`() throws {
    let second = """
      <bib:Book rdf:about="#item_3"><z:itemType>book</z:itemType><dc:title>Peers</dc:title></bib:Book>
      </rdf:RDF>
      """
    let text = Self.rdf.replacing("</rdf:RDF>", with: second)
    let whole = ReadDocuments(ZoteroRDFReader(), text, name: "lib.rdf")
    #expect(whole.documents.count == 2 && whole.failures.isEmpty)
    let rootEnd = try #require(text.firstIndex(of: ">"))
    var end = text.index(after: rootEnd)
    while end < text.index(before: text.endIndex) {
      let reading = ReadDocuments(ZoteroRDFReader(), String(text[..<end]), name: "lib.rdf")
      #expect(reading.documents.allSatisfy { whole.documents.contains($0) })
      #expect(!reading.failures.isEmpty && reading.skipped.isEmpty)
      end = text.index(after: end)
    }
  }

  @Test(arguments: [
    // Cut off in the first item, in its journal, after its file, in the second item and after it.
    ("<bib:pages>1-9", 0, "record 1: the file ends in the middle of this record"),
    (
      "<prism:volume>3", 0,
      "record 1: refers to a journal, a note or a file after the end of the file"
    ),
    ("</z:Attachment>", 1, "is cut off after its last record"),
    ("<dc:title>Peers", 1, "record 2: the file ends in the middle of this record"),
    ("</bib:Book>", 2, "is cut off after its last record"),
  ])
  func `the report says where an export is cut off`(
    end: String, count: Int, reason: String
  ) throws {
    let second = "<bib:Book><z:itemType>book</z:itemType><dc:title>Peers</dc:title></bib:Book>"
    let text = Self.rdf.replacing("</rdf:RDF>", with: second + "</rdf:RDF>")
    let cut = try #require(text.range(of: end, options: .backwards)).upperBound
    let reading = ReadDocuments(contents: Array(text[..<cut].utf8), name: "lib.rdf")
    #expect(reading.documents.count == count)
    let place = reason.hasPrefix("record") ? ", " : ": "
    #expect(reading.failures == ["/folder/lib.rdf\(place)\(reason)"])
  }

  @Test func `notes and series of an RDF export`() throws {
    let text = """
      <rdf:RDF xmlns:rdf="r" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="b"
       xmlns:dc="d" xmlns:foaf="f" xmlns:dcterms="t">
      <bib:BookSection rdf:about="#item_1"><z:itemType>bookSection</z:itemType>
      <dcterms:isPartOf><bib:Series><dc:title>Peer Series</dc:title></bib:Series></dcterms:isPartOf>
      <dcterms:isPartOf><bib:Book><dc:title>Handbook</dc:title></bib:Book></dcterms:isPartOf>
      <z:seriesEditors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Ng</foaf:surname>
      <foaf:givenName>Cy</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></z:seriesEditors>
      <dcterms:isReferencedBy rdf:resource="#item_2"/><dc:title>Chapter</dc:title>
      <dc:description>PMID: 7</dc:description></bib:BookSection>
      <bib:Memo rdf:about="#item_2"><rdf:value>&lt;p&gt;Read it.&lt;/p&gt;</rdf:value></bib:Memo>
      <bib:Book rdf:about="#item_3"><z:itemType>book</z:itemType><dcterms:isPartOf><bib:Series>
      <dc:title>Peer Series</dc:title></bib:Series></dcterms:isPartOf><dc:title>Book</dc:title></bib:Book>
      </rdf:RDF>
      """
    let documents = ReadDocuments(contents: Array(text.utf8), name: "lib.rdf").documents
    #expect(documents.map(\.venue) == ["Handbook", "Peer Series"])
    #expect(documents.map(\.imprint.series) == ["Peer Series", nil])
    #expect(documents.first?.imprint.seriesEditors == ["Ng, Cy"])
    #expect(documents.map(\.imprint.notes) == [["Read it."], []])
  }

  @Test func `a chapter with its editors, and a thesis with its kind`() throws {
    let text = """
      <rdf:RDF xmlns:rdf="r" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="b"
       xmlns:dc="d" xmlns:foaf="f" xmlns:dcterms="t" xmlns:vcard="v">
      <bib:BookSection><z:itemType>bookSection</z:itemType><dcterms:isPartOf><bib:Book>
      <dc:title>Handbook of Peers</dc:title></bib:Book></dcterms:isPartOf><dc:publisher>
      <foaf:Organization><vcard:adr><vcard:Address><vcard:locality>London</vcard:locality>
      </vcard:Address></vcard:adr><foaf:name>House</foaf:name></foaf:Organization></dc:publisher>
      <bib:editors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Repper</foaf:surname>
      <foaf:givenName>Julie</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:editors>
      <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Lee</foaf:surname>
      <foaf:givenName>Ann</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
      <dc:title>Chapter</dc:title><dc:date>2011-06-15</dc:date></bib:BookSection>
      <bib:Thesis><z:itemType>thesis</z:itemType><dc:title>A thesis</dc:title><z:type>PhD</z:type>
      </bib:Thesis></rdf:RDF>
      """
    let documents = ReadDocuments(contents: Array(text.utf8), name: "lib.rdf").documents
    let chapter = try #require(documents.first)
    #expect(chapter.authors == ["Lee, Ann"] && chapter.imprint.editors == ["Repper, Julie"])
    #expect(chapter.venue == "Handbook of Peers" && chapter.imprint.place == "London")
    #expect(chapter.imprint.publisher == "House")
    #expect(chapter.imprint.month == 6 && chapter.imprint.day == 15)
    #expect(documents.last?.type == "Thesis; PhD")
  }

  private static func ris(_ link: String) -> String {
    "TY  - JOUR\nTI  - Peer work in prisons\nAU  - Lee, Ann\nPY  - 2021\nDO  - 10.1000/z\n"
      + "L1  - \(link)\nER  -\n"
  }

  @Test(arguments: [
    ("lib.rdf", rdf, "files/2/paper.txt"),
    ("lib.ris", ris("files/2/paper.txt"), "files/2/paper.txt"),
    ("lib.ris", ris("internal-pdf://2/other.pdf\nfiles/2/paper.txt"), "files/2/paper.txt"),
    ("lib.ris", ris("files/1/other.pdf;files/2/paper.txt"), "files/2/paper.txt"),
    ("lib.ris", ris("files/2/a%20paper.txt"), "files/2/a paper.txt"),
    (
      "lib.ris", ris("file:///home/me/Zotero/storage/ABCD1234/paper.txt"),
      "storage/ABCD1234/paper.txt"
    ),
    (
      "lib.ris", ris("file:///C:/My%20files/Zotero/storage/ABCD1234/a%20paper.txt"),
      "storage/ABCD1234/a paper.txt"
    ),
    (
      "lib.ris", ris(#"C:\Users\me\Zotero\storage\ABCD1234\paper.txt"#),
      "storage/ABCD1234/paper.txt"
    ),
    (
      "lib.bib",
      #"@article{k, title={Peer work in prisons}, author={Lee, Ann}, year=2021, doi={10.1000/z}, "#
        + #"file={Full Text:/home/me/Zotero/storage/ABCD1234/paper.txt:text/plain}}"#,
      "storage/ABCD1234/paper.txt"
    ),
  ])
  func `a file has the metadata of the record that links to it`(
    name: String, export: String, path: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(name, export.utf8)
    try folder.write(path, "A text without any title of its own, as it was extracted.\n".utf8)
    let documents = ReadDocuments(library: folder.path).documents
    let file = try #require(documents.first { $0.source.path.hasSuffix("paper.txt") })
    #expect(file.title == "Peer work in prisons")
    #expect(file.authors == ["Lee, Ann"])
    #expect(file.doi == "10.1000/z")
    #expect(file.text.hasPrefix("A text"))
  }
}
