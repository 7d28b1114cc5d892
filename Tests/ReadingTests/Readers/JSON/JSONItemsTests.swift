import Literature
import Reading
import Testing

/// JSON other than an array of references.
struct JSONItemsTests {
  private static let reference =
    #"{"type":"article-journal","title":"Peers","author":[{"family":"Lee","given":"Ann"}],"#
    + #""issued":{"date-parts":[[2020,3]]},"container-title":"J Peers","DOI":"10.1000/C"}"#

  @Test(
    arguments: [
      (reference, "a.json"), ("[\(reference)]", "a.json"), (reference, "a.jsonl"),
      ("{\"items\":[\(reference)]}", "a.json"), ("[\(reference)]", "a.jsonl"),
    ] as [(String, String)])
  func `a reference on one line is read in full`(text: String, name: String) {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    #expect(reading.documents.map(\.title) == ["Peers"])
    #expect(reading.documents.map(\.authors) == [["Lee, Ann"]])
    #expect(reading.documents.map(\.year) == [2020])
    #expect(reading.documents.map(\.venue) == ["J Peers"])
    #expect(reading.documents.map(\.doi) == ["10.1000/c"])
    #expect(reading.failures.isEmpty && reading.skipped.isEmpty)
  }

  private static let crossref =
    #"{"DOI":"10.1000/C","type":"journal-article","title":["Peers"],"subtitle":["A trial"],"#
    + #""container-title":["J Peers"],"author":[{"given":"Ann","family":"Lee"},{"name":"A Group"}],"#
    + #""issued":{"date-parts":[[2020]]},"ISSN":["1234-5678"],"subject":["Health"]}"#

  @Test(
    arguments: [
      (crossref, "a.json"), ("[\(crossref)]", "a.json"), (crossref, "a.jsonl"),
      ("{\"status\":\"ok\",\"message\":\(crossref)}", "a.json"),
      ("{\"status\":\"ok\",\"message\":{\"items\":[\(crossref)]}}", "a.json"),
      ("{\"status\":\"ok\",\n\"message\":{\"items\":[\(crossref)]}}", "a.json"),
    ] as [(String, String)])
  func `a work of Crossref is read`(text: String, name: String) throws {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1 && reading.failures.isEmpty && reading.skipped.isEmpty)
    #expect(document.title == "Peers: A trial" && document.type == "Journal Article")
    #expect(document.authors == ["Lee, Ann", "A Group"] && document.year == 2020)
    #expect(document.venue == "J Peers" && document.imprint.issn == "1234-5678")
    #expect(document.doi == "10.1000/c" && document.keywords == ["Health"])
  }

  @Test(
    arguments: [
      (#"["Peers"]"#, #"["A trial"]"#, "Peers: A trial"),
      (#"["Peers: a trial"]"#, #"["A trial"]"#, "Peers: a trial"),
      (#"["Peers"]"#, "[]", "Peers"), (#"["Peers"]"#, #"[""]"#, "Peers"),
      ("[]", #"["A trial"]"#, "A trial"), (#""Peers""#, "null", "Peers"),
    ] as [(String, String, String)])
  func `a subtitle of Crossref belongs to the title`(title: String, subtitle: String, whole: String)
  {
    let text = #"{"title":\#(title),"subtitle":\#(subtitle),"author":[{"name":"A Group"}]}"#
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.json")
    #expect(reading.documents.map(\.title) == [whole])
  }

  private static let openAlex =
    #"{"id":"https://openalex.org/W7","doi":"https://doi.org/10.1000/C","title":"Peers","#
    + #""publication_year":2020,"publication_date":"2020-03-05","type":"article","language":"en","#
    + #""ids":{"pmid":"https://pubmed.ncbi.nlm.nih.gov/31000001"},"primary_location":{"source":"#
    + #"{"display_name":"J Peers","issn_l":"1234-5678"}},"authorships":[{"author":{"display_name":"#
    + #""Ann B. Lee"}}],"biblio":{"volume":"3","issue":"2","first_page":"1","last_page":"9"},"#
    + #""abstract_inverted_index":{"Peers":[0,2],"help":[1],"well.":[3]}}"#

  @Test(
    arguments: [
      (openAlex, "a.json"), ("[\(openAlex)]", "a.json"), (openAlex, "a.jsonl"),
      ("{\"meta\":{},\"results\":[\(openAlex)]}", "a.json"),
    ] as [(String, String)])
  func `a work of OpenAlex is read`(text: String, name: String) throws {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1 && reading.failures.isEmpty && reading.skipped.isEmpty)
    #expect(document.title == "Peers" && document.text == "Peers help Peers well.")
    #expect(document.type == "Journal Article" && document.year == 2020)
    #expect(document.authors == ["Lee, Ann B."] && document.venue == "J Peers")
    #expect(document.doi == "10.1000/c" && document.identifier(.pmid) == "31000001")
    #expect(document.imprint.volume == "3" && document.imprint.pages == "1-9")
    #expect(document.imprint.month == 3 && document.imprint.day == 5)
  }

  @Test(
    arguments: [("2020-01-01", nil, nil), ("2020-01-02", 1, 2), ("2020-02-01", 2, 1)]
      as [(String, Int?, Int?)])
  func `the first day of a year of OpenAlex stands for the year`(
    date: String, month: Int?, day: Int?
  ) throws {
    let text = #"{"title":"Peers","authorships":[],"publication_date":"\#(date)"}"#
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.json")
    let document = try #require(reading.documents.first)
    #expect(document.year == 2020)
    #expect(document.imprint.month == month && document.imprint.day == day)
  }

  @Test(
    arguments: [
      #"[{"Title":"Peers","Authors":"Lee, Ann; Roe, Bo","Year":"2018","Journal":"J Peers"}]"#,
      #"{"articles":[{"Article Title":"Peers","Authors":["Lee, Ann","Roe, Bo"],"Publication Year":2018,"#
        + #""Source Title":"J Peers"}]}"#,
      #"[{"title":"Peers","author":"Lee, Ann; Roe, Bo","date":"2018-03-01","journal":"J Peers"}]"#,
      #"[{"title":"Peers","authors":[{"name":"Lee, Ann"},{"name":"Roe, Bo"}],"year":2018,"#
        + #""journal":{"name":"J Peers"}}]"#,
      #"[{"title":"Peers","authors":[{"first_name":"Ann","last_name":"Lee"},{"first_name":"Bo","#
        + #""last_name":"Roe"}],"year":2018,"source":"J Peers","identifiers":{"doi":"10.1000/a"}}]"#,
      #"{"publications":[{"title":"Peers","authors":[{"first_name":"Ann","last_name":"Lee"},"#
        + #"{"first_name":"Bo","last_name":"Roe"}],"year":2018,"journal":{"title":"J Peers"}}]}"#,
    ] as [String])
  func `references with the names of columns are read`(text: String) {
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.json")
    #expect(reading.documents.map(\.title) == ["Peers"] && reading.failures.isEmpty)
    #expect(reading.documents.map(\.authors) == [["Lee, Ann", "Roe, Bo"]])
    #expect(reading.documents.map(\.year) == [2018])
    #expect(reading.documents.map(\.venue) == ["J Peers"])
  }

  @Test(arguments: [
    #"[{"protein":"P1","sequence":"ACGT"}]"#,
    #"{"resultList":{"result":[{"protein":"P1"}]}}"#,
    #"{"response":{"docs":[{"id":"10.1371/a","title_display":"Peers","abstract":["Words."]}]}}"#,
    #"{"total":1,"data":[{"protein":"P1","sequence":"ACGT"}]}"#,
    #"{"config":{},"items":[{"protein":"P1"},{"sequence":"ACGT"}]}"#,
  ])
  func `other kinds of JSON are unsupported`(text: String) {
    let reason = "has an unsupported format (JSON of an unknown kind); export the records as "
    for isNamed in [false, true] {
      let reading = ReadDocuments(contents: Array(text.utf8), name: "a.json", isNamed: isNamed)
      #expect(reading.documents.isEmpty)
      let notices = ["/folder/a.json: \(reason)CSL-JSON or RIS"]
      #expect(reading.failures == (isNamed ? notices : []))
      #expect(reading.skipped == (isNamed ? [] : notices))
    }
  }

  @Test func `an object of an unknown kind among others is reported`() {
    let text = #"[{"id":"a","title":"One"},{"protein":"b"},{"id":"c","title":"Two"}]"#
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.json")
    #expect(reading.documents.map(\.title) == ["One", "Two"])
    #expect(reading.failures == ["/folder/a.json, record 2: is an object of an unknown kind"])
  }

  @Test(arguments: [
    #"{"id":"a","title":"Peers","authors":["Lee, Ann"],"year":2020,"DOI":"10.1000/C"}"#,
    #"{"_id":"a","title":"Peers","authors":["Lee, Ann"],"year":2020,"message":{"title":"No"}}"#,
  ])
  func `a record of this project may have other members`(text: String) {
    for name in ["a.json", "a.jsonl"] {
      let reading = ReadDocuments(contents: Array(text.utf8), name: name)
      #expect(reading.documents.map(\.authors) == [["Lee, Ann"]])
      #expect(reading.documents.map(\.year) == [2020] && reading.failures.isEmpty)
    }
  }

  @Test func `a mistake in an object with the names of columns has its place`() {
    let text =
      #"[{"Title":"Peers","Authors":"Lee, Ann","Year":"2018"},"#
      + #"{"Title":"Pay","Authors":"Roe, Bo","Year":"20201"}]"#
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.json")
    #expect(reading.documents.map(\.title) == ["Peers", "Pay"])
    #expect(reading.mistakes == ["/folder/a.json, record 2: has a year that can't be read: 20201"])
  }

  @Test(arguments: [
    #"{"data":[{"_id":"a","text":"Help","title":"Peers "#,
    #"{"data":[{"Authors":"Lee, Ann","Title":"Peers "#,
  ])
  func `a repair in a list of records is reported`(start: String) {
    let bytes = Array(start.utf8) + [0xFF] + Array(#""}]}"#.utf8)
    let reading = ReadDocuments(CSLJSONReader(), bytes, name: "a.json")
    #expect(reading.documents.map(\.title) == ["Peers \u{FFFD}"])
    #expect(reading.repaired.count == 1 && reading.failures.isEmpty)
  }

  @Test func `a file whose records are all skipped has no records`() {
    let text = "TY  - JOUR\nti  - Peers\nau  - Lee, Ann\nER  - \n"
    for isNamed in [false, true] {
      let reading = ReadDocuments(contents: Array(text.utf8), name: "a.ris", isNamed: isNamed)
      let notice = "/folder/a.ris: contains no records"
      #expect(reading.documents.isEmpty)
      #expect(reading.failures == (isNamed ? [notice] : []))
      #expect(reading.skipped.contains(notice) != isNamed)
    }
  }
}
