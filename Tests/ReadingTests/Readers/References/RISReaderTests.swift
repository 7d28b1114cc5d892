import Literature
import Reading
import Testing

struct RISReaderTests {
  private func read(_ text: String) -> ReadDocuments {
    ReadDocuments(RISReader(), text, name: "refs.ris")
  }

  @Test func `fields are read`() throws {
    let document = try #require(
      read(
        """
        TY  - JOUR
        TI  - Peer support
              in prisons
        AU  - Lee, Ann
        AU  - Chen, Bo
        PY  - 2020/03//
        JO  - Journal of Peers
        AB  - First line
        second line, ER then
        KW  - peers; prisons
        KW  - peerlit:sample_size=45
        DO  - https://doi.org/10.1000/ABC.
        UR  - https://pubmed.ncbi.nlm.nih.gov/12345678/; http://b
        VL  - 3
        IS  - 2
        SP  - 10
        EP  - 19
        LA  - eng
        N1  - PMCID: PMC123456
        ER  -
        """
      ).documents.first)
    #expect(document.id == "10.1000/abc")
    #expect(document.title == "Peer support in prisons")
    #expect(document.authors == ["Lee, Ann", "Chen, Bo"])
    #expect(document.year == 2020)
    #expect(document.venue == "Journal of Peers")
    #expect(document.type == "Journal Article")
    #expect(document.text == "First line second line, ER then")
    #expect(document.keywords == ["peers", "prisons"])
    #expect(document.facets.sampleSize.map(\.value) == [45])
    #expect(
      document.identifiers == [
        Identifier(.doi, "10.1000/abc"), Identifier(.pmid, "12345678"),
        Identifier(.pmcid, "PMC123456"),
      ])
    #expect(document.imprint.pages == "10-19")
    #expect(document.language == "en")
  }

  @Test func `dates without a year, degrees and places of conferences`() throws {
    func read(_ lines: String) throws -> Document {
      try #require(self.read("\(lines)\nTI  - One\nER  - \n").documents.first)
    }
    let article = try read("TY  - JOUR\nPY  - 2021\nDA  - Mar 14")
    #expect(article.imprint.month == 3 && article.imprint.day == 14)
    let thesis = try read("TY  - THES\nVL  - PhD\nSP  - 240")
    #expect(thesis.type == "Thesis; PhD" && thesis.imprint.volume == nil)
    #expect(ExportFormat.cslJSON.writer.file([thesis]).contains("\"number-of-pages\":\"240\""))
    #expect(try read("TY  - THES\nM3  - PhD thesis\nVL  - 2").imprint.volume == "2")
    #expect(try read("TY  - CONF\nC1  - Dublin").imprint.place == "Dublin")
    #expect(try read("TY  - JOUR\nC1  - Dublin").imprint.place == nil)
  }

  @Test(arguments: [
    ("UR  - https://www.ncbi.nlm.nih.gov/pubmed/123", ["123"]),
    (
      "UR  - https://pubmed.ncbi.nlm.nih.gov/?term=9; https://pubmed.ncbi.nlm.nih.gov/45/", ["45"]
    ),
    ("N1  - PMID: 8 PMCID:PMC99", ["8", "PMC99"]),
    ("N1  - PMID1234567", ["1234567"]),
    ("N1  - PMID: 123456789", []), ("N1  - PMID: 12a", []), ("N1  - PMID: none", []),
    ("DO  - doi:10.1000/A(b)c).", ["10.1000/a(b)c"]),
    ("DO  - (see 10.1/x and 10.12345/y_z;)", ["10.12345/y_z"]),
    ("DO  - 110.1000/x", []), ("DO  - 10.1000/é.", ["10.1000/é"]), ("DO  - 10.1000/", []),
  ])
  func `identifiers are found in links and notes`(line: String, values: [String]) {
    let documents = read("TY  - JOUR\nTI  - One\n\(line)\nER  -\n").documents
    #expect(documents.first?.identifiers.map(\.value) == values)
  }

  @Test(arguments: [
    ("TY  - JOUR\n", true), ("\u{FEFF}TY  - JOUR\r\n", true), ("\r\r\nx\n TY - BOOK\n", true),
    (String(repeating: "x\n", count: 199) + "TY  - JOUR", true),
    (String(repeating: "x\n", count: 200) + "TY  - JOUR", false),
    ("TYPE  - x\n", false), ("PARTY  - x\n", false), ("", false),
  ])
  func `the format is recognised by the first line with a type`(text: String, isRIS: Bool) {
    let head = Array(text.utf8).withUnsafeBytes { FileHead(name: "a.txt", bytes: $0) }
    #expect(RISReader.recognises(head) == isRIS)
  }

  @Test func `records without an end, or with text between them, are read`() {
    let reading = read(
      """
      Record #1 of 3
      1.
      TY  - JOUR
      TI  - One
      TY  - BOOK
      TI  - Two
      ER  -
      noise
      TY  - JOUR
      ER  -
      TY - JOUR
      TI - Three
      ER -
      """)
    #expect(reading.documents.map(\.title) == ["One", "Two", "Three"])
    #expect(
      reading.skipped == [
        "/folder/refs.ris, line 9: is empty (no title, author, abstract or identifier)"
      ])
  }

  @Test func `Latin-1 and byte order marks are read`() {
    let latin = Array("TY  - JOUR\r\nTI  - Caf".utf8) + [0xE9] + Array("\r\nER  - \r\n".utf8)
    #expect(ReadDocuments(RISReader(), latin).documents.first?.title == "Café")
    let marked = [0xEF, 0xBB, 0xBF] + Array("TY  - JOUR\rTI  - Old Mac\rER  - \r".utf8)
    #expect(ReadDocuments(RISReader(), marked).documents.first?.title == "Old Mac")
  }

  @Test func `names of records without identifiers stay the same`() {
    let one = "TY  - JOUR\nTI  - One\nER  - \n"
    let two = "TY  - JOUR\nTI  - Two\nER  - \n"
    #expect(read(one + two).documents.map(\.id) == read(two + one).documents.map(\.id).reversed())
  }

  @Test(arguments: [
    (["k", "k"], ["k", "k~2"]), (["k", "k", "k~2"], ["k", "k~2", "k~2~2"]),
    (["k~2", "k", "k", "k"], ["k~2", "k", "k~3", "k~4"]),
  ])
  func `equal keys are kept apart`(keys: [String], expected: [String]) {
    let text = keys.map { "TY  - JOUR\nID  - \($0)\nTI  - One\nER  - \n" }.joined()
    let documents = ReadDocuments(contents: Array(text.utf8), name: "a.ris").documents
    #expect(documents.map(\.source.key) == expected)
    #expect(documents.map(\.id) == expected)
  }

  @Test func `records without a type are reported, one by one`() {
    let text = "ID  - 1\nT1  - One\nER  - \n\nID  - 2\nT1  - Two\nA1  - Lee A\nER  - \n"
    let reading = ReadDocuments(contents: Array(text.utf8), name: "ovid.ris")
    #expect(reading.documents.isEmpty)
    #expect(reading.failures == ["/folder/ovid.ris: contains no records"])
    #expect(
      reading.skipped == [
        "/folder/ovid.ris, line 1: begins 2 fields outside a record; a record begins with TY",
        "/folder/ovid.ris, line 5: begins 3 fields outside a record; a record begins with TY",
      ])
  }

  @Test(arguments: [
    "TY  -\tJOUR\nTI  -\tOne\nER  -\t\n", "TY  -JOUR\nTI  -One\nCI  -0.5 to 3\nER  -\n",
  ])
  func `a tag may be followed by a tab or by nothing`(text: String) {
    let reading = read(text)
    #expect(reading.documents.first?.title.hasPrefix("One") == true)
    #expect(reading.documents.map(\.type) == ["Journal Article"])
    #expect(reading.failures.isEmpty && reading.skipped.isEmpty)
  }
}
