import Literature
import Testing

struct OfficeReadersTests {
  private static let core = """
    <?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Plan
    </dc:title><dc:creator>Ann Lee</dc:creator><dcterms:created>CREATED</dcterms:created>
    <dcterms:modified>MODIFIED</dcterms:modified></cp:coreProperties>
    """

  private func docx(_ body: String, created: String, modified: String) -> [UInt8] {
    ZipFixture.zip([
      ("[Content_Types].xml", "<Types/>"),
      ("word/document.xml", "<w:document xmlns:w='w'><w:body>\(body)</w:body></w:document>"),
      (
        "docProps/core.xml",
        Self.core.replacing("CREATED", with: created).replacing("MODIFIED", with: modified)
      ),
    ])
  }

  private func paragraph(_ text: String) -> String {
    "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  @Test func `tables of Word keep rows and columns`() throws {
    func cell(_ text: String) -> String { "<w:tc>\(paragraph(text))</w:tc>" }
    let table =
      "<w:tbl><w:tr>\(cell("Role"))\(cell("Band"))\(cell("WTE"))</w:tr>"
      + "<w:tr>\(cell("Peer worker"))\(cell("3"))\(cell("45"))</w:tr></w:tbl>"
    let body = paragraph("Staff are listed below.") + table + paragraph("More text follows here.")
    let bytes = docx(body, created: "2024-01-01T00:00:00Z", modified: "2024-02-01T00:00:00Z")
    let document = try #require(ReadDocuments(contents: bytes, name: "plan.docx").documents.first)
    #expect(
      document.text == "Staff are listed below.\n\nRole | Band | WTE\n\nPeer worker | 3 | 45\n\n"
        + "More text follows here.")
    #expect(document.sections.map(\.heading) == [""])
    #expect(document.year == 2024)
  }

  @Test(
    arguments: [
      ("March 2024", "2013-12-23T23:15:00Z", "2024-03-05T00:00:00Z", 2024),
      ("Some words.", "2013-12-23T23:15:00Z", "2013-12-23T23:15:00Z", nil),
      ("Some words.", "2013-05-01T00:00:00Z", "2024-03-05T00:00:00Z", nil),
      ("Some words.", "2019-12-20T00:00:00Z", "2020-01-05T00:00:00Z", 2019),
      ("Published: 4 May 2021", "2013-05-01T00:00:00Z", "2024-03-05T00:00:00Z", 2021),
      ("© 2018 The Trust", "2013-05-01T00:00:00Z", "2024-03-05T00:00:00Z", 2018),
    ] as [(String, String, String, Int?)])
  func `a year in the text comes before a template's`(
    line: String, created: String, modified: String, year: Int?
  ) {
    let body =
      paragraph("Strategy of the Trust") + paragraph(line)
      + paragraph("We support people with people who have been there, in every part of it.")
    let bytes = docx(body, created: created, modified: modified)
    #expect(ReadDocuments(contents: bytes, name: "plan.docx").documents.first?.year == year)
  }

  @Test(
    arguments: [
      (
        ["Review of the crisis cafe", "Jane Hartley and Imran Siddiqui, University of Airedale"],
        ["Hartley, Jane", "Siddiqui, Imran"], "Review of the crisis cafe"
      ),
      (
        ["PEER SERVICE", "Final evaluation report", "By Ann Smith and Bob Jones", "12 May 2016"],
        ["Smith, Ann", "Jones, Bob"], "PEER SERVICE: Final evaluation report"
      ),
      (["Peer Support Service", "Staff and Pay"], [], "Peer Support Service"),
    ] as [([String], [String], String)])
  func `title and authors in plain paragraphs of Word`(
    lines: [String], authors: [String], title: String
  ) {
    let body = (lines + ["We asked people about it, and they told us."]).map(paragraph).joined()
    let bytes = ZipFixture.zip([
      ("word/document.xml", "<w:document xmlns:w='w'><w:body>\(body)</w:body></w:document>")
    ])
    let document = ReadDocuments(contents: bytes, name: "a.docx").documents.first
    #expect(document?.title == title)
    #expect(document?.authors == authors)
  }

  @Test(
    arguments: [
      ("2026-11-30T14:22:28Z", [["Caseload of peer workers 2024"], ["Name", "n"]], 2024),
      ("2026-11-30T14:22:28Z", [["Name", "Date"], ["Ann", "2021-04-05"]], 2026),
      ("2013-01-27T09:14:16Z", [["Name", "Date"], ["Ann", "2021-04-05"]], nil),
    ] as [(String, [[String]], Int?)])
  func `the year of a workbook`(created: String, rows: [[String]], year: Int?) {
    let cells = rows.map { row in
      "<row>\(row.map { "<c t='inlineStr'><is><t>\($0)</t></is></c>" }.joined())</row>"
    }
    let bytes = ZipFixture.zip([
      (
        "xl/workbook.xml",
        "<workbook xmlns:r='r'><sheets><sheet name='Staff' r:id='r1'/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>"
      ),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>\(cells.joined())</sheetData></worksheet>"
      ),
      ("docProps/core.xml", "<p><created>\(created)</created><modified>\(created)</modified></p>"),
    ])
    #expect(ReadDocuments(contents: bytes, name: "a.xlsx").documents.first?.year == year)
  }

  @Test func `a title's year is that of the plan`() {
    let body = paragraph("text of the plan")
    let bytes = ZipFixture.zip([
      ("word/document.xml", "<w:document xmlns:w='w'><w:body>\(body)</w:body></w:document>"),
      (
        "docProps/core.xml",
        "<p><title>Peer support strategy 2024–2027</title><created>2013-12-23T23:15:00Z</created></p>"
      ),
    ])
    #expect(ReadDocuments(contents: bytes, name: "plan.docx").documents.first?.year == 2024)
  }

  private func styled(_ blocks: [(style: String, text: String)], title: String = "") -> Document? {
    let body = blocks.map { block in
      "<w:p><w:pPr><w:pStyle w:val='\(block.style)'/></w:pPr><w:r><w:t>\(block.text)</w:t></w:r></w:p>"
    }.joined()
    let styles = ["1", "2"].map {
      "<w:style w:styleId='H\($0)'><w:name w:val='heading \($0)'/></w:style>"
    }.joined()
    let bytes = ZipFixture.zip([
      ("word/document.xml", "<w:document xmlns:w='w'><w:body>\(body)</w:body></w:document>"),
      ("word/styles.xml", "<w:styles xmlns:w='w'>\(styles)</w:styles>"),
      (
        "docProps/core.xml",
        "<p><title>\(title)</title><creator>Dr Ann Lee and Bo Chen</creator></p>"
      ),
    ])
    return ReadDocuments(contents: bytes, name: "plan.docx").documents.first
  }

  @Test func `headings of Word, and a title without a style`() {
    let blocks = [
      ("H1", "Plan for peer support"), ("H1", "Results"), ("H2", "Pay"), ("", "Low."),
      ("H2", "Roles"), ("", "Many."),
    ]
    for title in ["", "Plan for peer support"] {
      let document = styled(blocks, title: title)
      #expect(document?.title == "Plan for peer support")
      #expect(document?.outline == ["body|Results › Pay|Low.", "body|Roles|Many."])
      #expect(document?.authors == ["Lee, Ann", "Chen, Bo"])
    }
    let short = styled([("H1", "Introduction"), ("", "Words.")])
    #expect(short?.outline == ["background|Introduction|Words."])
  }

  @Test func `paragraphs in other elements, hyphens and symbols of Word`() {
    let body =
      "<w:customXml><w:sdt><w:sdtContent>\(paragraph("Nested."))</w:sdtContent></w:sdt>"
      + "</w:customXml><w:ins>\(paragraph("Inserted."))</w:ins><w:moveTo>\(paragraph("Moved."))"
      + "</w:moveTo><w:moveFrom>\(paragraph("Gone."))</w:moveFrom><w:p><w:r><w:t>Long</w:t>"
      + "<w:noBreakHyphen/><w:t>term, n </w:t><w:sym w:font='Symbol' w:char='F0B3'/><w:t> 20 </w:t>"
      + "<w:sym w:font='Wingdings' w:char='F0E0'/><w:sym w:font='Arial' w:char='00B1'/></w:r></w:p>"
    let bytes = docx(body, created: "2024-01-01T00:00:00Z", modified: "2024-02-01T00:00:00Z")
    let document = ReadDocuments(contents: bytes, name: "a.docx").documents.first
    #expect(document?.text == "Nested.\n\nInserted.\n\nMoved.\n\nLong-term, n ≥ 20 ±")
  }

  @Test func `frames, numbered paragraphs and bibliographies of OpenDocument`() {
    let body =
      "<t:p>First.</t:p><d:frame><d:text-box><t:p>In a frame.</t:p></d:text-box></d:frame>"
      + "<t:numbered-paragraph><t:p>Numbered.</t:p></t:numbered-paragraph><t:bibliography>"
      + "<t:index-body><t:index-title><t:p>Sources</t:p></t:index-title><t:p>Lee 2020.</t:p>"
      + "</t:index-body></t:bibliography>"
    let bytes = ZipFixture.zip([
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      (
        "content.xml",
        "<c xmlns:t='t' xmlns:d='d'><body><text>\(body)</text></body></c>"
      ),
    ])
    let document = ReadDocuments(contents: bytes, name: "a.odt").documents.first
    #expect(document?.text == "First.\n\nIn a frame.\n\nNumbered.\n\nSources\n\nLee 2020.")
  }

  @Test func `cells of Word that span columns`() {
    func cell(_ text: String, span: Int = 1) -> String {
      "<w:tc><w:tcPr><w:gridSpan w:val='\(span)'/></w:tcPr>\(paragraph(text))</w:tc>"
    }
    let table =
      "<w:tbl><w:tr>\(cell("Staff", span: 2))\(cell("WTE"))</w:tr>"
      + "<w:tr>\(cell("Peer"))\(cell("3"))\(cell("45"))</w:tr></w:tbl>"
    let bytes = docx(table, created: "2024-01-01T00:00:00Z", modified: "2024-02-01T00:00:00Z")
    let document = ReadDocuments(contents: bytes, name: "a.docx").documents.first
    #expect(document?.text == "Staff |  | WTE\n\nPeer | 3 | 45")
  }

  @Test func `cells of OpenDocument that span columns or are repeated, and header rows`() {
    func cell(_ text: String, _ count: Int = 1) -> String {
      let repeated = count > 1 ? " t:number-columns-repeated='\(count)'" : ""
      return "<t:table-cell\(repeated)><t:p>\(text)</t:p></t:table-cell>"
    }
    let table =
      "<t:table><t:table-header-rows><t:table-row>\(cell("Staff"))"
      + "<t:covered-table-cell t:number-columns-repeated='2'/>\(cell("WTE"))</t:table-row>"
      + "</t:table-header-rows><t:table-row>\(cell("Peer"))\(cell("3", 2))\(cell("45"))"
      + "</t:table-row><t:table-row>\(cell("Lead"))\(cell("", 2))\(cell("9"))\(cell("", 999))"
      + "</t:table-row></t:table>"
    let bytes = ZipFixture.zip([
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      ("meta.xml", "<m><meta><initial-creator>Ann Lee</initial-creator></meta></m>"),
      ("content.xml", "<c xmlns:t='t'><body><text>\(table)</text></body></c>"),
    ])
    let document = ReadDocuments(contents: bytes, name: "a.odt").documents.first
    #expect(document?.text == "Staff |  |  | WTE\n\nPeer | 3 | 3 | 45\n\nLead |  |  | 9")
    #expect(document?.authors == ["Lee, Ann"])
  }

  private func workbook(
    _ rows: String, shared: [String] = [], styles: String = "", properties: String = ""
  ) -> [UInt8] {
    let strings = shared.map { "<si><t>\($0)</t></si>" }.joined()
    return ZipFixture.zip([
      ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r='r'>\(properties)<sheets><sheet name='Staff' sheetId='1' r:id='rId7'/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='rId7' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
          + "</Relationships>"
      ),
      ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
      ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>"),
    ])
  }

  @Test func `a workbook is one document with a section per sheet`() throws {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
      <row r="2"><c r="A2" t="inlineStr"><is><t>Peer worker</t></is></c><c r="C2"><v>45</v></c></row>
      """
    let bytes = workbook(rows, shared: ["Role", "WTE"])
    let document = try #require(ReadDocuments(contents: bytes, name: "staff.xlsx").documents.first)
    #expect(document.title == "staff")
    #expect(document.outline == ["body|Staff|Role |  | WTE\n\nPeer work"])
    #expect(document.text.hasSuffix("Peer worker |  | 45"))
  }

  @Test(arguments: [
    // A header or numbers in the first row.
    ([["Role", "WTE"], ["Peer worker", "45"]], "staff plan.xlsx", "staff plan"),
    ([["2019", "34"], ["2020", "33"]], "costs.xlsx", "costs"), ([["34"]], "costs.xlsx", "costs"),
    // A title above a table.
    ([["Costs of peer support"], ["Region", "Cost"]], "a.xlsx", "Costs of peer support"),
    ([["Costs"], ["Region", "Cost"]], "a.xlsx", "a"),
    ([["Costs of peer support"], ["Of all regions"]], "a.xlsx", "a"),
    // A file name that says nothing.
    ([["Role", "WTE"], ["Peer worker", "45"]], "Book1.xlsx", "Staff"),
    ([["Role", "WTE"], ["Peer worker", "45"]], "export (3).xlsx", "Staff"),
  ])
  func `the title of a workbook without one`(rows: [[String]], file: String, title: String) {
    let cells = rows.enumerated().map { index, row in
      let cells = row.map { "<c t='inlineStr'><is><t>\($0)</t></is></c>" }.joined()
      return "<row r='\(index + 1)'>\(cells)</row>"
    }
    let bytes = workbook(cells.joined(), shared: [])
    #expect(ReadDocuments(contents: bytes, name: file).documents.first?.title == title)
  }

  @Test func `a workbook of references has one record per row`() {
    let names = [
      "Title", "Authors", "Published Year", "DOI", "One", "Lee, A; Chen, B", "10.1000/x",
    ]
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
      <c r="D1" t="s"><v>3</v></c></row><row r="2"><c r="A2" t="s"><v>4</v></c><c r="B2" t="s"><v>5</v></c>
      <c r="C2"><v>2020</v></c><c r="D2" t="s"><v>6</v></c></row>
      """
    let documents = ReadDocuments(contents: workbook(rows, shared: names), name: "refs.xlsx")
      .documents
    #expect(documents.map(\.title) == ["One"])
    #expect(documents.first?.authors == ["Lee, A", "Chen, B"])
    #expect(documents.first?.year == 2020)
    #expect(documents.first?.doi == "10.1000/x")
  }

  @Test(arguments: ["Authors", "DOI", "Year"])
  func `a workbook of references may have two columns`(column: String) {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
      <row r="2"><c r="A2" t="s"><v>2</v></c></row><row r="3"><c r="A3" t="s"><v>3</v></c></row>
      """
    let bytes = workbook(rows, shared: ["Title", column, "One", "Two"])
    let documents = ReadDocuments(contents: bytes, name: "refs.xlsx").documents
    #expect(documents.map(\.title) == ["One", "Two"])
  }

  @Test func `records of a workbook have the numbers of their rows`() {
    let names = ["Title", "Authors", "DOI", "One", "Two"]
    func row(_ number: Int?, _ cells: Int...) -> String {
      "<row\(number.map { " r='\($0)'" } ?? "")>"
        + cells.map { "<c t='s'><v>\($0)</v></c>" }.joined() + "</row>"
    }
    let rows = row(2, 0, 1, 2) + row(3) + row(6, 3) + row(nil, 4) + row(Int.max, 3) + row(nil, 4)
    let reading = ReadDocuments(contents: workbook(rows, shared: names), name: "refs.xlsx")
    #expect(reading.documents.map(\.title) == ["One", "Two", "One", "Two"])
    #expect(reading.documents.map(\.source.line) == [6, 7, 8, 9])
  }

  @Test(arguments: [
    (0, "", "43968", "43968"), (1, "", "43968", "2020-05-17"), (2, "", "43968.5", "2020-05-17"),
    (3, "", "43968", "2020"), (4, "", "43968", "43968"), (5, "", "45", "45"),
    (1, "", "1", "1900-01-01"), (1, "", "59", "1900-02-28"), (1, "", "61", "1900-03-01"),
    (1, "<workbookPr date1904='1'/>", "42506", "2020-05-17"), (1, "", "-3", "-3"),
    (9, "", "43968", "43968"),
  ])
  func `a number with the format of a date is a date`(
    style: Int, properties: String, value: String, text: String
  ) {
    let styles = """
      <numFmts><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/>
      <numFmt numFmtId="165" formatCode="yyyy"/><numFmt numFmtId="166" formatCode="0.0&quot; days&quot;"/>
      <numFmt numFmtId="167" formatCode="[Red]#,##0"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
      <xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>
      """
    let rows = "<row r='1'><c r='A1' s='\(style)'><v>\(value)</v></c></row>"
    let bytes = workbook(rows, styles: styles, properties: properties)
    let document = ReadDocuments(contents: bytes, name: "a.xlsx").documents.first
    #expect(document?.text == "Staff\n\n\(text)")
  }

  @Test func `a date in a table of references gives the year`() {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
      <row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" s="1"><v>43968</v></c><c r="C2" t="s"><v>3</v></c></row>
      """
    let bytes = workbook(
      rows, shared: ["Title", "Date", "Authors", "One"],
      styles: "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>")
    let document = ReadDocuments(contents: bytes, name: "refs.xlsx").documents.first
    #expect(document?.year == 2020 && document?.imprint.month == 5 && document?.imprint.day == 17)
  }

  @Test func `shared strings do not make a small workbook large`() {
    let long = String(repeating: "peer support ", count: 20_000)
    let rows = (1...300).map { "<row r='\($0)'><c r='A\($0)' t='s'><v>0</v></c></row>" }.joined()
    let reading = ReadDocuments(contents: workbook(rows, shared: [long]), name: "a.xlsx")
    #expect(reading.documents.isEmpty)
    #expect(reading.failures.first?.contains("is too large (") == true)
  }

  @Test func `slides are sections with their notes`() throws {
    func slide(_ title: String, _ text: String) -> String {
      """
      <p:sld xmlns:p="p" xmlns:a="a"><p:cSld><p:spTree><p:sp><p:nvSpPr><p:nvPr><p:ph type="title"/>
      </p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>\(title)</a:t></a:r></a:p></p:txBody></p:sp><p:sp>
      <p:txBody><a:p><a:r><a:t>\(text)</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>
      """
    }
    let bytes = ZipFixture.zip([
      (
        "ppt/presentation.xml",
        "<p xmlns:r='r'><sldIdLst><sldId id='256' r:id='b'/><sldId id='257' r:id='a'/><sldId id='258' r:id='c'/></sldIdLst></p>"
      ),
      (
        "ppt/_rels/presentation.xml.rels",
        "<R><Relationship Id='a' Target='slides/slide1.xml'/>"
          + "<Relationship Id='b' Target='slides/slide2.xml'/>"
          + "<Relationship Id='c' Target='slides/slide3.xml'/></R>"
      ),
      ("ppt/slides/slide1.xml", slide("Methods", "We asked people.")),
      ("ppt/slides/slide2.xml", slide("Peer work in prisons, March 2022", "Ann Lee")),
      ("ppt/slides/slide3.xml", slide("Pay matters most", "")),
      (
        "ppt/slides/_rels/slide1.xml.rels",
        "<R><Relationship Id='n' Type='x/notesSlide' Target='../notesSlides/notesSlide1.xml'/></R>"
      ),
      ("ppt/notesSlides/notesSlide1.xml", slide("", "Say how many.")),
    ])
    let document = try #require(ReadDocuments(contents: bytes, name: "talk.pptx").documents.first)
    #expect(document.title == "Peer work in prisons, March 2022")
    #expect(document.year == 2022)
    #expect(
      document.sections.map { "\($0.page ?? 0)|\($0.kind.rawValue)|\(document.text($0))" } == [
        "1|body|Ann Lee", "2|methods|We asked people.\n\nSay how many.", "3|body|Pay matters most",
      ])
  }
}
