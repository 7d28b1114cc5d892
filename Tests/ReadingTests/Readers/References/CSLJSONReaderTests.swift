import Literature
import Reading
import Testing

struct CSLJSONReaderTests {
  @Test func `particles, editors and abbreviations`() throws {
    let text = """
      [{"id":"a","type":"book","title":"Peers","editor":[{"family":"Humboldt","given":"W",
      "dropping-particle":"von"},{"family":"Gaulle","given":"C","non-dropping-particle":"de",
      "suffix":"Jr"}]},{"id":"b","type":"thesis","title":"More peers","genre":"PhD",
      "container-title":"Journal of Peers","container-title-short":"J Peers"}]
      """
    let documents = ReadDocuments(CSLJSONReader(), text, name: "a.json").documents
    let book = try #require(documents.first)
    #expect(book.authors == ["von Humboldt, W", "de Gaulle, C, Jr"])
    #expect(book.imprint.editors == book.authors)
    #expect(documents.last?.imprint.abbreviation == "J Peers")
    #expect(documents.last?.type == "Thesis; PhD")
  }

  @Test func `items are read`() throws {
    let text = """
      [{"id":"lee","type":"article-journal","title":"Peers","author":[{"family":"Lee","given":"Ann",
      "non-dropping-particle":"van"},{"literal":"A Group"}],"issued":{"date-parts":[["2020",3]]},
      "container-title":"J","DOI":"10.1000/C","keyword":"a, b","page":"1-9"},
      {"id":"bad","title":},
      {"_id":"own","title":"Ours","text":"Words."}]
      """
    let reading = ReadDocuments(CSLJSONReader(), text, name: "a.json")
    let document = try #require(reading.documents.first)
    #expect(document.authors == ["van Lee, Ann", "A Group"])
    #expect(document.year == 2020)
    #expect(document.type == "Journal Article")
    #expect(document.keywords == ["a", "b"])
    #expect(reading.documents.map(\.id) == ["10.1000/c", "own"])
    #expect(reading.failures.first?.hasPrefix("/folder/a.json, record 2: is not JSON") == true)
  }
}
