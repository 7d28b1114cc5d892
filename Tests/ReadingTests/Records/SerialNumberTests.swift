import Literature
import Testing

/// One ISSN in its standard form, whatever a database writes.
struct SerialNumberTests {
  @Test(arguments: [
    ("0022-006X", "0022-006X"), ("0022006X", "0022-006X"), ("0021-843x", "0021-843X"),
    ("2325-9671 (electronic)", "2325-9671"), ("1573-2517 0165-0327", "1573-2517"),
    ("0195-5616, 1878-1306", "0195-5616"), ("ISSN 0306-5251 (Print)", "0306-5251"),
    ("unknown", "unknown"),
  ])
  func `the ISSN of a RIS record`(written: String, issn: String) {
    let record = "TY  - JOUR\nTI  - Peer support in prisons\nSN  - \(written)\nER  - \n"
    let document = ReadDocuments(contents: Array(record.utf8), name: "a.ris").documents.first
    #expect(document?.imprint.issn == issn)
  }

  @Test func `two ISSNs on lines of an EndNote field`() {
    let record = """
      <xml><records><record><rec-number>7</rec-number><titles><title>Peers</title></titles>
      <isbn>1873-0442 (Electronic)\r1477-8939 (Linking)</isbn></record></records></xml>
      """
    let document = ReadDocuments(contents: Array(record.utf8), name: "a.xml").documents.first
    #expect(document?.imprint.issn == "1873-0442")
  }

  @Test func `an ISBN in EndNote's field is an identifier`() {
    let record = """
      <xml><records><record><rec-number>7</rec-number><titles><title>Peers</title></titles><isbn>9783034604796</isbn>
      </record></records></xml>
      """
    let document = ReadDocuments(contents: Array(record.utf8), name: "a.xml").documents.first
    #expect(document?.imprint.issn == nil)
    #expect(document?.identifiers.map(\.value) == ["9783034604796"])
  }
}
