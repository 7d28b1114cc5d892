import Answers
import Foundation
import Query
import Retrieval
import Testing

/// The passages with which documents are shown.
struct DocumentHitTests {
  private static let text = """
    BACKGROUND: Peer mentors met weekly in the garden. They talked about work.
    METHODS: Mentors were interviewed about naloxone. The naloxone naloxone kits were counted.
    RESULTS: Mentors carried naloxone.
    FUNDING: Naloxone naloxone naloxone.
    """

  private static func index() throws -> (TemporaryLibrary, Index) {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [
        Record("one", title: "Mentors", text: text),
        Record("two", title: "Kits", text: "METHODS: None.\nFUNDING: The naloxone fund."),
      ])
    try library.index()
    return (library, try library.open())
  }

  private static func sections(_ hit: Hit) -> [String] {
    ([hit.passage] + hit.morePassages).map(\.section)
  }

  @Test func `funding is shown only where nothing else of the document matches`() throws {
    let (_, index) = try Self.index()
    var request = SearchRequest("naloxone")
    request.unit = .document
    request.related = 0
    let hits = try index.search(request).hits
    #expect(Set(hits.map(\.document.id)) == ["one", "two"])
    for hit in hits {
      #expect(Self.sections(hit) == [hit.document.id == "one" ? "METHODS" : "FUNDING"])
      #expect(hit.moreInDocument == (hit.document.id == "one" ? 2 : 0))
    }
  }

  @Test func `passages of back matter are listed after the others of their document`() throws {
    let library = try TemporaryLibrary()
    let methods = "METHODS: " + String(repeating: "Mentors met people in the garden. ", count: 40)
    try library.write(
      "a.jsonl",
      [
        Record(
          "one", title: "Naloxone kits",
          text: "FUNDING: Naloxone.\n\(methods)\nDISCLOSURES: Kits.\nRESULTS: All had naloxone."),
        Record("two", title: "Naloxone", text: "BACKGROUND: Kits.\nFUNDING: None."),
      ])
    try library.index()
    let index = try library.open()
    for sort in [SearchRequest.Sort.relevance, .year] {
      var request = SearchRequest("naloxone kits")
      request.unit = .passage
      request.sort = sort
      request.limit = 100
      let whole = try index.search(request).hits
      for id in ["one", "two"] {
        let sections = whole.filter { $0.document.id == id }.map(\.passage.section)
        let isBack = sections.map { $0 == "FUNDING" || $0 == "DISCLOSURES" }
        #expect(isBack.first == false && isBack.last == true, "\(sections)")
        #expect(isBack == isBack.filter { !$0 } + isBack.filter { $0 }, "\(sections)")
      }
      // Pages are parts of the whole list.
      request.limit = 2
      var pages: [Int] = []
      for offset in stride(from: 0, to: whole.count, by: 2) {
        request.offset = offset
        pages += try index.search(request).hits.map(\.passage.start)
      }
      #expect(pages == whole.map(\.passage.start))
    }
  }

  @Test func `a filter alone lists every passage of its documents`() throws {
    let library = try TemporaryLibrary()
    let long = String(repeating: "Mentors met people in the garden. ", count: 60)
    var records = (0..<5).map { number in
      Record(
        "r\(number)", title: "Study \(number)",
        text: "METHODS: \(number.isMultiple(of: 2) ? long : "Short.")\nRESULTS: Some.")
    }
    for number in records.indices { records[number].year = 2015 + number % 3 }
    try library.write("a.jsonl", records)
    try library.index()
    let index = try library.open()
    for sort in [SearchRequest.Sort.relevance, .year] {
      var request = SearchRequest("year:2015..2016")
      request.unit = .passage
      request.sort = sort
      request.count = true
      request.limit = 100
      let whole = try index.search(request)
      #expect(whole.hits.count == whole.total.passages && whole.total.documents == 4)
      #expect(whole.hits.count > 4)
      #expect(whole.hits.map(\.rank) == Array(1...whole.hits.count))
      let places = whole.hits.map { "\($0.document.id) \($0.passage.start)" }
      #expect(Set(places).count == places.count)
      request.limit = 3
      var pages: [String] = []
      for offset in stride(from: 0, to: places.count, by: 3) {
        request.offset = offset
        pages += try index.search(request).hits.map { "\($0.document.id) \($0.passage.start)" }
      }
      #expect(pages == places)
    }
  }

  @Test func `back matter counts little, but is found by words, phrases and NEAR`() throws {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [
        Record(
          "funded", title: "Kits", text: "METHODS: None.\nFUNDING: Kite kite of the naloxone."),
        Record("about", title: "Pens", text: "METHODS: A kite.\nFUNDING: None."),
        Record("third", title: "Inks", text: "METHODS: Nobody.\nFUNDING: None."),
      ])
    try library.index()
    let index = try library.open()
    for unit in SearchRequest.Unit.allCases {
      var request = SearchRequest("kite")
      request.unit = unit
      #expect(try index.search(request).hits.map(\.document.id) == ["about", "funded"])
      request.text = "“the naloxone”"
      #expect(try index.search(request).hits.map(\.document.id) == ["funded"])
      request.text = "kite NEAR/3 naloxone"
      #expect(try index.search(request).hits.map(\.document.id) == ["funded"])
    }
    #expect(try index.check().problems == [])
  }

  @Test func `more passages follow the best, back matter last`() throws {
    let (_, index) = try Self.index()
    var request = SearchRequest("naloxone")
    request.unit = .document
    for (limit, expected) in [
      (2, ["METHODS", "RESULTS"]), (3, ["METHODS", "RESULTS", "FUNDING"]),
      (9, ["METHODS", "RESULTS", "FUNDING"]),
    ] {
      request.passages = limit
      let hit = try #require(try index.search(request).hits.first { $0.document.id == "one" })
      #expect(Self.sections(hit) == expected)
      #expect(hit.moreInDocument == 2)
      #expect(hit.morePassages.allSatisfy { !$0.highlights.isEmpty })
    }
  }

  @Test(arguments: ["peer worker burnout", "burnout"])
  func `if the title matches, a short passage without matches is not shown`(
    query: String
  ) throws {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [
        Record(
          "one", title: "Peer worker burnout",
          text: "BACKGROUND: Hi all.\nMETHODS: Three of our peer workers are off sick with stress. "
            + "Can we talk about caseloads?\nRESULTS: Rhian."),
        Record(
          "two", title: "Burnout",
          text: "BACKGROUND: Rhian.\nMETHODS: Three of our staff are off sick with stress, and we "
            + "want to talk about their caseloads soon.\nRESULTS: Yes."),
      ])
    try library.index()
    var request = SearchRequest(query)
    request.unit = .document
    request.related = 0
    for passages in [1, 2] {
      request.passages = passages
      let hits = try library.open().search(request).hits
      #expect(!hits.isEmpty)
      #expect(hits.allSatisfy { $0.passage.section == "METHODS" })
      #expect(hits.allSatisfy { $0.morePassages.count == passages - 1 })
    }
  }
}
