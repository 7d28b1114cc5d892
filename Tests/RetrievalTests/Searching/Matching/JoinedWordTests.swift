import Answers
import Query
import Retrieval
import Testing

/// Words that consist of several words, and words in quotation marks, mean the same everywhere.
struct JoinedWordTests {
  private func library() throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    func record(_ id: String, _ text: String) -> Record {
      Record(id, title: "Record \(id)", text: text)
    }
    try library.write(
      "a.jsonl",
      [
        record("self-harm", "About self-harm in the young."),
        record("self harm", "Support after self harm."),
        record("apart", "Harm to one self and the other."),
        record("self", "The self and the state."),
        record("hard-to-reach", "Groups that are hard-to-reach in the city."),
        record("hard", "It is hard to say, and to reach them takes time."),
        record("face-to-face", "Meetings face to face with peers."),
        record("face", "The face of the town, to be seen."),
        record("hiv/aids", "Stigma of HIV/AIDS in Kenya."),
        record("aids", "Hearing aids and HIV tests."),
        record("art", "The state-of-the-art of care."),
      ])
    try library.index()
    return library
  }

  private static let meanings: [(word: String, ids: Set<String>)] = [
    ("self-harm", ["self-harm", "self harm"]),
    ("hard-to-reach", ["hard-to-reach"]),
    ("face-to-face", ["face-to-face"]),
    ("state-of-the-art", ["art"]),
    ("HIV/AIDS", ["hiv/aids"]),
    ("hiv/aids", ["hiv/aids"]),
    ("self-harms", ["self-harm", "self harm"]),
  ]

  @Test(arguments: meanings, [SearchRequest.Unit.document, .passage])
  func `a hyphenated word is a phrase everywhere`(
    meaning: (word: String, ids: Set<String>), unit: SearchRequest.Unit
  ) throws {
    let library = try library()
    let index = try library.open()
    let word = meaning.word
    for (text, exact) in [
      (word, false), (word, true), ("\(word) -zzz", false), ("\(word) NOT zzz", false),
      ("+\(word)", false), ("+\(word) zzz", false), ("\(word) AND NOT zzz", false),
      ("\(word) OR zzz", false), ("(\(word))", false), ("\"\(word)\"", false),
      ("\"\(word)\" NOT zzz", false), ("\(word) zzz", false), ("the \(word)", false),
    ] {
      var request = SearchRequest(text)
      request.unit = unit
      request.exact = exact
      request.related = 0
      request.count = true
      let found = try index.search(request)
      #expect(Set(found.hits.map(\.document.id)) == meaning.ids, "\(text)")
      #expect(found.total.documents == meaning.ids.count, "\(text)")
    }
  }

  @Test(arguments: meanings)
  func `a hyphenated word is excluded as a phrase`(meaning: (word: String, ids: Set<String>)) throws
  {
    let library = try library()
    let index = try library.open()
    for text in ["record -\(meaning.word)", "record NOT \(meaning.word)"] {
      var request = SearchRequest(text)
      request.limit = 100
      let found = Set(try index.search(request).hits.map(\.document.id))
      #expect(found.count == 11 - meaning.ids.count && found.isDisjoint(with: meaning.ids))
    }
  }

  @Test(arguments: ["peers and/or town", "peers AND/OR town", "peers OR town"])
  func `operators joined by a slash are not searched`(text: String) throws {
    let library = try library()
    let found = try library.open().search(SearchRequest(text))
    #expect(Set(found.hits.map(\.document.id)) == ["face-to-face", "face"])
  }

  @Test func `a synonym of a hyphenated word replaces all of it`() throws {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [
        Record("joint", title: "One", text: "A co-production study."),
        Record("later", title: "Two", text: "A codesign study."),
        Record("goods", title: "Three", text: "The production of goods."),
      ])
    try library.index()
    let index = try Index(
      path: library.indexPath,
      synonyms: [["co-production", "codesign"], ["production", "making"]])
    for text in ["co-production", "co-production NOT zzz", "study AND co-production"] {
      let found = try index.search(SearchRequest(text))
      #expect(Set(found.hits.map(\.document.id)) == ["joint", "later"], "\(text)")
      let synonyms = found.query.expansions.filter { $0.why == .synonym }
      #expect(synonyms.flatMap(\.added) == ["codesign"], "\(text)")
    }
    withExtendedLifetime(library) {}
  }

  @Test(arguments: [
    // A hyphenated word is a phrase.
    ("drop-in", ["drop", "walk", "prices"]), ("drop-in centres", ["drop", "walk", "prices"]),
    ("drop-in NOT zzz", ["drop", "walk", "prices"]),
    ("centres AND drop-in", ["drop", "walk", "prices"]),
    ("drop in", ["drop", "walk", "prices"]), ("\"drop in\"", ["drop", "prices"]),
    // Only the whole form has synonyms.
    ("drop", ["drop", "prices"]), ("drop AND in", ["drop", "prices"]),
    // A word that is typed alone as well.
    ("drop-in drop", ["drop", "walk", "prices"]),
    ("value for money", ["worth"]),
  ])
  func `a form with stop words has synonyms`(text: String, ids: [String]) throws {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [
        Record("drop", title: "One", text: "The drop-in sites, open daily, centres for all."),
        Record("walk", title: "Two", text: "A walk-in site of the town, centres for all."),
        Record("prices", title: "Three", text: "A drop in prices at the centres."),
        Record("worth", title: "Four", text: "The study was worthwhile."),
      ])
    try library.index()
    let index = try Index(
      path: library.indexPath,
      synonyms: [["drop-in", "walk-in"], ["value for money", "worthwhile"]])
    let found = try index.search(SearchRequest(text))
    #expect(Set(found.hits.map(\.document.id)) == Set(ids), "\(text)")
    let synonyms = found.query.expansions.filter { $0.why == .synonym }
    #expect(synonyms.contains { $0.added.contains("walk-in") } == ids.contains("walk"))
    #expect(synonyms.allSatisfy { ["drop in", "value for money"].contains($0.term) })
    withExtendedLifetime(library) {}
  }

  @Test(arguments: [
    ("\"pay\"", ["pay"]), ("\"pay\" AND peers", ["pay"]), ("+\"pay\" peers", ["pay"]),
    ("\"pay\" NOT zzz", ["pay"]), ("\"pay\" OR zzz", ["pay"]), ("peers -\"pay\"", ["salary"]),
    ("“pay”", ["pay"]), ("pay", ["pay", "salary"]), ("pay AND peers", ["pay", "salary"]),
    ("pay \"pay\"", ["pay", "salary"]), ("\"pay\" pay", ["pay", "salary"]),
  ])
  func `nothing is added to words in quotation marks`(text: String, ids: [String]) throws {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [
        Record("pay", title: "One", text: "The pay of peers."),
        Record("salary", title: "Two", text: "The salary of peers."),
      ])
    try library.index()
    let index = try Index(path: library.indexPath, synonyms: [["pay", "salary"]])
    let found = try index.search(SearchRequest(text))
    #expect(Set(found.hits.map(\.document.id)) == Set(ids))
    let synonyms = found.query.expansions.filter { $0.why == .synonym }
    #expect(synonyms.isEmpty == !ids.contains("salary") || text.contains("-"))
    #expect(!synonyms.contains { $0.term.contains("(") })
    withExtendedLifetime(library) {}
  }

  @Test(arguments: [
    ("method:cohort NOT mentors", ["a"]),
    ("(peers AND method:cohort) OR mentors", ["a", "b", "c"]),
    ("mentors NOT (mentors AND method:cohort)", ["c"]),
    ("mentors NOT (peers year:2015..)", ["c"]),
    ("record NOT (year:2015..)", ["a", "c"]),
    ("(peers AND year:2015..) OR (mentors AND year:..2014)", ["b", "c"]),
    ("peers AND method:cohort AND method:qualitative", ["b"]),
    ("record method:cohort AND method:qualitative", ["b"]),
  ])
  func `a filter in a part of a query applies only there`(text: String, ids: [String]) throws {
    let library = try TemporaryLibrary()
    func record(_ id: String, _ text: String, _ method: [String], _ year: Int) -> Record {
      var record = Record(id, title: "Record", text: text)
      record.method = method
      record.year = year
      return record
    }
    try library.write(
      "a.jsonl",
      [
        record("a", "Peers.", ["cohort"], 2010),
        record("b", "Peers and mentors.", ["cohort", "qualitative"], 2020),
        record("c", "Mentors.", ["qualitative"], 2012),
      ])
    try library.index()
    let index = try library.open()
    var request = SearchRequest(text)
    request.count = true
    request.related = 0
    let found = try index.search(request)
    #expect(Set(found.hits.map(\.document.id)) == Set(ids))
    #expect(found.total.documents == ids.count)
    #expect(try index.facets(request).documents == ids.count)
    request.unit = .passage
    #expect(Set(try index.search(request).hits.map(\.document.id)) == Set(ids))
    withExtendedLifetime(library) {}
  }
}
