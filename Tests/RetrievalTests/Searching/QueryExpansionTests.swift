import Answers
import Query
import Retrieval
import Testing

/// The words that expansion adds to a query, and their weights.
struct QueryExpansionTests {
  /// Documents in which `zabrakok` and `zabraket` occur together, and `zabranum` with neither.
  private func index(_ extra: [Record] = []) throws -> (TemporaryLibrary, Index) {
    let library = try TemporaryLibrary()
    var records: [Record] = []
    for number in 0..<6 {
      records.append(
        Record("both-\(number)", title: "One", text: "zabrakok zabraket gardens of trees"))
    }
    for number in 0..<6 {
      records.append(Record("apart-\(number)", title: "Two", text: "zabranum lakes of fish"))
    }
    for number in 0..<12 {
      records.append(Record("other-\(number)", title: "Six", text: "mountains above the clouds"))
    }
    try library.write("a.jsonl", records + extra)
    try library.index()
    return (library, try library.open())
  }

  @Test func `words of a family are those that occur together, not all that look alike`() throws {
    let (library, index) = try index()
    var request = SearchRequest("zabrakok")
    request.unit = .passage
    let expansions = try index.search(request).query.expansions
    #expect(
      expansions == [Expansion(term: "zabrakok", added: ["zabraket"], why: .wordFamily)])
    withExtendedLifetime(library) {}
  }

  @Test func `exact searches add nothing`() throws {
    let (library, index) = try index()
    var request = SearchRequest("zabrakok")
    request.exact = true
    #expect(try index.search(request).query.expansions.isEmpty)
    withExtendedLifetime(library) {}
  }

  @Test(arguments: [
    (typed: "zabrakok", added: "zabraket", weight: 0.5, why: ExpansionReason.wordFamily),
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
}
