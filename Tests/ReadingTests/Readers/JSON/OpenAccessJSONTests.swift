import Literature
import Reading
import Testing

/// JSON of services for open literature.
struct OpenAccessJSONTests {
  private static let core =
    #"{"id":7,"title":"Peers &amp; HIV","authors":[{"name":"Lee, Ann"},{"name":"Roe, Bo"}],"#
    + #""abstract":"Peers help.","doi":"10.1000/C","yearPublished":2018,"publishedDate":"#
    + #""2018-03-01T00:00:00","publisher":"Sage","journals":[{"title":"J Peers","identifiers":"#
    + #"["1234-5678"]}],"pubmedId":"31000001","arxivId":null,"language":{"code":"en","name":"#
    + #""English"},"documentType":"research","oaiIds":["oai:x:1"],"links":[{"type":"download","#
    + #""url":"https://x.org/1.pdf"},{"type":"display","url":"https://core.ac.uk/works/7"}]}"#

  private static let unpaywall =
    #"{"doi":"10.1000/C","doi_url":"https://doi.org/10.1000/C","title":"Peers & HIV","genre":"#
    + #""journal-article","published_date":"2018-03-01","year":2018,"journal_name":"J Peers","#
    + #""journal_issn_l":"1234-5678","publisher":"Sage","is_oa":true,"oa_locations":[],"#
    + #""z_authors":[{"given":"Ann","family":"Lee"},{"raw_author_name":"Bo Roe"}]}"#

  private static let doaj =
    #"{"id":"a1","bibjson":{"title":"Peers & HIV","abstract":"Peers help.","year":"2018","month":"3","#
    + #""author":[{"name":"Ann Lee"},{"name":"Bo Roe"}],"journal":{"title":"J Peers","volume":"12","#
    + #""number":"3","publisher":"Sage","language":["EN"],"issns":["1234-5678"]},"start_page":"45","#
    + #""end_page":"60","identifier":[{"id":"1234-5678","type":"pissn"},{"id":"10.1000/C","#
    + #""type":"doi"}],"keywords":["peers"],"subject":[{"term":"Medicine"}],"link":[{"url":"#
    + #""https://x.org/1"}]}}"#

  private static let eric =
    #"{"id":"EJ1000001","title":"Peers & HIV","author":["Lee, Ann","Roe, Bo"],"source":"J Peers","#
    + #""publicationdateyear":2018,"description":"Peers help.","subject":["Schools"],"issn":"#
    + #"["ISSN-1234-5678"],"language":["English"],"publicationtype":["Journal Articles"],"#
    + #""publisher":"Sage","url":"https://doi.org/10.1000/C"}"#

  @Test(
    arguments: [
      (core, "a.json"), (core, "a.jsonl"), ("{\"totalHits\":1,\"results\":[\(core)]}", "a.json"),
      (unpaywall, "a.json"), (unpaywall, "a.jsonl"),
      (doaj, "a.jsonl"), ("{\"total\":1,\"results\":[\(doaj)]}", "a.json"),
      (eric, "a.jsonl"), ("{\"response\":{\"numFound\":1,\"docs\":[\(eric)]}}", "a.json"),
    ] as [(String, String)])
  func `a work of a service is read`(text: String, name: String) throws {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1 && reading.failures.isEmpty && reading.skipped.isEmpty)
    #expect(document.title == "Peers & HIV" && document.doi == "10.1000/c")
    #expect(document.authors == ["Lee, Ann", "Roe, Bo"] && document.year == 2018)
    #expect(document.venue == "J Peers" && document.imprint.issn == "1234-5678")
    #expect(document.imprint.publisher == "Sage")
  }

  @Test func `the other fields of works are read`() throws {
    func read(_ text: String) throws -> Document {
      try #require(ReadDocuments(contents: Array(text.utf8), name: "a.jsonl").documents.first)
    }
    let core = try read(Self.core)
    #expect(core.url == "https://core.ac.uk/works/7" && core.identifier(.pmid) == "31000001")
    #expect(core.text == "Peers help." && core.language == "en" && core.imprint.month == 3)
    let article = try read(Self.doaj)
    #expect(article.imprint.volume == "12" && article.imprint.issue == "3")
    #expect(article.imprint.pages == "45-60" && article.keywords == ["peers", "Medicine"])
    #expect(article.text == "Peers help." && article.imprint.month == 3)
    let record = try read(Self.eric)
    #expect(record.identifier(.accession) == "ERIC EJ1000001" && record.text == "Peers help.")
    #expect(record.type == "Journal Articles" && record.keywords == ["Schools"])
    #expect(try read(Self.unpaywall).type == "Journal Article")
  }
}
