import Literature
import Testing

@Suite struct NBIBReaderTests {
  @Test func fields() throws {
    let text = """
      PMID- 10899500
      OWN - NLM
      TI  - Peer support for
            people.
      AB  - OBJECTIVE: To see. RESULT(S): It
            worked.
      FAU - Lee, Ann
      AU  - Lee A
      CN  - Peer Group
      LA  - eng
      PT  - Clinical Trial
      PT  - Journal Article
      JT  - Journal of peers
      DP  - 2000 Jul
      MH  - Fertility Agents, Female/*therapeutic use
      LID - 10.1000/X [doi]
      PMC - PMC12345

      PMID- 2
      TI  - Other.
      """
    let reading = Reading(NBIBReader(), text, name: "a.nbib")
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 2)
    #expect(document.id == "10.1000/x")
    #expect(document.title == "Peer support for people.")
    #expect(document.authors == ["Lee, Ann", "Peer Group"])
    #expect(document.type == "Clinical Trial; Journal Article")
    #expect(document.year == 2000)
    #expect(document.keywords == ["Fertility Agents, Female/*therapeutic use"])
    #expect(document.outline == ["background|OBJECTIVE|To see.", "results|RESULT(S)|It worked."])
    #expect(document.source.key == "10899500")
  }
}
