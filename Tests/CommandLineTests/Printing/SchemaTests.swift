import Answers
import JSON
import Literature
import Retrieval
import Testing
import peerlit

/// Every JSON format matches its schema in `docs/schema`.
struct SchemaTests {
  func expectValid(_ text: String, _ name: String) throws {
    let faults = try JSONSchema(name).faults(in: text)
    #expect(faults.isEmpty, "\(name): \(faults)\n\(text)")
  }

  @Test func `responses and hits`() throws {
    for response in [SampleResponse.full, SampleResponse.empty] {
      try expectValid(JSONText.pretty(response), "search")
      for hit in response.hits { try expectValid(JSONText.line(hit), "hit") }
    }
  }

  @Test func `summaries and incidents`() throws {
    try expectValid(JSONText.line(IndexReport()), "account")
    for outcome in IndexIncident.Outcome.allCases {
      try expectValid(
        JSONText.line(IndexIncident(outcome, path: "/a", place: "line 3", reason: "r")), "incident")
    }
  }

  @Test func `documents and appraisals`() throws {
    let bare = Document(id: "x", source: Source(path: "/x.txt"))
    for document in [SampleDocument.full, bare] {
      try expectValid(JSONText.line(DocumentJSON(document)), "document")
      try expectValid(JSONText.line(AppraisalJSON(document)), "appraisal")
    }
  }

  @Test func `facets, maps, statistics and checks`() throws {
    let query = SampleResponse.full.query
    try expectValid(
      JSONText.line(
        FacetReport(query: query, documents: 4, facets: SampleResponse.full.facets)), "facets")
    try expectValid(
      JSONText.line(
        FacetMap(
          query: query, documents: 4, rowFacet: "method", columnFacet: "condition",
          rows: ["cohort"],
          columns: ["hiv", "none"], counts: [[1, 0]], rowTotals: [1], columnTotals: [1, 0])), "map")
    try expectValid(JSONText.line(IndexStats(path: "/i", bytes: 5)), "stats")
    try expectValid(
      JSONText.line(IndexCheck(path: "/i", checked: ["sums"], problems: [])), "check")
  }

  @Test(arguments: [
    ("{\"format_version\":1}", "is missing"),
    ("{\"format_version\":2,\"path\":\"\",\"checked\":[],\"problems\":[]}", "not 1"),
    ("{\"format_version\":1,\"path\":null,\"checked\":[],\"problems\":[]}", "not string"),
    ("{\"format_version\":1,\"path\":\"\",\"checked\":[],\"problems\":[true]}", "problems[0]"),
    (
      "{\"format_version\":1,\"path\":\"\",\"checked\":[],\"problems\":[],\"more\":1}",
      "not foreseen"
    ),
  ])
  func `invalid JSON is detected`(text: String, fault: String) throws {
    let faults = try JSONSchema("check").faults(in: text)
    #expect(faults.contains { $0.contains(fault) }, "\(faults)")
  }
}
