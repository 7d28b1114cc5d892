import Answers
import Query
import Retrieval
import Testing

/// The words that expansion adds to a query, and their weights.
struct QueryExpansionTests {
  /// Documents in which *theory* and *theoretical* occur together, as do *qualitative* and
  /// *quality*, and *history* without *historic*.
  private func index(
    _ extra: [Record] = [], synonyms: [[String]] = []
  ) throws -> (TemporaryLibrary, Index) {
    let library = try TemporaryLibrary()
    var records: [Record] = []
    for number in 0..<6 {
      records.append(
        Record(
          "both-\(number)", title: "One",
          text: "theory theoretical theoretical theoretically qualitative quality gardens of trees")
      )
    }
    for number in 0..<6 {
      records.append(Record("apart-\(number)", title: "Two", text: "historian lakes of fish"))
    }
    for number in 0..<12 {
      records.append(
        Record("other-\(number)", title: "Six", text: "history of mountains above the clouds"))
    }
    try library.write("a.jsonl", records + extra)
    try library.index()
    return (library, try Index(path: library.indexPath, synonyms: synonyms))
  }

  /// The expansions of a query of one unit that has no feedback.
  private func added(_ text: String, _ index: Index) throws -> [Expansion] {
    var request = SearchRequest(text)
    request.unit = .passage
    return try index.search(request).query.expansions
  }

  @Test func `words of a family differ by their endings and occur together`() throws {
    let (library, index) = try index()
    #expect(
      try added("theory", index)
        == [Expansion(term: "theory", added: ["theoretical"], why: .wordFamily)])
    #expect(
      try added("theoretical", index)
        == [Expansion(term: "theoretical", added: ["theory"], why: .wordFamily)])
    withExtendedLifetime(library) {}
  }

  @Test func `an abbreviation that is also a synonym is added once`() throws {
    let trials = (0..<2).map {
      Record("trial-\($0)", title: "A", text: "A randomized controlled trial (RCT) of mentoring.")
    }
    // Defined otherwise elsewhere, so that the meaning of the added form counts.
    let canal = Record("canal", title: "B", text: "A root canal treatment (RCT) of molars.")
    let (library, index) = try index(trials + [canal])
    let added = try added("randomized controlled trial", index)
      .filter { $0.added.contains { $0.lowercased() == "rct" } }
    #expect(added.map(\.why) == [.synonym])
    withExtendedLifetime(library) {}
  }

  @Test(arguments: ["qualitative", "quality", "history", "historian", "mountains"])
  func `words that only look alike, or never occur together, are not a family`(word: String) throws
  {
    let (library, index) = try index()
    #expect(try added(word, index) == [])
    withExtendedLifetime(library) {}
  }

  /// Documents in which words of one stem, or of one family, mean different things.
  private func families() throws -> (TemporaryLibrary, Index) {
    var records: [Record] = []
    func add(_ count: Int, _ text: String) {
      let first = records.count
      records += (0..<count).map { Record("family-\(first + $0)", title: "Six", text: text) }
    }
    add(6, "produced production produces produce in factories")
    add(20, "the survey asked about rivers")
    add(1, "the surveyor of the survey")
    add(6, "smoking smokers smoke smoker")
    add(4, "staff meetings, a meeting of staff")
    add(4, "we met by chance and meet again")
    add(4, "introduced introductory introduction introduce")
    add(8, "therapy therapist")
    add(60, "gardens of trees")
    return try index(records)
  }

  @Test(arguments: [
    (typed: "production", added: ["produce"]),
    // Another word of the stem is related, not the typed one.
    (typed: "productivity", added: []),
    // Persons often are not meant by what they do.
    (typed: "survey", added: []),
    (typed: "smoking", added: ["smoker"]),
    (typed: "smoker", added: ["smoke"]),
    // Professions are not added for their subject.
    (typed: "therapy", added: []),
    // Nouns in -ing are not forms of a verb.
    (typed: "meetings", added: []),
    // Most words with the stem of "meet" would be meetings.
    (typed: "met", added: []),
    (typed: "introduction", added: ["introduce", "introductory"]),
  ])
  func `a family has words that mean the same`(typed: String, added words: [String]) throws {
    let (library, index) = try families()
    #expect(try Set(added(typed, index).flatMap(\.added)) == Set(words))
    withExtendedLifetime(library) {}
  }

  @Test(arguments: [SearchRequest.Unit.document, .passage])
  func `a document's own definition of an abbreviation wins`(unit: SearchRequest.Unit) throws {
    let (library, index) = try index([
      Record("one", title: "A", text: "They came to the emergency department (ED) at night."),
      Record("two", title: "B", text: "The ED (emergency department) was full of people."),
      Record("plain", title: "C", text: "Nurses of the ED were asked."),
      Record("other", title: "D", text: "Girls with an eating disorder (ED) were asked."),
      Record("again", title: "E", text: "ED (eating disorders) began early. The ED lasted."),
    ])
    func found(_ text: String) throws -> Set<String> {
      var request = SearchRequest(text)
      request.unit = unit
      return Set(try index.search(request).hits.map(\.document.id))
    }
    #expect(try found("emergency department") == ["one", "two", "plain"])
    #expect(try found("eating disorder") == ["other", "again", "plain"])
    #expect(try found("ED").isSuperset(of: ["one", "two", "plain", "other", "again"]))
    withExtendedLifetime(library) {}
  }

  @Test(arguments: ["A&E", "a&e", "A & E", "A&E AND night"])
  func `letters joined by an ampersand are one term`(text: String) throws {
    let (library, index) = try index([
      Record("a-e", title: "A", text: "They came to A&E at night."),
      Record("long", title: "B", text: "The accident and emergency staff work at night."),
      Record("letters", title: "C", text: "A night with vitamin E."),
    ])
    let response = try index.search(SearchRequest(text))
    #expect(Set(response.hits.map(\.document.id)) == ["a-e", "long"])
    let other = try index.search(SearchRequest("R&D at night"))
    #expect(other.query.interpreted.contains("r&d") || other.query.interpreted.contains("R&D"))
    withExtendedLifetime(library) {}
  }

  @Test func `irregular inflections need no evidence`() throws {
    let (library, index) = try index([
      Record("one", title: "Six", text: "a child of the river"),
      Record("many", title: "Six", text: "children of the valley"),
    ])
    #expect(
      try added("child", index)
        == [Expansion(term: "child", added: ["children"], why: .wordFamily)])
    withExtendedLifetime(library) {}
  }

  @Test func `feedback reports words that people write, at most five`() throws {
    let studies = (0..<8).map {
      Record(
        "study-\($0)", title: "Zabrak",
        text:
          "zabrak studies in January by Smith et al. e.g. counselling, supervising, recovering, "
          + "navigating, mentoring, befriending and isrctn gov.uk")
    }
    let (library, index) = try index(studies)
    var request = SearchRequest("zabrak")
    let five = try #require(try index.search(request).query.expansions.first).added
    #expect(five.count == 5)
    request.explain = true
    let all = try #require(try index.search(request).query.expansions.first).added
    #expect(Array(all.prefix(5)) == five)
    #expect(all.contains("supervising"))
    #expect(
      Set(all).isDisjoint(with: ["january", "et", "al", "e.g", "isrctn", "gov.uk", "supervis"]))
    withExtendedLifetime(library) {}
  }

  @Test func `highlights never fall on words of feedback`() throws {
    let studies = (0..<8).map {
      Record("study-\($0)", title: "Zabrak", text: "zabrak and counselling, supervising, mentoring")
    }
    let (library, index) = try index(studies)
    let answer = try index.search(SearchRequest("zabrak"))
    #expect(answer.query.expansions.contains { $0.why == .feedback })
    for hit in answer.hits {
      let scalars = Array(hit.passage.text.unicodeScalars)
      let marked = hit.passage.highlights.filter { $0.field == .text }.map {
        String(String.UnicodeScalarView(scalars[$0.start..<$0.end]))
      }
      #expect(marked == ["zabrak"])
    }
    withExtendedLifetime(library) {}
  }

  @Test func `a user's synonyms are added to the standard ones`() throws {
    let (library, index) = try index(
      [Record("own", title: "Six", text: "horned people of the hills")],
      synonyms: [["zabrak", "Iridonian", "horned people"]])
    #expect(
      try index.search(SearchRequest("zabrak")).hits.map(\.document.id) == ["own"])
    #expect(
      try added("zabrak", index)
        == [
          Expansion(term: "zabrak", added: ["Iridonian", "horned people"], why: .synonym)
        ])
    #expect(try added("tuberculosis", index).map(\.why) == [.synonym])
    withExtendedLifetime(library) {}
  }

  @Test func `abbreviations that are everyday words are expanded only in capitals`() throws {
    let defined = (0..<3).map {
      Record(
        "defined-\($0)", title: "Six",
        text: "Pre-exposure prophylaxis (PrEP) and antiretroviral therapy (ART) in villages.")
    }
    let (library, index) = try index(defined)
    #expect(try added("prep", index) == [])
    #expect(try added("art", index) == [])
    #expect(try added("PREP", index).map(\.why) == [.abbreviation])
    #expect(try added("ART", index).flatMap(\.added).contains("antiretroviral therapy"))
    #expect(!(try added("antiretroviral therapy", index).flatMap(\.added).contains("art")))
    withExtendedLifetime(library) {}
  }

  @Test func `exact searches add nothing`() throws {
    let (library, index) = try index()
    var request = SearchRequest("theory")
    request.exact = true
    #expect(try index.search(request).query.expansions.isEmpty)
    withExtendedLifetime(library) {}
  }

  @Test(arguments: [
    (typed: "theory", added: "theoretical", weight: 0.5, why: ExpansionReason.wordFamily),
    (typed: "tuberculosis", added: "tb", weight: 0.7, why: .synonym),
  ])
  func `an added word counts for its weight`(
    typed: String, added: String, weight: Double, why: ExpansionReason
  ) throws {
    let (library, index) = try index([
      Record("typed", title: "Six", text: "\(typed) rivers and valleys far away"),
      Record("added", title: "Six", text: "\(added) rivers and valleys far away"),
    ])
    var request = SearchRequest(typed)
    request.unit = .passage
    request.limit = 100
    let answer = try index.search(request)
    #expect(answer.query.expansions.map(\.why) == [why])
    let scores = Dictionary(
      answer.hits.map { ($0.document.id, $0.score) }, uniquingKeysWith: { first, _ in first })
    let own = try #require(scores["typed"])
    let other = try #require(scores["added"])
    #expect(abs(other / own - weight) < 0.01)
    withExtendedLifetime(library) {}
  }

  @Test func `an abbreviation of the corpus counts as its long form does`() throws {
    let defined = (0..<3).map {
      Record(
        "definition-\($0)", title: "Six", text: "The zadok support worker (ZSW) visits villages.")
    }
    let (library, index) = try index(defined)
    var request = SearchRequest("ZSW")
    request.unit = .passage
    let expansions = try index.search(request).query.expansions
    #expect(expansions.map(\.term) == ["zsw"])
    #expect(expansions.map(\.why) == [.abbreviation])
    #expect(
      try index.search(SearchRequest("zadok support worker")).query.expansions.contains {
        $0.why == .abbreviation && $0.added == ["zsw"]
      })
    withExtendedLifetime(library) {}
  }

  @Test func `lists of added phrases are kept until the index changes`() throws {
    let synonyms = [["zebra", "striped horse"]]
    let (library, index) = try index(
      [Record("horse-0", title: "Seven", text: "a striped horse runs")], synonyms: synonyms)
    let request = SearchRequest("zebra")
    for _ in 0..<2 {
      #expect(try index.search(request).hits.map(\.document.id) == ["horse-0"])
    }
    try library.write("b.jsonl", [Record("horse-1", title: "Eight", text: "no striped horse")])
    try library.index()
    let fresh = try Index(path: library.indexPath, synonyms: synonyms)
    for _ in 0..<2 {
      let found = try index.search(request)
      #expect(Set(found.hits.map(\.document.id)) == ["horse-0", "horse-1"])
      #expect(found.hits.map(\.score) == (try fresh.search(request).hits.map(\.score)))
      #expect(found.total.documents == 2)
    }
  }
}
