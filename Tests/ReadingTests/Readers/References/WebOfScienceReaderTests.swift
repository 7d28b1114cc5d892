import Reading
import Testing

struct WebOfScienceReaderTests {
  @Test func `names are one per line and text continues`() throws {
    let text = """
      FN Clarivate Analytics Web of Science
      VR 1.0
      PT J
      AU Lee, A
         Chen, B
      TI Peer support in
         prisons
      SO JOURNAL OF PEERS
      PY 2020
      DI 10.1000/x
      BP 1
      EP 9
      UT WOS:1
      ER

      EF
      """
    let document = try #require(ReadDocuments(WebOfScienceReader(), text).documents.first)
    #expect(document.authors == ["Lee, A", "Chen, B"])
    #expect(document.title == "Peer support in prisons")
    #expect(document.imprint.pages == "1-9")
    #expect(document.source.key == "WOS:1")
    let single = ReadDocuments(
      WebOfScienceReader(), text.replacing("EP 9", with: "EP 1")
    ).documents.first
    #expect(single?.imprint.pages == "1")
  }

  @Test(
    arguments: [
      ("EA MAR 2019", 2019, nil), ("EA MAR 2019\nPY 2020", 2020, nil),
      ("PY 2018\nCT Peer Congress\nCL Leeds", 2018, "Peer Congress"),
    ] as [(String, Int, String?)])
  func `early access and conferences`(lines: String, year: Int, conference: String?) {
    let text = "FN Clarivate\nVR 1.0\nPT J\nTI Peers\nSO J PEERS\n\(lines)\nER\n\nEF\n"
    let document = ReadDocuments(WebOfScienceReader(), text).documents.first
    #expect(document?.year == year && document?.venue == "J PEERS")
    #expect(document?.imprint.conference == conference)
  }
}
