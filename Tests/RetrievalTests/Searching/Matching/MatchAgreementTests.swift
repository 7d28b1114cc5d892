import Answers
import Foundation
import Query
import Retrieval
import Testing

/// A query matches the same documents with every command, unit and order.
struct MatchAgreementTests {
  private static let everything = 100_000

  /// The ids that each way of searching finds, by its name.
  private static func doors(
    _ request: SearchRequest, _ index: Index
  ) throws -> [(name: String, ids: Set<String>)] {
    var doors: [(name: String, ids: Set<String>)] = []
    for unit in SearchRequest.Unit.allCases {
      for sort in SearchRequest.Sort.allCases {
        var asked = request
        asked.unit = unit
        asked.sort = sort
        asked.limit = everything
        let answer = try index.search(asked)
        let name = "search by \(unit), sorted by \(sort)"
        doors.append((name, Set(answer.hits.map(\.document.id))))
        #expect(answer.total.exact && answer.total.documents == doors.last?.ids.count, "\(name)")
        #expect(
          answer.hits.count
            == (unit == .passage ? answer.total.passages : answer.total.documents), "\(name)")
        #expect(
          Set(answer.related.map(\.document.id)).isDisjoint(with: doors.last?.ids ?? []), "\(name)")
      }
      var asked = request
      asked.unit = unit
      asked.limit = everything
      doors.append(("references by \(unit)", Set(try index.references(asked).map(\.id))))
      let record = try index.savedSearch(asked, by: "test", at: .now)
      doors.append(("record by \(unit)", Set(record.hits)))
      #expect(record.total.documents == record.hits.count)
    }
    for sort in SearchRequest.Sort.allCases {
      var asked = request
      asked.sort = sort
      let selection = try index.select(asked)
      let documents = try index.documents(selection, 0..<selection.count)
      doors.append(("export sorted by \(sort)", Set(documents.map(\.id))))
      #expect(documents.count == selection.count)
    }
    return doors
  }

  /// The numbers of documents that each way of searching counts, by its name.
  private static func counts(
    _ request: SearchRequest, _ index: Index
  ) throws -> [(name: String, documents: Int)] {
    var counts: [(name: String, documents: Int)] = [
      ("facets", try index.facets(request).documents),
      ("map", try index.map(rows: .method, columns: .condition, request).documents),
    ]
    for unit in SearchRequest.Unit.allCases {
      var asked = request
      asked.unit = unit
      asked.limit = 0
      counts.append(("limit 0 by \(unit)", try index.search(asked).total.documents))
      asked.count = true
      counts.append(("count by \(unit)", try index.search(asked).total.documents))
      asked.count = false
      asked.facets = true
      counts.append(("search with facets by \(unit)", try index.search(asked).total.documents))
    }
    return counts
  }

  @Test(arguments: 0..<6)
  func `every interface finds the same documents`(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: 500 + seed, words: [8, 40, 90][Int(seed) % 3])
    let (library, records) = try RankingPropertyTests.grow(
      &corpus, sizes: [150, 60, 12], sentences: seed % 2 == 0 ? 4 : 40)
    let postings = try library.use { try PlainPostings($0) }
    let plain = ExhaustiveRanking(postings: postings, unit: .document)
    let index = try library.open()
    for round in 0..<25 {
      var request = SearchRequest(corpus.query())
      request.exact = round % 2 == 0
      let unfiltered = request
      if round % 3 > 0 { request.filter = RankingPropertyTests.filter(&corpus.random) }
      let doors = try Self.doors(request, index)
      let found = doors[0].ids
      let about = "\(request.text) [\(FilterJSON(request.filter))]"
      for door in doors { #expect(door.ids == found, "\(about): \(door.name)") }
      for count in try Self.counts(request, index) {
        #expect(count.documents == found.count, "\(about): \(count.name)")
      }
      if request.exact {
        let tree = try QueryParser().parse(request.text).tree
        let expected = plain.rank(tree, limit: .max) { document in
          RankingPropertyTests.passes(
            request.filter, postings.ids[document].flatMap { records[$0] })
        }
        #expect(found == Set(expected.compactMap { postings.ids[UInt32($0.number)] }), "\(about)")
      }
      var all = unfiltered
      all.limit = Self.everything
      let wider = Set(try index.references(all).map(\.id))
      #expect(found.isSubset(of: wider), "\(about)")
      let passing = wider.filter { RankingPropertyTests.passes(request.filter, records[$0]) }
      #expect(found == passing, "\(about)")
      try Self.checkFacets(request, found.compactMap { records[$0] }, index, about)
    }
  }

  /// Facet counts equal those counted from the documents found.
  private static func checkFacets(
    _ request: SearchRequest, _ found: [Record], _ index: Index, _ about: String
  ) throws {
    let facets = try index.facets(request).facets
    func count(_ facet: String, _ value: String) -> Int {
      facets[facet]?.first { $0.value == value }?.documents ?? 0
    }
    #expect(count("method", "none") == found.count { $0.method.isEmpty }, "\(about)")
    #expect(
      count("method", "qualitative") == found.count { $0.method.contains("qualitative") },
      "\(about)")
    for (name, values) in [
      ("year", found.map(\.year)), ("sample_size", found.map(\.sampleSize)),
    ] {
      #expect(facets[name]?.reduce(0) { $0 + $1.documents } ?? 0 == found.count, "\(about)")
      #expect(count(name, "none") == values.count { $0 == nil }, "\(about)")
    }
    for year in Set(found.compactMap(\.year)) {
      #expect(count("year", String(year)) == found.count { $0.year == year }, "\(about)")
    }
  }

  /// Documents of which few contain the query word, and more share other words with these.
  private static func burnout() throws -> (TemporaryLibrary, Index) {
    let library = try TemporaryLibrary()
    var records = (0..<3).map { number in
      Record(
        "own\(number)", title: "Study \(number)",
        text: "Burnout of mentors. Exhaustion and cynicism under heavy caseloads.")
    }
    records += (0..<8).map { number in
      Record("near\(number)", title: "Part \(number)", text: "Exhaustion under heavy caseloads.")
    }
    records += (0..<30).map { number in
      Record("far\(number)", title: "Piece \(number)", text: "Gardens and trees in spring.")
    }
    for number in records.indices {
      records[number].method = number % 2 == 0 ? ["cohort"] : ["qualitative"]
      records[number].pmid = String(20_000_000 + number)
    }
    try library.write("a.jsonl", records)
    try library.index()
    return (library, try library.open())
  }

  @Test(arguments: SearchRequest.Unit.allCases)
  func `related documents are offered apart where few match`(unit: SearchRequest.Unit) throws {
    let (_, index) = try Self.burnout()
    var request = SearchRequest("burnout")
    request.unit = unit
    let answer = try index.search(request)
    #expect(answer.total == HitCount(passages: 3, documents: 3))
    #expect(answer.hits.count == 3 && answer.hits.allSatisfy { $0.document.id.hasPrefix("own") })
    #expect(answer.related.count == 5)
    #expect(answer.related.allSatisfy { $0.document.id.hasPrefix("near") })
    #expect(answer.related.map(\.rank) == Array(1...5))
    #expect(answer.related.allSatisfy { $0.passage.highlights.isEmpty })
    request.related = 7
    #expect(try index.search(request).related.count == 7)
    request.related = 0
    #expect(try index.search(request).related.isEmpty)
    request.related = nil
    request.filter.method.wanted = ["cohort"]
    let filtered = try index.search(request)
    #expect(filtered.hits.map(\.document.id).sorted() == ["own0", "own2"])
    #expect(filtered.related.allSatisfy { $0.document.method == ["cohort"] })
    request.filter = Filter()
    request.exact = true
    #expect(try index.search(request).related.isEmpty)
  }

  @Test func `a query that matches enough, requires or excludes has no related documents`() throws {
    let (_, index) = try Self.burnout()
    for text in ["heavy", "+burnout", "burnout -gardens", "“heavy caseloads”", "nowhere", ""] {
      #expect(try index.search(SearchRequest(text)).related.isEmpty, "\(text)")
    }
    var request = SearchRequest("burnout")
    request.offset = 1
    #expect(try index.search(request).related.isEmpty)
    request.offset = 0
    request.limit = 0
    #expect(try index.search(request).related.isEmpty)
  }

  @Test func `a run ranks related documents among the others only when they are asked for`() throws
  {
    let (_, index) = try Self.burnout()
    var request = SearchRequest("burnout")
    request.unit = .document
    request.limit = 1000
    #expect(try index.references(request).count == 3)
    request.related = 100
    let found = try index.references(request)
    #expect(found.count == 11)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.score >= $1.score })
    request.limit = 4
    #expect(try index.references(request).count == 4)
  }

  @Test func `a filter in the query and an option on the same facet must both be met`() throws {
    let library = try TemporaryLibrary()
    let methods = [["qualitative"], ["cohort"], ["qualitative", "cohort"], []]
    var records = methods.enumerated().map { number, codes in
      var record = Record("d\(number)", title: "Peers", text: "peers met")
      record.method = codes
      record.year = 2010 + number
      return record
    }
    records[0].text = "peers met peers"
    try library.write("a.jsonl", records)
    try library.index()
    let index = try library.open()
    func found(_ text: String, _ build: (inout Filter) -> Void) throws -> [String] {
      var request = SearchRequest(text)
      build(&request.filter)
      let answer = try index.search(request)
      let ids = answer.hits.map(\.document.id).sorted()
      // The form that is saved asks for the same.
      request.text = "peers"
      request.filter = try answer.query.filters.filter()
      #expect(try index.search(request).hits.map(\.document.id).sorted() == ids, "\(text)")
      return ids
    }
    let both = try found("peers method:qualitative") { $0[codes: .method].wanted = ["cohort"] }
    #expect(both == ["d2"])
    let either = try found("peers method:qualitative,cohort") {
      $0[codes: .method].wanted = ["cohort"]
    }
    #expect(either == ["d1", "d2"])
    let years = try found("peers year:2011..") {
      $0[range: .year].add(NumberRange(from: 2000, to: 2012))
    }
    #expect(years == ["d1", "d2"])
    let none = try found("peers year:2013..") {
      $0[range: .year].add(NumberRange(from: nil, to: 2010))
    }
    #expect(none == [])
  }

  @Test(
    arguments: [
      ("peers AND year:2010..2011", ["d0", "d1"], ["d0", "d1", "d3"]),
      ("peers NOT year:2010..2011", ["d2", "d3"], ["d2", "d3"]),
      ("peers -year:2010..2011", ["d2", "d3"], ["d2", "d3"]),
      ("peers NOT (mentors AND year:2010..2011)", ["d0", "d2", "d3"], ["d0", "d2", "d3"]),
      ("peers NOT (mentors NOT year:2010..2011)", ["d0", "d1", "d2"], ["d0", "d1", "d2", "d3"]),
      ("\"peers 2\" OR (mentors AND year:2011..)", ["d1", "d2"], ["d1", "d2", "d3"]),
      ("\"peers 3\" OR (mentors AND year:2011..)", ["d1", "d3"], ["d1", "d3"]),
      ("mentors OR year:2011..", ["d1", "d2", "d3"], ["d1", "d2", "d3"]),
      ("\"peers 2\" OR year:2011..", ["d1", "d2"], ["d1", "d2", "d3"]),
    ] as [(String, [String], [String])])
  func `including documents without a value never removes any, and a note counts them`(
    text: String, stated: [String], included: [String]
  ) throws {
    let library = try TemporaryLibrary()
    let records = (0..<4).map { number in
      var record = Record(
        "d\(number)", title: "Peers \(number)", text: number % 2 == 0 ? "peers" : "peers, mentors")
      record.year = number < 3 ? 2010 + number : nil
      return record
    }
    try library.write("a.jsonl", records)
    try library.index()
    let index = try library.open()
    var request = SearchRequest(text)
    let leftOut = included.count - stated.count
    for expected in [stated, included] {
      let answer = try index.search(request)
      #expect(answer.hits.map(\.document.id).sorted() == expected)
      let notes = answer.query.notes.filter { if case .unstated = $0 { true } else { false } }
      #expect(
        notes == (expected == stated && leftOut > 0 ? [.unstated(.year, documents: leftOut)] : []))
      request.filter.includeUnknown = true
    }
  }

  @Test func `a filter that leaves nothing is reported`() throws {
    let (_, index) = try Self.burnout()
    func notes(_ text: String) throws -> [String] {
      try index.search(SearchRequest(text)).query.notes.map { $0.text(.options) }
    }
    #expect(try notes("burnout method:protocol") == ["3 match without method:protocol"])
    #expect(
      try notes("burnout method:protocol condition:hiv")
        == ["3 match without method:protocol, condition:hiv"])
    // Only the filters that have to go are named.
    #expect(
      try notes("burnout method:cohort condition:hiv setting:prison")
        == ["2 match without setting:prison, condition:hiv"])
    #expect(
      try notes("burnout method:cohort year:2010..2012")
        == [
          "2 more documents match, but do not state a year (--include-unknown).",
          "2 match without year:2010..2012",
        ])
    #expect(
      try notes("burnout n:20..30 n:50") == [
        "3 more documents match, but do not state a sample size (--include-unknown).",
        "3 match without n:20..30, n:50",
      ])
    #expect(try notes("burnout method:cohort") == [])
    #expect(
      try notes("method:\"study protocol\"") == ["No document has the method “protocol”."])
    #expect(
      try notes("setting:prison,school")
        == ["No document has the setting “prison” or “school”."])
    #expect(
      try notes("method:cohort condition:hiv") == ["21 match without condition:hiv"])
  }
  @Test func `a filter that leaves nothing is named as it was given`() throws {
    let (_, index) = try Self.burnout()
    func notes(_ text: String, _ build: (inout Filter) -> Void) throws -> [String] {
      var request = SearchRequest(text)
      build(&request.filter)
      return try index.search(request).query.notes.map { $0.text(.options) }
    }
    let years = try notes("burnout method:cohort") {
      $0.year.add(NumberRange(from: 2010, to: 2012))
    }
    #expect(years.last == "2 match without --year 2010..2012")
    let both = try notes("burnout method:protocol") { $0.method.wanted = ["protocol"] }
    #expect(both == ["3 match without method:protocol, --method protocol"])
    let several = try notes("burnout AND method:protocol AND method:cohort") { _ in }
    #expect(several == ["3 match without method:protocol, method:cohort"])
  }
}
