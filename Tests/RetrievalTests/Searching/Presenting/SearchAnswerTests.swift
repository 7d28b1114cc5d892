import Answers
import Foundation
import Query
import Retrieval
import Testing

/// The contents of responses, apart from the order of the hits.
struct SearchAnswerTests {
  private static func library(_ records: [Record]) throws -> (TemporaryLibrary, Index) {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", records)
    try library.index()
    return (library, try library.open())
  }

  private static let studies: [Record] = (0..<12).map { number in
    var record = Record(
      "s\(number)", title: "Study \(number)", text: "Peer support trial. Mentors helped people.")
    record.year = number % 3 == 0 ? nil : 2000 + number
    record.sampleSize = number % 2 == 0 ? nil : number * 10
    record.method = number < 4 ? ["cross-sectional"] : []
    return record
  }

  private static func scalars(_ text: String, _ mark: Highlight) -> String {
    let scalars = Array(text.unicodeScalars)[mark.start..<mark.end]
    return String(String.UnicodeScalarView(scalars))
  }

  @Test func `HCV finds hepatitis C, with a note`() throws {
    let index = try SeedIndex.index.get()
    let answer = try index.search(SearchRequest("role clarity HCV"))
    #expect(answer.query.interpreted == "(any role clarity hcv)")
    let expansion = answer.query.expansions.first { $0.term == "hcv" }
    #expect(expansion?.added.contains { $0.lowercased() == "hepatitis c" } == true)
    let top = answer.hits.prefix(3).map(\.passage.section)
    #expect(top.contains("Clarify roles and integrate peers into the organization"))
    let ids = Set(answer.hits.map(\.document.id))
    #expect(ids.isSuperset(of: ["peers-hcv-2023", "hepcare-advanced-peers"]))
    var exact = SearchRequest("HCV")
    exact.exact = true
    #expect(try index.search(exact).query.expansions == [])
  }

  @Test func `words that mean the same are found by themselves, with a lower score`() throws {
    let (_, index) = try Self.library([
      Record("long", title: "One", text: "Treatment of hepatitis C in prisons."),
      Record("short", title: "Two", text: "Treatment of HCV in prisons."),
      Record("other", title: "Three", text: "Treatment of asthma in prisons."),
    ])
    for unit in SearchRequest.Unit.allCases {
      var request = SearchRequest("HCV")
      request.unit = unit
      #expect(try index.search(request).hits.map(\.document.id) == ["short", "long"])
      request.exact = true
      #expect(try index.search(request).hits.map(\.document.id) == ["short"])
    }
  }

  @Test func `passages are verbatim, highlights cover words that match`() throws {
    let index = try SeedIndex.index.get()
    for text in ["role clarity", "counselling", "“peer support”", "super*", "title:peer", "naïve"] {
      for hit in try index.search(SearchRequest(text)).hits {
        let document = try #require(try index.document(hit.document.id))
        let scalars = Array(document.text.unicodeScalars)[hit.passage.start..<hit.passage.end]
        #expect(String(String.UnicodeScalarView(scalars)) == hit.passage.text)
        #expect(!hit.passage.highlights.isEmpty, "\(text) in \(hit.document.id)")
      }
    }
    let (_, own) = try Self.library([
      Record(
        "1", title: "Über Peer-led 互助",
        text: "👩‍⚕️ Naïve peers — PEER-LED counselling, e\u{301}t peer!")
    ])
    let hit = try #require(try own.search(SearchRequest("naive peer counseling")).hits.first)
    let marked = hit.passage.highlights.filter { $0.field == .text }
      .map { Self.scalars(hit.passage.text, $0) }
    #expect(marked == ["Naïve", "peers", "PEER", "counselling", "peer"])
    let title = hit.passage.highlights.filter { $0.field == .title }
      .map { Self.scalars(hit.document.title, $0) }
    #expect(title == ["Peer"])
    let phrase = try #require(try own.search(SearchRequest("“led counselling”")).hits.first)
    #expect(
      phrase.passage.highlights.map { Self.scalars(phrase.passage.text, $0) } == ["LED counselling"]
    )
  }

  @Test func `a range says how many state no number`() throws {
    let (_, index) = try Self.library(Self.studies)
    let answer = try index.search(SearchRequest("peer n:>=50"))
    #expect(Set(answer.hits.map(\.document.id)) == ["s5", "s7", "s9", "s11"])
    #expect(answer.query.notes == [.unstated(.sampleSize, documents: 6)])
    let both = try index.search(SearchRequest("peer n:>=10 year:2000..2005"))
    #expect(Set(both.hits.map(\.document.id)) == ["s1", "s5"])
    #expect(
      both.query.notes == [
        .unstated(.sampleSize, documents: 2), .unstated(.year, documents: 2),
      ])
    var request = SearchRequest("peer n:>=50")
    request.filter.includeUnknown = true
    let all = try index.search(request)
    #expect(all.total.documents == 10 && all.query.notes == [])
    #expect(try index.search(SearchRequest("peer n:none n:>=50")).query.notes == [])
    #expect(try index.search(SearchRequest("peer n:none")).total.documents == 6)
  }

  @Test func `a range in an alternative says how many state no number`() throws {
    let (_, index) = try Self.library(Self.studies)
    let request = SearchRequest("\"study 2\" OR (peer AND n:>=50 AND year:2005..)")
    let notes: [SearchNote] = [
      .unstated(.sampleSize, documents: 2), .unstated(.year, documents: 1),
    ]
    let answer = try index.search(request)
    #expect(Set(answer.hits.map(\.document.id)) == ["s2", "s5", "s7", "s11"])
    #expect(answer.query.notes == notes)
    #expect(try index.facets(request).query.notes == notes)
    #expect(try index.map(rows: .method, columns: .year, request).query.notes == notes)
    #expect(try index.select(request).notes == notes)
  }

  @Test func `documents similar to one do not count it as left out`() throws {
    let (_, index) = try Self.library(Self.studies)
    var request = SearchRequest("")
    request.filter.year.add(NumberRange(from: 2030, to: 2030))
    let answer = try #require(try index.similar(to: "s0", request))
    #expect(answer.query.notes.contains(.unstated(.year, documents: 3)))
  }

  @Test func `pages follow each other`() throws {
    let (_, index) = try Self.library(Self.studies)
    for sort in SearchRequest.Sort.allCases {
      for unit in SearchRequest.Unit.allCases {
        for text in ["peer", "year:..2030", "peer support -nothing"] {
          var request = SearchRequest(text)
          request.sort = sort
          request.unit = unit
          request.limit = 100
          let whole = try index.search(request)
          var paged: [Hit] = []
          for offset in stride(from: 0, to: 14, by: 5) {
            request.offset = offset
            request.limit = 5
            paged += try index.search(request).hits
          }
          #expect(paged == whole.hits, "\(text) by \(sort)")
          #expect(paged.map(\.rank) == Array(1..<paged.count + 1))
        }
      }
    }
  }

  @Test func `sorting puts unknown values last`() throws {
    let (_, index) = try Self.library(Self.studies)
    var request = SearchRequest("peer")
    request.limit = 20
    request.sort = .year
    let years = try index.search(request).hits.map(\.document.year)
    #expect(years == [2011, 2010, 2008, 2007, 2005, 2004, 2002, 2001, nil, nil, nil, nil])
    request.sort = .sampleSize
    let sizes = try index.search(request).hits.map(\.document.sampleSize)
    #expect(sizes == [110, 90, 70, 50, 30, 10] + [Int?](repeating: nil, count: 6))
  }

  @Test func `only negatives find nothing and say why`() throws {
    let (_, index) = try Self.library(Self.studies)
    for text in ["-mentor", "-mentor -peer"] {
      let answer = try index.search(SearchRequest(text))
      #expect(answer.hits == [] && answer.total == HitCount(passages: 0, documents: 0))
      #expect(!answer.query.notes.isEmpty, "\(text)")
    }
    #expect(throws: QueryError.self) { try index.search(SearchRequest("NOT mentor")) }
  }

  @Test func `an empty query finds nothing, with a filter its documents in order`() throws {
    let (_, index) = try Self.library(Self.studies)
    let empty = try index.search(SearchRequest(""))
    #expect(empty.hits == [] && !empty.query.notes.isEmpty)
    var request = SearchRequest("")
    request.filter.method.wanted = ["cross-sectional"]
    for unit in SearchRequest.Unit.allCases {
      request.unit = unit
      let answer = try index.search(request)
      #expect(answer.hits.map(\.document.id) == ["s0", "s1", "s2", "s3"])
      #expect(answer.total == HitCount(passages: 4, documents: 4))
    }
  }

  @Test func `counts are exact for short lists, and for all where they are asked for`() throws {
    let (library, whole) = try Self.library(
      (0..<6_000).map { Record("\($0)", text: $0 % 9 == 0 ? "Peer rare." : "Peer.") })
    #expect(
      try whole.search(SearchRequest("peer")).total == HitCount(passages: 6_000, documents: 6_000))
    var settings = SearchSettings()
    settings.postingsCounted = 5_999
    let index = try Index(path: library.indexPath, settings: settings)
    let first = try index.search(SearchRequest("peer")).total
    #expect(!first.exact && first.passages >= 1_000 && first.passages < 6_000)
    for unit in SearchRequest.Unit.allCases {
      var same = SearchRequest("peer")
      same.unit = unit
      same.limit = 0
      #expect(try index.search(same).total == first)
    }
    var request = SearchRequest("peer")
    request.count = true
    #expect(try index.search(request).total == HitCount(passages: 6_000, documents: 6_000))
    #expect(
      try index.search(SearchRequest("rare")).total == HitCount(passages: 667, documents: 667))
    request = SearchRequest("peer")
    request.facets = true
    let counted = try index.search(request)
    #expect(counted.total.exact && counted.facets["year"] == [FacetCount("none", 6_000)])
  }

  @Test func `a hit has the number of further passages of its document that match`() throws {
    var corpus = RandomCorpus(seed: 71, words: 40)
    let text = (0..<40).map { sentence in
      (sentence % 10 == 0 ? "Zebra. " : "") + corpus.sentence(15...25)
    }.joined(separator: " ")
    let (_, index) = try Self.library([Record("long", text: text), Record("short", text: "Zebra.")])
    for unit in SearchRequest.Unit.allCases {
      var request = SearchRequest("zebra")
      request.unit = unit
      let answer = try index.search(request)
      let hit = try #require(answer.hits.first { $0.document.id == "long" })
      #expect(hit.moreInDocument == answer.total.passages - 2)
      #expect(hit.moreInDocument > 0)
      #expect(hit.passage.text.contains("Zebra"))
      #expect(answer.total.documents == 2)
    }
  }

  @Test func `explanations add up to the score`() throws {
    var corpus = RandomCorpus(seed: 81, words: 30)
    let library = try TemporaryLibrary()
    for call in 0..<2 {
      try library.write(
        "\(call).jsonl", (0..<[60, 12][call]).map { corpus.record("\(call)-\($0)", sentences: 12) })
      try library.index()
    }
    let index = try library.open()
    for round in 0..<60 {
      var request = SearchRequest(corpus.query())
      request.explain = true
      request.exact = round % 2 == 0
      for unit in SearchRequest.Unit.allCases {
        request.unit = unit
        for hit in try index.search(request).hits {
          let parts = try #require(hit.explanation).parts
          let sum = parts.reduce(0) { $0 + $1.score }
          #expect(
            abs(sum - hit.score) <= 1e-5 * max(1, hit.score),
            "\(request.text) [\(unit), exact \(request.exact)]: \(sum) for \(hit.score)")
        }
      }
    }
  }

  @Test func `similar documents leave the document itself out`() throws {
    let index = try SeedIndex.index.get()
    let answer = try #require(try index.similar(to: "peers-hcv-2023", SearchRequest("")))
    #expect(!answer.hits.isEmpty)
    #expect(answer.hits.allSatisfy { $0.document.id != "peers-hcv-2023" })
    #expect(try index.similar(to: "nobody", SearchRequest("")) == nil)
  }
}
