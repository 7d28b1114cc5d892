import Literature
import Testing

/// A file with nothing to read is skipped with a reason, in every format; it fails only if the user
/// named it.
struct EmptyFilesTests {
  private func expectNothing(
    in bytes: [UInt8], name: String, _ reason: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let notices = ["/folder/\(name): \(reason)"]
    for isNamed in [false, true] {
      let reading = ReadDocuments(contents: bytes, name: name, isNamed: isNamed)
      #expect(reading.documents.isEmpty, "\(name)", sourceLocation: sourceLocation)
      #expect(reading.skipped == (isNamed ? [] : notices), sourceLocation: sourceLocation)
      #expect(reading.failures == (isNamed ? notices : []), sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [
    ("a.json", "[]"), ("a.csv", "title,authors,year\n"), ("a.tsv", "title\tauthors\tyear\n"),
    ("a.csv", "title,authors\n,\n"), ("a.bib", "@comment{nothing}\n"), ("a.bib", "% Nothing yet\n"),
    ("a.xml", "<PubmedArticleSet></PubmedArticleSet>"), ("a.xml", "<pmc-articleset/>"),
    ("a.xml", "<teiCorpus></teiCorpus>"), ("a.xml", "<Trials_downloaded_from_ICTRP/>"),
    ("a.xml", "<xml><!--<rec-number--><records/></xml>"),
    ("a.xml", "<responseWrapper><hitCount>0</hitCount><resultList/></responseWrapper>"),
    ("a.xml", "<rss version='2.0'><channel><title>Peers</title></channel></rss>"),
    ("a.xml", "<OAI-PMH><error code='noRecordsMatch'>No matching records</error></OAI-PMH>"),
    ("a.rdf", "<rdf:RDF xmlns:z='http://www.zotero.org/namespaces/export#'></rdf:RDF>"),
    ("a.xml", "<PubmedArticleSet> </PubmedArticleSet >\n<!-- End of file -->\n<?done?>\n"),
    ("a.xml", "<pmc-articleset a='b' />" + String(repeating: "\n", count: 100_000)),
    ("a.xml", "<PubmedArticleSet></PubmedArticleSet>\n<!-- a <b> c --><!--</d>-->"),
    ("a.txt", "FN Clarivate Analytics Web of Science\nVR 1.0\nEF"),
    ("a.txt", "FN Clarivate Analytics Web of Science\nEF\n"), ("a.txt", "FN ISI Export Format\nEF"),
    ("a.txt", "\u{FEFF}FN Clarivate Analytics Web of Science\r\nVR 1.0\r\n\r\nEF\r\n"),
    ("a.mbox", "From ann@example.org Tue Mar  5 10:00:00 2024\n"),
  ])
  func `a file without records`(name: String, text: String) {
    expectNothing(in: Array(text.utf8), name: name, "contains no records")
  }

  @Test(arguments: [
    "<?xml version=\"1.0\"?>\n<PubmedArticleSet>\n<Pubmed", "<PubmedArticleSet>",
    "<PubmedArticleSet><!-- None ", "<PubmedArticleSet><!-- None </PubmedArticleSet>",
    "<PubmedArticleSet>\n</PubmedArticleS",
    "<PubmedArticleSet><DeleteCitation></DeleteCitation>", "<pmc-articleset><journal/>",
    "<teiCorpus><teiHeader/>", "<xml><!--<rec-number--><records/>",
    "<PubmedArticleSet>" + String(repeating: "<Other>words</Other>\n", count: 10_000),
  ])
  func `an XML file that is cut off before its first record fails`(text: String) {
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.xml", isNamed: false)
    #expect(reading.documents.isEmpty && reading.skipped.isEmpty)
    #expect(reading.failures == ["/folder/a.xml: ends before its first record"])
  }

  @Test(arguments: ["", "\n", "\n<Pubmed", "</PubmedArticleS", "<!-- </PubmedArticleSet> -->"])
  func `an XML file that is cut off between records fails`(end: String) {
    let record =
      "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Peers</ArticleTitle>"
      + "</Article></MedlineCitation></PubmedArticle>"
    let text = "<PubmedArticleSet>\n\(record)\n\(end)"
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.xml")
    #expect(reading.documents.map(\.title) == ["Peers"])
    #expect(reading.failures == ["/folder/a.xml: is cut off after its last record"])
  }

  @Test func `a workbook with only a header`() {
    func cell(_ text: String) -> String { "<c t='inlineStr'><is><t>\(text)</t></is></c>" }
    let row = "<row>\(["title", "authors", "year"].map(cell).joined())</row>"
    for rows in [row, row + "<row><c/></row>"] {
      expectNothing(in: workbook(rows), name: "a.xlsx", "contains no records")
    }
  }

  @Test func `a sheet with only a header does not hide the other sheets`() {
    func row(_ cells: String...) -> String {
      "<row>\(cells.map { "<c t='inlineStr'><is><t>\($0)</t></is></c>" }.joined())</row>"
    }
    let header = row("title", "authors", "year")
    let reading = ReadDocuments(
      contents: workbook(header, row("Peers need pay.")), name: "a.xlsx")
    #expect(reading.documents.first?.text.contains("Peers need pay.") == true)
    #expect(reading.skipped.isEmpty && reading.failures.isEmpty)
    expectNothing(
      in: workbook(header, "", "<row><c/></row>"), name: "a.xlsx", "contains no records")
  }

  @Test func `references in several sheets are read, and other sheets are reported`() {
    func row(_ cells: String...) -> String {
      "<row>\(cells.map { "<c t='inlineStr'><is><t>\($0)</t></is></c>" }.joined())</row>"
    }
    let header = row("title", "authors", "year")
    let reading = ReadDocuments(
      contents: workbook(
        header + row("One", "Lee, Ann", "2020"), header + row("Two", "Roe, B", "2021"), "",
        row("Only words")), name: "a.xlsx")
    #expect(reading.documents.map(\.title) == ["One", "Two"] && reading.failures.isEmpty)
    #expect(
      reading.skipped == [
        "/folder/a.xlsx, Data4: is a sheet without references, so it was not read"
      ])
  }

  @Test func `a note before the header does not hide the records of a sheet`() {
    func row(_ cells: String...) -> String {
      "<row>\(cells.map { "<c t='inlineStr'><is><t>\($0)</t></is></c>" }.joined())</row>"
    }
    let rows =
      row("About the data") + row("DOI", "PMID", "Title", "Abstract", "PubYear", "Authors")
    let reading = ReadDocuments(
      contents: workbook(rows + row("10.1000/a", "7", "Peers", "Words.", "2020", "Lee, Ann")),
      name: "a.xlsx")
    #expect(reading.documents.map(\.title) == ["Peers"])
    #expect(reading.documents.map(\.year) == [2020] && reading.skipped.isEmpty)
    expectNothing(in: workbook(rows), name: "a.xlsx", "contains no records")
  }

  /// A workbook whose sheets have some rows.
  private func workbook(_ sheets: String...) -> [UInt8] {
    let numbers = 1...sheets.count
    let names = numbers.map { "<sheet name='Data\($0)' r:id='r\($0)'/>" }.joined()
    let targets = numbers.map { "<Relationship Id='r\($0)' Target='worksheets/sheet\($0).xml'/>" }
      .joined()
    var members: [(name: String, text: String)] = [
      ("xl/workbook.xml", "<workbook xmlns:r='r'><sheets>\(names)</sheets></workbook>"),
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(targets)</Relationships>"),
    ]
    for (number, rows) in zip(numbers, sheets) {
      let sheet = "<worksheet><sheetData>\(rows)</sheetData></worksheet>"
      members.append((name: "xl/worksheets/sheet\(number).xml", text: sheet))
    }
    return ZipFixture.zip(members)
  }

  @Test(arguments: [
    ("a.html", "<html><head></head><body><script>var x;</script></body></html>"),
    ("a.md", "---\nyear: 2020\n---\n"), ("a.rtf", "{\\rtf1 }"),
    ("a.txt", String(repeating: " \n", count: 40_000)),
  ])
  func `a document without text`(name: String, text: String) {
    expectNothing(in: Array(text.utf8), name: name, "has no text")
  }

  @Test func `an office document without text`() {
    let documents: [(name: String, members: [(name: String, text: String)])] = [
      ("a.docx", [("word/document.xml", "<w:document xmlns:w='w'><w:body/></w:document>")]),
      (
        "a.odt",
        [
          ("mimetype", "application/vnd.oasis.opendocument.text"),
          ("content.xml", "<document-content><body><text/></body></document-content>"),
        ]
      ),
    ]
    for (name, members) in documents {
      expectNothing(in: ZipFixture.zip(members), name: name, "has no text")
    }
    expectNothing(in: workbook(""), name: "a.xlsx", "has no text")
  }

  @Test(arguments: [
    ("a.ris", "TY  - JOUR\nER  - \n", "line 1"), ("a.nbib", "PMID- \nTI  - \n", "line 1"),
    ("a.bib", "@article{, year = 2020}\n", "line 1"), ("a.jsonl", "{\"_id\":\"\"}\n", "line 1"),
    ("a.csv", "title,year\n,2020\n", "line 2"),
    ("a.xml", "<PubmedArticleSet><PubmedArticle></PubmedArticle></PubmedArticleSet>", "record 1"),
    ("a.xml", "<PubmedArticleSet><PubmedArticle a='>' /></PubmedArticleSet>", "record 1"),
    ("a.xml", "<xml><records>\n<record><ref-type/></record></records></xml>", "line 2"),
  ])
  func `an empty record`(name: String, text: String, place: String) {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    #expect(reading.documents.isEmpty)
    #expect(reading.failures == ["/folder/\(name): contains no records"])
    let reason = "is empty (no title, author, abstract or identifier)"
    #expect(reading.skipped == ["/folder/\(name), \(place): \(reason)"])
  }

  @Test func `an empty element does not hide a record`() {
    let text = """
      <xml><records><record/><record><rec-number>7</rec-number><ref-type name="Book"/><titles><title>
      Peers</title></titles></record><record /></records></xml>
      """
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.xml")
    #expect(reading.documents.map(\.title) == ["Peers"])
    #expect(reading.skipped.count == 2 && reading.failures.isEmpty)
  }
}
