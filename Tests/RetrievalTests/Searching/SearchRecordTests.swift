import Answers
import Foundation
import Literature
import Query
import Retrieval
import Testing

/// Searches that are saved and run again.
struct SearchRecordTests {
  private static let date = Date(timeIntervalSince1970: 1_700_000_000)

  private static func library(_ records: [Record]) throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", records)
    try library.index()
    return library
  }

  private static func records(_ count: Int) -> [Record] {
    (0..<count).map {
      Record("d\($0)", title: "Zebra", text: String(repeating: "peer ", count: $0 + 1))
    }
  }

  @Test func `a list of plain words is recorded without lines`() throws {
    let library = try Self.library(Self.records(3))
    let request = SearchRequest("1. peer\n2. zebra #7")
    let record = try library.open().savedSearch(request, by: "t", at: Self.date)
    #expect(record.lines == nil)
    #expect(record.hits.count == 3)
  }

  @Test func `a record contains the complete search`() throws {
    let library = try Self.library(Self.records(30))
    var request = SearchRequest("zebra year:..2030")
    request.filter.includeUnknown = true
    request.limit = 2
    let record = try library.open().savedSearch(request, by: "peerlit test", at: Self.date)
    #expect(record.date == "2023-11-14T22:13:20Z")
    #expect(record.request.text == "zebra year:..2030" && record.request.unit == .document)
    #expect(record.hits.count == 30 && Set(record.hits).count == 30)
    #expect(record.total == HitCount(passages: 30, documents: 30))
    #expect(record.index.documents == 30 && record.index.content.count == 32)
    #expect(record.query.interpreted == "zebra")
    #expect(record.query.filters.wanted == ["year": ["..2030"]])
    let found = try library.open().search(try record.request.request())
    #expect(found.hits.map(\.document.id) == Array(record.hits.prefix(10)))
    let json = try JSONDecoder().decode(
      SavedSearch.self, from: try JSONEncoder().encode(record))
    #expect(json == record)
  }

  @Test(
    arguments: [
      ("1. zebra\n2. peer\n3. 1 and 2", false, nil), ("1. zebra\n2. peer\n3. 1 and 2", false, 1),
      ("zebra\npeer", true, nil), ("zebra", true, nil),
    ] as [(String, Bool, Int?)])
  func `a record of a strategy has its lines`(text: String, isStrategy: Bool, line: Int?) throws {
    let library = try Self.library(Self.records(5))
    var request = SearchRequest(text)
    request.isStrategy = isStrategy
    request.line = line
    let record = try library.open().savedSearch(request, by: "t", at: Self.date)
    #expect(record.lines == (try library.open().strategy(request).lines))
    #expect(record.hits.count == record.lines?.last?.documents)
    #expect(try record.request.request() == request)
    var old = record
    #expect(try library.open().replay(old, by: "t", at: Self.date).same)
    // A line found more in the earlier run.
    old.lines?[0].documents = 9
    let comparison = try library.open().replay(old, by: "t", at: Self.date)
    #expect(comparison.lines?.map { [$0.line, $0.from, $0.to] } == [[1, 9, 5]])
    #expect(!comparison.same && comparison.new.isEmpty && comparison.gone.isEmpty)
  }

  @Test func `a record of a single search has no lines`() throws {
    let library = try Self.library(Self.records(2))
    let record = try library.open().savedSearch(SearchRequest("peer zebra"), by: "t", at: Self.date)
    #expect(record.lines == nil)
    #expect(try library.open().replay(record, by: "t", at: Self.date).lines == nil)
  }

  @Test func `limits come back from a record`() throws {
    var filter = Filter()
    filter.method.wanted = ["review", "none"]
    filter.condition.excluded = ["hiv"]
    filter.sampleSize.add(NumberRange(from: 20, to: 50))
    filter.sampleSize.add(NumberRange(from: 100))
    filter.sampleSize.none = true
    filter.year.add(NumberRange(from: 2015))
    filter.includeUnknown = true
    #expect(try FilterJSON(filter).filter() == filter)
  }

  @Test(arguments: [
    NumberRange(from: 10_000_000_000), NumberRange(to: 999), NumberRange(from: 12, to: 12),
    NumberRange(from: -5, to: 20),
  ])
  func `any range comes back from a record`(range: NumberRange) throws {
    for facet in [FacetName.sampleSize, .year] {
      var filter = Filter()
      filter[range: facet].add(range)
      #expect(try FilterJSON(filter).filter() == filter)
    }
  }

  @Test(
    arguments: [
      (#"{"colour":["red"]}"#, .unknownFilter("colour")),
      (#"{"not":{"colour":["red"]}}"#, .unknownFilter("colour")),
      (#"{"and":[{"colour":["red"]}]}"#, .unknownFilter("colour")),
      (#"{"not":{"sample_size":["5"]}}"#, .unknownFilter("not sample_size")),
      (#"{"sample_size":["50..20"]}"#, .badRange(.sampleSize, "50..20")),
      (#"{"sample_size":["1..2..3"]}"#, .badRange(.sampleSize, "1..2..3")),
      (#"{"sample_size":[".."]}"#, .badRange(.sampleSize, "..")),
    ] as [(String, QueryError)])
  func `a filter that can't be applied is an error`(json: String, error: QueryError) throws {
    let filter = try JSONDecoder().decode(FilterJSON.self, from: Data(json.utf8))
    #expect(throws: error) { try filter.filter() }
  }

  @Test func `the content of an index does not depend on order or place`() throws {
    let (one, two) = (try TemporaryLibrary(), try TemporaryLibrary())
    let records = Self.records(6)
    try one.write("a.jsonl", records)
    try two.write("a.jsonl", records.shuffled())
    try one.index()
    try two.index()
    func content(_ library: TemporaryLibrary) throws -> String {
      try library.open().savedSearch(SearchRequest("peer"), by: "t", at: Self.date).index.content
    }
    #expect(try content(one) == content(two))
    try two.write("a.jsonl", Array(records.dropLast()))
    try two.index(prune: true)
    #expect(try content(one) != content(two))
  }

  @Test func `a replay reports what is new, gone and ranked differently`() throws {
    var records = Self.records(6)
    let library = try Self.library(records)
    let request = SearchRequest("peer")
    let old = try library.open().savedSearch(request, by: "t", at: Self.date)
    #expect(try library.open().replay(old, by: "t", at: Self.date).same)
    records.remove(at: 2)
    records.append(Record("new", title: "Zebra", text: "peer"))
    try library.write("a.jsonl", records)
    try library.index(prune: true)
    let comparison = try library.open().replay(old, by: "t", at: Self.date)
    #expect(!comparison.same)
    #expect(comparison.new.map(\.id) == ["new"])
    #expect(comparison.gone.map(\.id) == ["d2"])
    #expect(comparison.before.index.content != comparison.after.index.content)
  }

  @Test func `a document that became one with another is found by its old id`() throws {
    let library = try TemporaryLibrary()
    var thin = Record("thin", title: "Peer", text: "")
    thin.doi = "10.1000/a"
    try library.write("a.jsonl", [thin])
    try library.index()
    let old = try library.open().savedSearch(SearchRequest("peer"), by: "t", at: Self.date)
    var full = Record("full", title: "Peer", text: "Peers and mentors.")
    full.doi = "10.1000/a"
    try library.write("b.jsonl", [full])
    try library.index()
    let comparison = try library.open().replay(old, by: "t", at: Self.date)
    #expect(comparison.merged.map(\.id) == ["thin"] && comparison.merged.map(\.into) == ["full"])
    #expect(comparison.new.isEmpty && comparison.gone.isEmpty && !comparison.same)
  }

  @Test(
    arguments: [
      (["a", "b", "c"], ["a", "b", "c"], [], [], []),
      (["a", "b", "c"], ["c", "a", "b"], [], [], ["c"]),
      (["a", "b", "c"], ["x", "a", "b", "c"], ["x"], [], []),
      (["a", "b", "c", "d"], ["b", "d", "a"], [], ["c"], ["a"]),
      ([], ["a"], ["a"], [], []), (["a"], [], [], ["a"], []),
    ] as [([String], [String], [String], [String], [String])])
  func `the fewest moves are reported`(
    before: [String], after: [String], new: [String], gone: [String], moved: [String]
  ) throws {
    let library = try Self.library(Self.records(1))
    var old = try library.open().savedSearch(SearchRequest("peer"), by: "t", at: Self.date)
    var now = old
    old.hits = before
    now.hits = after
    let comparison = SearchComparison(old, now)
    #expect(comparison.new.map(\.id) == new)
    #expect(comparison.gone.map(\.id) == gone)
    #expect(comparison.moved.map(\.id) == moved)
    #expect(comparison.same == (before == after))
  }
}
