import Answers
import Drawing
import Foundation
import JSON
import Literature
import Query
import Retrieval
import Service
import Testing

/// Compares the responses of routes with the results of the index itself.
struct RouteTests {
  func index() throws -> Index { try SeedService.responder.get().context.index.current().index }

  func decoded<Value: Decodable>(_ target: String, as type: Value.Type) throws -> Value {
    let response = try SeedService.get(target)
    #expect(response.status == 200, "\(target): \(String(decoding: response.body, as: UTF8.self))")
    return try JSONDecoder().decode(type, from: Data(response.body))
  }

  @Test func `a whole document is returned`() throws {
    let found = try SeedService.get("/documents/peers-hcv-2023")
    let document = try #require(try index().document("peers-hcv-2023"))
    #expect(found.body == (try JSONText.bytes(DocumentJSON(document))))
    #expect(try SeedService.get("/documents/nobody").code == "no_such_document")
    #expect(try SeedService.get("/documents/peers%2Dhcv-2023").status == 200)
    #expect(try SeedService.get("/documents/a%2Fb").code == "no_such_document")
    #expect(try SeedService.get("/documents/%ZZ").code == "malformed_address")
    #expect(try SeedService.get("/documents/").code == "no_such_route")
  }

  @Test func `hits are cited in a style`() throws {
    let document = try #require(try index().document("peers-hcv-2023"))
    let citation = Citation(document, style: .apa).text
    let answer = try decoded("/search?q=peer&limit=100&cite=apa", as: SearchResponse.self)
    let own = answer.hits.filter { $0.document.id == document.id }
    #expect(!own.isEmpty && own.allSatisfy { $0.citation == citation })
    let plain = try decoded("/search?q=peer", as: SearchResponse.self)
    #expect(plain.hits.allSatisfy { $0.citation == nil })
    #expect(try SeedService.get("/search?q=peer&cite=mla").code == "bad_value")
  }

  @Test func `similar documents are returned`() throws {
    let answer = try decoded(
      "/documents/peers-hcv-2023/similar?limit=2", as: SearchResponse.self)
    #expect(answer.hits.count == 2)
    #expect(!answer.hits.contains { $0.document.id == "peers-hcv-2023" })
    #expect(try SeedService.get("/documents/nobody/similar").code == "no_such_document")
    let wrong = try SeedService.get("/documents/peers-hcv-2023/similar?q=a")
    #expect(wrong.code == "unknown_parameter")
  }

  @Test func `facets are counted`() throws {
    let all = try decoded("/facets", as: FacetReport.self)
    #expect(all == (try index().facets(SearchRequest(""))))
    let some = try decoded("/facets?q=peer&method=qualitative", as: FacetReport.self)
    #expect(some.documents < all.documents)
  }

  @Test func `a map is returned as JSON or as a drawing`() throws {
    let map = try decoded("/map?rows=setting&columns=method", as: FacetMap.self)
    #expect(map == (try index().map(rows: .setting, columns: .method, SearchRequest(""))))
    let usual = try decoded("/map", as: FacetMap.self)
    #expect(usual.rowFacet == "method" && usual.columnFacet == "condition")
    for target in ["/map.svg", "/v1/map.svg", "/map?format=svg"] {
      let drawing = try SeedService.get(target)
      #expect(drawing["content-type"] == "image/svg+xml")
      let expected = FacetMapDrawing(usual, notes: .parameters).svg
      #expect(String(decoding: drawing.body, as: UTF8.self) == expected)
    }
    let text = try SeedService.get("/map.svg", headers: ["accept": "text/xml"])
    #expect(text["content-type"] == "text/xml" && text.body.starts(with: "<svg ".utf8))
    #expect(try SeedService.get("/map?rows=sample_size").code == "bad_value")
  }

  @Test func `a query is completed and its spelling corrected`() throws {
    let begun = try decoded("/suggest?q=role+clari", as: Suggestions.self)
    #expect(begun.completions.contains("role clarity"))
    #expect(begun.didYouMean == nil)
    let slip = try decoded("/suggest?q=role+clairty", as: Suggestions.self)
    #expect(slip.completions.isEmpty)
    #expect(slip.didYouMean == "role clarity")
    #expect(try decoded("/suggest?q=", as: Suggestions.self).completions.isEmpty)
    #expect(try SeedService.get("/suggest").code == "missing_parameter")
  }

  @Test(arguments: ExportFormat.allCases) func `records are exported`(format: ExportFormat) throws {
    let index = try index()
    for (target, selection) in [
      ("/export?to=\(format.rawValue)", try index.select(SearchRequest(""))),
      (
        "/export?id=peers-hcv-2023&id=hepcare-advanced-peers&to=\(format.rawValue)",
        try index.select(ids: ["peers-hcv-2023", "hepcare-advanced-peers"])
      ),
    ] {
      let response = try SeedService.get(target)
      #expect(response.status == 200)
      let text = String(decoding: response.body + (try response.rest?.all() ?? []), as: UTF8.self)
      let documents = try index.documents(selection, 0..<selection.count)
      #expect(text == format.writer.file(documents))
    }
  }

  @Test func `an export for spreadsheets marks formulas`() throws {
    let index = try index()
    let selection = try index.select(SearchRequest(""))
    let response = try SeedService.get("/export?to=csv&spreadsheet_safe=true")
    let documents = try index.documents(selection, 0..<selection.count)
    #expect(
      String(decoding: response.body, as: UTF8.self)
        == ExportFormat.csv.writer(marksFormulas: true).file(documents))
  }

  @Test(arguments: ExportFormat.allCases.filter { $0 != .csv })
  func `a format without cells is the same for spreadsheets`(format: ExportFormat) throws {
    let target = "/export?id=peers-hcv-2023&to=\(format.rawValue)"
    let response = try SeedService.get(target + "&spreadsheet_safe=true")
    #expect(response.status == 200)
    #expect(try response.body == SeedService.get(target).body)
  }

  @Test(arguments: [
    ("/export?to=word", "bad_value"), ("/export?id=nobody", "no_such_document"),
    ("/export?id=peers-hcv-2023&q=peer", "bad_value"), ("/export?offset=1", "unknown_parameter"),
    ("/export?to=csv&spreadsheet_safe=yes", "bad_value"),
    ("/export?selected=true", "missing_parameter"),
    ("/export?selected=true&q=peer", "missing_parameter"),
  ])
  func `invalid exports are errors`(target: String, code: String) throws {
    #expect(try SeedService.get(target).code == code)
  }

  @Test(arguments: [
    ("/search?q=peer&year=2024..2015", "Write the lower number first: 2015..2024."),
    ("/search?q=peer&year=20a", "Use 2018, 2015..2024, 2015.., ..2024 or none."),
    ("/search?q=1+peer%0A2+lay&line=7", "Choose a line from 1 to 2."),
    ("/search?q=peer&line=7", "The query is a single search; number the lines of a strategy."),
  ])
  func `the problem and its fix are separate`(target: String, hint: String) throws {
    let error = try SeedService.get(target).json["error"]
    #expect(error?["hint"] == .string(hint))
    guard case .string(let message)? = error?["message"] else {
      Issue.record("no message")
      return
    }
    #expect(!message.contains(hint))
  }

  @Test func `a server that can answer is ready`() throws {
    let response = try SeedService.get("/ready")
    #expect(response.status == 200)
    #expect(try response.json["status"] == "ready")
  }

  @Test func `metrics are what Prometheus reads`() throws {
    let response = try SeedService.get("/metrics")
    #expect(response["content-type"] == "text/plain; version=0.0.4")
    let lines = String(decoding: response.body, as: UTF8.self).split(separator: "\n")
    for line in lines where !line.hasPrefix("#") {
      let parts = line.split(separator: " ")
      #expect(parts.count == 2 && Double(parts[1]) != nil, "\(line)")
    }
    #expect(lines.contains("peerlit_index_documents 5"))
    #expect(lines.contains("peerlit_index_editions 1"))
  }
}
