import Analysis
import Literature
import SeededRandom
import Testing

/// No work contains two records that contradict each other, even if a third one matches both.
struct WorkGroupsTests {
  private let analyzer: Analyzer

  init() throws { analyzer = try Analyzer() }

  private static let title = "Peer support for people with hepatitis C"

  private func record(
    _ key: String, _ title: String = Self.title, _ year: Int? = 2019, author: String? = "Doe, J",
    doi: String? = nil, place: [String?] = [nil, nil, nil], type: String? = nil
  ) -> Document {
    var document = Document(id: key, source: Source(path: "/a", key: key))
    document.title = title
    document.authors = author.map { [$0] } ?? []
    document.year = year
    document.venue = "J Peer"
    document.identifiers = doi.map { [Identifier(.doi, "10.1000/\($0)")] } ?? []
    document.imprint.volume = place[0]
    document.imprint.issue = place[1]
    document.imprint.pages = place[2]
    document.type = type
    return document
  }

  /// The keys of the records of each work, which must not depend on the order of the records.
  private func works(_ records: [Document]) -> Set<Set<String>> {
    var random = SplitMix64(seed: 1)
    var found: Set<Set<Set<String>>> = []
    for _ in 0..<10 {
      let ranked = records.shuffled(using: &random).sorted { RecordRank($0) < RecordRank($1) }
      let works = WorkGroups.works(of: ranked.map { LinkageRecord($0, analyzer) })
      found.insert(Set(works.map { Set($0.map { ranked[$0].id }) }))
    }
    #expect(found.count == 1)
    return found.first ?? []
  }

  @Test(arguments: [("b1", "b2"), (nil, nil)] as [(String?, String?)])
  func `a title that is cut off joins one of two works`(doi: String?, other: String?) {
    let found = works([
      record("a", "\(Self.title) and HIV", doi: doi),
      record("b", "\(Self.title) and cirrhosis", doi: other), record("cut", "\(Self.title) …"),
    ])
    #expect(found == [["a", "cut"], ["b"]])
  }

  @Test func `a record without a DOI joins the work with which it shares more`() {
    let first = record("d1", Self.title, 2018, doi: "d1")
    let middle = record("mid", Self.title, 2019)
    #expect(
      works([first, middle, record("d2", Self.title, 2020, doi: "d2")])
        == [["d1", "mid"], ["d2"]])
    #expect(
      works([first, middle, record("d2", Self.title, 2019, doi: "d2")])
        == [["d1"], ["d2", "mid"]])
  }

  @Test func `an article with two DOIs is one work, even if a record without a DOI agrees more`() {
    var first = record("a", doi: "a", place: ["1", nil, "3"])
    var middle = record("mid", place: ["1", "2", "3"])
    first.authors.append("Roe, R")
    middle.authors.append("Roe, R")
    let found = works([first, middle, record("b", doi: "b", place: ["1", "2", "3"])])
    #expect(found == [["a", "b", "mid"]])
  }

  @Test func `years that are too far apart are not joined by one between them`() {
    let found = works([
      record("a", Self.title, 2018), record("b", Self.title, 2019), record("c", Self.title, 2020),
      record("d", Self.title, 2019),
    ])
    #expect(found.contains { $0.isSuperset(of: ["b", "d"]) })
    #expect(!found.contains { $0.isSuperset(of: ["a", "c"]) })
  }

  @Test func `a column without a place joins one of two`() {
    let found = works([
      record("a", place: ["1", "1", "3"]), record("b", place: ["1", "2", "99"]),
      record("c"),
    ])
    #expect(found == [["a", "c"], ["b"]])
  }

  @Test func `a wrong year in a record with the same DOI separates nothing`() {
    let found = works([
      record("a", Self.title, 2015, doi: "a"), record("b", Self.title, 2019, doi: "a"),
      record("c", Self.title, 2019),
    ])
    #expect(found == [["a", "b", "c"]])
  }

  @Test func `the record of a book joins no chapters with its DOI`() {
    let found = works([
      record("book", "Handbook of peer support", author: nil, doi: "book", type: "Book"),
      record("one", "Training peers in hospitals", doi: "book", type: "Book Section"),
      record(
        "two", "Paying community workers fairly", author: "Roe, R", doi: "book",
        type: "Book Section"),
    ])
    #expect(found == [["book"], ["one"], ["two"]])
  }

  @Test func `two typing errors in different words are one work`() {
    let title = "Peer workers' roles in hepatitis C care: a qualitative study"
    let found = works([
      record("a", title.replacing("workers", with: "wokrers")), record("b", title),
      record("c", title.replacing("study", with: "sutdy")),
    ])
    #expect(found == [["a", "b", "c"]])
  }
}
