import Answers
import Query
import Retrieval
import Testing

/// Keywords, journal, publisher, year and identifiers can be searched, also as fields.
struct RecordFieldsTests {
  private static let records: [Record] = {
    var west = Record("west", title: "Peers", text: "Stigma was common among the young.")
    west.keywords = ["West Indies/epidemiology", "Mental Disorders/*therapy", "Peer Group"]
    west.venue = "Lancet Psychiatry"
    west.imprint = ["publisher": "Elsevier", "abbreviation": "Lancet Psychiatr"]
    west.year = 2024
    west.authors = ["Gillard, Steve"]
    west.doi = "10.1016/S2215-0366(19)30000-1"
    west.pmid = "31234567"
    west.pmcid = "PMC1968524"
    west.isbn = "978-0-306-40615-7"
    west.accessionNumbers = ["CINAHL 109000001", "WOS:000212345600012"]
    var mention = Record(
      "mention", title: "Indies of the west 2024",
      text: "As in 10.1016/S2215-0366(19)30000-1 and NCT01857648. The Lancet reported therapy.")
    mention.keywords = ["West", "Indies"]
    // Its check digit is wrong.
    mention.isbn = "0306406159"
    var trial = Record("trial", title: "A trial", text: "Mentors met people weekly.")
    trial.registry = "NCT01857648"
    trial.isbn = "0-8044-2957-X"
    trial.accessionNumbers = ["Embase L600000001", "Other 109000001"]
    trial.keywords = ["Mentors"]
    let long = (0..<40).map { "Sentence \($0) of the abstract has nine plain words here." }
    let abstract = Record(
      "long",
      text: (["Walking helped."] + long + ["Swimming hurt."])
        .joined(separator: " "))
    return [mention, west, trial, abstract]
  }()

  private static let index: Result<(TemporaryLibrary, Index), any Error> = Result {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", records)
    try library.index()
    return (library, try library.open())
  }

  private static func found(_ query: String, _ unit: SearchRequest.Unit) throws -> [String] {
    var request = SearchRequest(query)
    request.unit = unit
    request.exact = true
    return try index.get().1.search(request).hits.map(\.document.id)
  }

  @Test(arguments: [
    ("keyword:\"West Indies\"", ["west"]), ("\"West Indies\"", ["west"]),
    ("keyword:indies", ["mention", "west"]), ("keyword:epidemiology", ["west"]),
    // A phrase never continues from one keyword to the next.
    ("keyword:\"epidemiology mental\"", []), ("keyword:(west NEAR/5 mental)", []),
    ("\"Mental Disorders\"", ["west"]), ("keyword:stigma", []), ("keyword:peer*", ["west"]),
    ("journal:lancet", ["west"]), ("\"Lancet Psychiatry\"", ["west"]), ("journal:peer", []),
    // The abbreviation of a journal; no phrase continues from its name.
    ("journal:\"Lancet Psychiatr\"", ["west"]), ("journal:psychiatr", ["west"]),
    ("journal:\"Psychiatry Lancet\"", []), ("journal:(psychiatry NEAR/9 psychiatr)", []),
    ("publisher:elsevier", ["west"]), ("elsevier", ["west"]), ("journal:elsevier", []),
    ("title:elsevier", []), ("keyword:mentors AND -journal:lancet", ["trial"]),
    ("abstract:stigma", ["west"]), ("abstract:peers", []),
    ("abstract:(walking AND swimming)", ["long"]), ("abstract:(walking AND stigma)", []),
    ("abstract:walking -abstract:swimming", []),
    ("title:indies", ["mention"]),
  ])
  func `fields of the record are searched`(query: String, ids: [String]) throws {
    for unit in SearchRequest.Unit.allCases {
      var seen: [String] = []
      for id in try Self.found(query, unit) where !seen.contains(id) { seen.append(id) }
      #expect(seen.sorted() == ids, "\(unit)")
    }
  }

  @Test(arguments: SearchRequest.Unit.allCases)
  func `the abbreviation of a journal does not change scores`(unit: SearchRequest.Unit) throws {
    func scores(abbreviation: String?) throws -> [Double] {
      let library = try TemporaryLibrary()
      var records = ["Cancer care", "Care for cancer at home", "Homes"].enumerated().map {
        Record("\($0.offset)", title: $0.element, text: "Cancer nurses support people.")
      }
      for place in records.indices {
        records[place].venue = "Supportive Care in Cancer"
        records[place].imprint = abbreviation.map { ["abbreviation": $0] }
      }
      try library.write("a.jsonl", records)
      try library.index()
      var request = SearchRequest("cancer care support")
      request.unit = unit
      let hits = try library.open().search(request).hits
      withExtendedLifetime(library) {}
      return hits.map(\.score)
    }
    let plain = try scores(abbreviation: nil)
    #expect(plain.count == 3)
    #expect(try scores(abbreviation: "Support Care Cancer") == plain)
  }

  @Test(arguments: [
    ("10.1016/S2215-0366(19)30000-1", ["west", "mention"]),
    ("https://doi.org/10.1016/s2215-0366(19)30000-1", ["west", "mention"]),
    ("doi:10.1016/S2215-0366(19)30000-1", ["west"]), ("doi:31234567", []),
    ("31234567", ["west"]), ("pmid:31234567", ["west"]), ("PMID: 31234567", ["west"]),
    ("pmc1968524", ["west"]), ("NCT01857648", ["trial", "mention"]),
    ("id:nct01857648", ["trial"]), ("id:WEST", ["west"]),
    ("pmid:(31234567 OR 1)", ["west"]), ("id:(west OR trial)", ["trial", "west"]),
    ("lancet AND NCT01857648", ["mention"]), ("pmid:1", []),
    ("0306406152", ["west"]), ("id:0-306-40615-2", ["west"]), ("id:9780306406157", ["west"]),
    ("080442957x", ["trial"]), ("id:080442957X", ["trial"]), ("9780804429573", ["trial"]),
    ("id:0306406159", ["mention"]),
    ("id:L600000001", ["trial"]), ("id:l600000001", ["trial"]), ("L600000001", []),
    ("id:\"Embase L600000001\"", ["trial"]), ("id:\"CINAHL L600000001\"", []),
    ("id:WOS:000212345600012", ["west"]), ("id:\"cinahl 109000001\"", ["west"]),
    ("id:(L600000001 OR 109000001)", ["trial", "west"]), ("pmid:109000001", []),
  ])
  func `an identifier finds its document first`(query: String, ids: [String]) throws {
    for unit in SearchRequest.Unit.allCases {
      let found = try Self.found(query, unit)
      #expect((query.contains(" OR ") ? found.sorted() : found) == ids, "\(unit)")
    }
  }

  @Test func `author and year find a publication`() throws {
    for unit in SearchRequest.Unit.allCases {
      #expect(try Self.found("gillard 2024", unit).first == "west")
    }
  }

  @Test func `an identifier of no document is noted`() throws {
    let answer = try Self.index.get().1.search(SearchRequest("pmid:99"))
    #expect(answer.query.notes == [.sentence("No document has the PMID “99”.")])
    #expect(answer.hits.isEmpty)
    // A number by itself is a word.
    let number = try Self.index.get().1.search(SearchRequest("210000"))
    #expect(number.query.notes.allSatisfy { !$0.text(.options).contains("identifier") })
  }

  @Test(arguments: [
    "west", "WEST", "10.1016/S2215-0366(19)30000-1",
    "https://doi.org/10.1016/S2215-0366(19)30000-1", "31234567", "pmid:31234567", "PMC1968524",
    "978-0-306-40615-7", "ISBN 9780306406157", "0306406152", "0-306-40615-2",
    "WOS:000212345600012", "CINAHL 109000001",
  ])
  func `a document is named by any of its identifiers`(name: String) throws {
    let index = try Self.index.get().1
    #expect(try index.document(name)?.id == "west")
    #expect(try index.select(ids: [name]).unknown == [])
    #expect(try index.similar(to: name, SearchRequest("")) != nil)
  }

  @Test func `nothing is named by what it mentions, or by a part of an identifier`() throws {
    for name in ["10.1016/s2215-0366", "3123456", "Lancet", ""] {
      #expect(try Self.index.get().1.document(name) == nil)
    }
  }

  @Test func `an accession number that two documents have names neither`() throws {
    let index = try Self.index.get().1
    #expect(try index.document("109000001") == nil)
    #expect(try index.document("Other 109000001")?.id == "trial")
  }

  @Test(arguments: [
    ("keyword:\"West Indies\"", "west", [FieldMatch(.keyword, "West Indies/epidemiology")]),
    ("journal:lancet", "west", [FieldMatch(.journal, "Lancet Psychiatry")]),
    ("journal:\"Lancet Psychiatr\"", "west", [FieldMatch(.journal, "Lancet Psychiatr")]),
    ("elsevier", "west", [FieldMatch(.publisher, "Elsevier")]),
    ("author:gillard", "west", [FieldMatch(.author, "Gillard, Steve")]),
  ])
  func `a hit says which field matched if its text did not`(
    query: String, id: String, expected: [FieldMatch]
  ) throws {
    let hits = try Self.index.get().1.search(SearchRequest(query)).hits
    let hit = try #require(hits.first { $0.document.id == id })
    #expect(hit.matchedFields == expected)
  }
}
