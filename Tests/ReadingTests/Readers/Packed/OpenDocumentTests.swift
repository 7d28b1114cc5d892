import Literature
import Testing

/// Spreadsheets and presentations of OpenDocument.
struct OpenDocumentTests {
  private func read(_ kind: String, _ body: String, name: String) -> ReadDocuments {
    let bytes = ZipFixture.zip([
      ("mimetype", "application/vnd.oasis.opendocument.\(kind)"),
      ("meta.xml", "<m><meta><initial-creator>Ann Lee</initial-creator></meta></m>"),
      (
        "content.xml",
        "<c xmlns:t='t' xmlns:d='d' xmlns:p='p'><body><\(kind)>\(body)</\(kind)></body></c>"
      ),
    ])
    return ReadDocuments(contents: bytes, name: name)
  }

  private func row(_ cells: String...) -> String {
    let cells = cells.map { "<t:table-cell><t:p>\($0)</t:p></t:table-cell>" }.joined()
    return "<t:table-row>\(cells)</t:table-row>"
  }

  @Test func `a spreadsheet is one document with a section per sheet`() throws {
    let empty = "<t:table-row><t:table-cell t:number-columns-repeated='9'/></t:table-row>"
    let reading = read(
      "spreadsheet",
      "<t:table t:name='Staff'>\(row("Role", "WTE"))\(empty)\(row("Worker", "45"))</t:table>"
        + "<t:table t:name='Pay'>\(row("Band", "3"))</t:table>", name: "staff-2024.ods")
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1 && reading.skipped.isEmpty && reading.failures.isEmpty)
    #expect(document.text == "Staff\n\nRole | WTE\n\nWorker | 45\n\nPay\n\nBand | 3")
    #expect(document.sections.map(\.heading) == ["Staff", "Pay"])
    #expect(document.title == "staff 2024" && document.year == 2024)
    #expect(document.authors == ["Lee, Ann"])
  }

  @Test func `a spreadsheet of references has a record for each row`() {
    let rows = row("Title", "Authors", "Year") + row("Peers", "Lee, Ann", "2020")
    let reading = read("spreadsheet", "<t:table>\(rows)</t:table>", name: "a.ods")
    #expect(reading.documents.map(\.title) == ["Peers"])
    #expect(reading.documents.map(\.year) == [2020])
  }

  @Test func `rows that are written once are repeated and counted`() {
    func repeated(_ count: String, _ text: String) -> String {
      "<t:table-row t:number-rows-repeated='\(count)'><t:table-cell><t:p>\(text)</t:p></t:table-cell>"
        + "</t:table-row>"
    }
    let rota = repeated("2", "Rest") + repeated("1048000", "") + row("Work")
    let reading = read("spreadsheet", "<t:table t:name='Rota'>\(rota)</t:table>", name: "a.ods")
    #expect(reading.documents.map(\.text) == ["Rota\n\nRest\n\nRest\n\nWork"])
    let long = read(
      "spreadsheet", "<t:table>\(repeated("99999999999", "Rest"))\(row("Work"))</t:table>",
      name: "a.ods")
    #expect(long.documents.first?.text.split(separator: "\n\n").count == 21)
    let rows =
      row("Title", "Authors", "Year") + repeated("3", "") + row("Peers", "Lee, Ann", "2020")
    let references = read("spreadsheet", "<t:table>\(rows)</t:table>", name: "a.ods")
    #expect(references.documents.map(\.source.line) == [5])
  }

  @Test func `a presentation has a section for each slide, with its notes`() throws {
    func box(_ text: String, _ kind: String) -> String {
      "<d:frame p:class='\(kind)'><d:text-box><t:p>\(text)</t:p></d:text-box></d:frame>"
    }
    let slides =
      "<d:page>\(box("Training for peer mentors", "title"))\(box("Spring", "subtitle"))</d:page>"
      + "<d:page>\(box("Listening", "title"))\(box("Ask.", "outline"))<p:notes>"
      + "\(box("Wait.", "notes"))</p:notes></d:page>"
    let document = try #require(
      read("presentation", slides, name: "a.odp").documents.first)
    #expect(document.title == "Training for peer mentors")
    #expect(document.text == "Spring\n\nListening\n\nAsk.\n\nWait.")
    #expect(document.sections.map(\.page) == [1, 2])
  }

  @Test func `a drawing is not opened as an archive`() {
    let reading = read("graphics", "", name: "a.odg")
    #expect(reading.documents.isEmpty && reading.skipped.isEmpty)
    #expect(
      reading.failures == [
        "/folder/a.odg: has an unsupported format (an OpenDocument file of another kind)"
      ])
  }

  @Test(arguments: [
    ("a.doc", "an old Word file); save it as .docx"),
    ("a.xls", "an old Excel file); save it as .xlsx"),
    ("a.ppt", "an old PowerPoint file); save it as .pptx"),
    ("a.msg", "an Outlook message); save it as .eml"), ("a.pub", "an old Office file)"),
  ])
  func `old files of Office are not read`(name: String, reason: String) {
    let reading = ReadDocuments(contents: [0xD0, 0xCF, 0x11, 0xE0, 0, 0], name: name)
    #expect(reading.failures == ["/folder/\(name): has an unsupported format (\(reason)"])
  }

  @Test(
    arguments: [
      (
        "a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0, 0],
        "is protected by a password, or is an old Office file; save a copy without a password as .docx"
      ),
      (
        "a.xlsx", [0, 0, 0],
        "is not an Excel file, although its name ends in .xlsx; replace it with an intact copy"
      ),
      (
        "a.pdf", Array("version https://git-lfs.github.com/spec/v1\n".utf8),
        "is not a PDF, although its name ends in .pdf; replace it with an intact copy"
      ),
      (
        "a.odt", [0x89, 0x50, 0x4E, 0x47],
        "is not an OpenDocument file, although its name ends in .odt; replace it with an intact copy"
      ),
      (
        "a.ris", Array("Your session has expired.\n".utf8),
        "contains no RIS records, although its name ends in .ris; export them again"
      ),
    ] as [(String, [UInt8], String)])
  func `a file that is not what its name says fails`(
    name: String, bytes: [UInt8], reason: String
  ) {
    let reading = ReadDocuments(contents: bytes, name: name, isNamed: false)
    #expect(reading.documents.isEmpty && reading.skipped.isEmpty)
    #expect(reading.failures == ["/folder/\(name): \(reason)"])
  }
}
