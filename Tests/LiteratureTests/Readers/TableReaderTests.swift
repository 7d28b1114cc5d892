import Literature
import Testing

@Suite struct TableReaderTests {
  @Test(arguments: [
    (
      "PubMed",
      "PMID,Title,Authors,Journal/Book,Publication Year,PMCID,DOI\n"
        + "12,\"Peers, at work\",\"Lee A, Chen B.\",J,2020,PMC123,10.1000/a",
      ["Lee A", "Chen B."]
    ),
    (
      "Scopus",
      "Authors,Author full names,Title,Year,Source title,Abstract,DOI\n"
        + "\"Lee, A.; Chen, B.\",\"Lee, Ann (12345678900); Chen, Bo (12345678901)\","
        + "\"Peers, at work\",2020,J,[No abstract available],10.1000/a",
      ["Lee, Ann", "Chen, Bo"]
    ),
    (
      "spreadsheet with tabs",
      "title\tauthors\tyear\tjournal\tdoi\nPeers, at work\tLee and Chen\t2020.0\tJ\t10.1000/a",
      ["Lee", "Chen"]
    ),
    (
      "semicolons", "title;authors;year;journal;doi\nPeers, at work;Lee A;2020;J;10.1000/a",
      ["Lee A"]
    ),
  ])
  func exports(_ name: String, _ text: String, _ authors: [String]) throws {
    let document = try #require(
      Reading(TableReader(), text, name: "table.csv").documents.first, "\(name)")
    #expect(document.title == "Peers, at work")
    #expect(document.authors == authors)
    #expect(document.year == 2020)
    #expect(document.venue == "J")
    #expect(document.text.isEmpty)
    #expect(document.id == "10.1000/a")
  }

  @Test func registries() throws {
    let text = """
      NCT Number,Study Title,Brief Summary,Conditions,Enrollment,Study Type
      NCT01234567,Peer trial,What it does.,HIV|Depression,120,INTERVENTIONAL
      """
    let document = try #require(Reading(TableReader(), text, name: "t.csv").documents.first)
    #expect(document.id == "NCT01234567")
    #expect(document.keywords == ["HIV", "Depression"])
    #expect(document.facets.sampleSize.map(\.value) == [120])
    #expect(document.type == "INTERVENTIONAL")
  }

  @Test func badRowsAndTables() {
    let reading = Reading(
      TableReader(), "title,year\nOne,2020\na,b,c\n,2020\n\"open,2021\nTwo,2021", name: "t.csv")
    #expect(reading.documents.map(\.title) == ["One", "Two"])
    #expect(
      reading.failures == [
        "/folder/t.csv, line 3: has 3 fields where the header has 2",
        "/folder/t.csv, line 4: has neither a title nor an abstract",
        "/folder/t.csv, line 5: has a quotation mark that is never closed",
      ])
    let other = Reading(TableReader(), "colour,size\nred,3", name: "t.csv")
    #expect(other.failures.first?.contains("no column that names a title") == true)
  }
}
