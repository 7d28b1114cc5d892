import Literature
import Testing

@Suite struct RISReaderTests {
  private func read(_ text: String) -> Reading {
    Reading(RISReader(), text, name: "refs.ris")
  }

  @Test func fields() throws {
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

  @Test func recordsWithoutAnEndOrWithTextBetween() {
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
      """)
    #expect(reading.documents.map(\.title) == ["One", "Two", "Three"])
    #expect(
      reading.failures == [
        "/folder/refs.ris, line 9: has no title, author, abstract or identifier"
      ])
  }

  @Test func latin1AndByteOrderMarks() {
    let latin = Array("TY  - JOUR\r\nTI  - Caf".utf8) + [0xE9] + Array("\r\nER  - \r\n".utf8)
    #expect(Reading(RISReader(), latin).documents.first?.title == "Café")
    let marked = [0xEF, 0xBB, 0xBF] + Array("TY  - JOUR\rTI  - Old Mac\rER  - \r".utf8)
    #expect(Reading(RISReader(), marked).documents.first?.title == "Old Mac")
  }

  @Test func namesOfRecordsWithoutIdentifiersStayTheSame() {
    let one = "TY  - JOUR\nTI  - One\nER  - \n"
    let two = "TY  - JOUR\nTI  - Two\nER  - \n"
    #expect(read(one + two).documents.map(\.id) == read(two + one).documents.map(\.id).reversed())
  }

  @Test func equalKeysAreKeptApart() throws {
    let folder = try TemporaryFolder()
    let record = "TY  - JOUR\nID  - k\nTI  - One\nER  - \n"
    try folder.write("a.ris", (record + record).utf8)
    #expect(Reading(library: folder.path).documents.map(\.source.key) == ["k", "k~2"])
  }
}
