import Literature
import Reading
import Testing

struct ENWReaderTests {
  @Test func `a record of EndNote`() throws {
    let text = """
      %0 Journal Article
      %A Lee, Ann
      %A Peer Network,
      %A Roe, Bo
      %D 2019
      %T Peer support &amp; HIV: a trial
      %J AIDS Care
      %V 31
      %N 6
      %P 700-708
      %! Peer support
      %@ 0954-0121
      1360-0451
      %M 31234567
      %W NLM
      %R 10.1000/A
      %2 PMC6543210
      %8 Mar 14
      %K HIV
      Peer Group
      UK
      %X BACKGROUND: We asked.
      RESULTS: They answered.
      %Z Read it.
      %U https://www.ncbi.nlm.nih.gov/pubmed/31234567
      https://example.org/a
      %[ 2024-05-12
      %G English
      %~ PubMed

      """
    let reading = ReadDocuments(
      contents: Array("\u{FEFF}\(text)".replacing("\n", with: "\r\n").utf8), name: "a.enw")
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1 && reading.failures.isEmpty && reading.skipped.isEmpty)
    #expect(document.title == "Peer support & HIV: a trial" && document.type == "Journal Article")
    #expect(document.authors == ["Lee, Ann", "Peer Network", "Roe, Bo"])
    #expect(document.year == 2019 && document.imprint.month == 3 && document.imprint.day == 14)
    #expect(document.venue == "AIDS Care" && document.imprint.issn == "0954-0121")
    #expect(document.imprint.volume == "31" && document.imprint.issue == "6")
    #expect(document.imprint.pages == "700-708" && document.language == "en")
    #expect(document.doi == "10.1000/a" && document.identifier(.pmid) == "31234567")
    #expect(document.identifier(.pmcid) == "PMC6543210")
    #expect(document.keywords == ["HIV", "Peer Group", "UK"])
    #expect(document.text == "BACKGROUND: We asked. RESULTS: They answered.")
    #expect(document.imprint.notes == ["Read it."] && document.imprint.accessed == "2024-05-12")
    #expect(document.url == "https://www.ncbi.nlm.nih.gov/pubmed/31234567")
  }

  @Test(arguments: ["a.enw", "scholar.txt"])
  func `records of Google Scholar and of refer`(name: String) {
    let scholar = """
      %0 Conference Proceedings
      %T Peers in prisons
      %A Lee, Ann
      %A Roe, Bo
      %B Proceedings of the Peer Conference
      %P 1-9
      %@ 9780306406157
      %D 2020
      %I House

      %0 Book
      %T Pay
      %A Day, Di
      %S Peer Series
      %U https://doi.org/10.1000/B
      """
    let reading = ReadDocuments(contents: Array(scholar.utf8), name: name)
    #expect(reading.documents.map(\.title) == ["Peers in prisons", "Pay"])
    #expect(reading.documents.map(\.authors) == [["Lee, Ann", "Roe, Bo"], ["Day, Di"]])
    #expect(
      reading.documents.map(\.venue) == ["Proceedings of the Peer Conference", "Peer Series"])
    #expect(reading.documents.map(\.year) == [2020, nil])
    #expect(reading.documents.first?.identifier(.isbn) == "9780306406157")
    #expect(reading.documents.last?.doi == "10.1000/b" && reading.failures.isEmpty)

    let refer = "%A Lee, Ann\n%T Peers\n%D 2020\n\n%T Pay\n%A Roe, Bo\n\n%A Day, Di\n%T Time\n"
    let others = ReadDocuments(contents: Array(refer.utf8), name: name)
    #expect(others.documents.map(\.title) == ["Peers", "Pay", "Time"])
    #expect(others.documents.map(\.authors) == [["Lee, Ann"], ["Roe, Bo"], ["Day, Di"]])
  }

  @Test func `fields outside a record are reported`() {
    let text = "%X Words\n\n%0 Book\n%T Peers\n\n%0 Book\n"
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.enw")
    #expect(reading.documents.map(\.title) == ["Peers"] && reading.failures.isEmpty)
    #expect(
      reading.skipped == [
        "/folder/a.enw, line 1: is a field outside a record; a record begins with %0",
        "/folder/a.enw, line 6: is empty (no title, author, abstract or identifier)",
      ])
  }

  @Test func `other files of this name`() {
    let ris = ReadDocuments(
      contents: Array("TY  - JOUR\nTI  - Peers\nER  - \n".utf8), name: "a.enw")
    #expect(ris.documents.map(\.title) == ["Peers"])
    let words = ReadDocuments(contents: Array("Words".utf8), name: "a.enw")
    #expect(
      words.failures == [
        "/folder/a.enw: has an unsupported format (text with the extension .enw); export the records "
          + "as RIS"
      ])
  }
}
