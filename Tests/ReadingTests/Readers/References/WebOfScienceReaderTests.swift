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
}
