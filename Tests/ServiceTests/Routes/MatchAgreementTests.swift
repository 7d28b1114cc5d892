import Answers
import Foundation
import JSON
import Query
import Retrieval
import Service
import Testing

/// HTTP, the Model Context Protocol and the page find the same as a direct search of the index.
struct ServiceMatchAgreementTests {
  private static let queries = [
    "burnout", "peer", "role clarity HCV", "supervision AND (stress OR burnout)", "stigma -hiv",
    "counsel*", "“lived experience”", "trust method:qualitative", "training n:20..",
    "burnout OR method:qualitative", "(hiv OR year:2020..) AND peer",
    "NOT (hiv OR n:20..) AND peer",
  ]

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  private static func answer(_ target: String) throws -> SearchResponse {
    let response = try SeedService.get(target)
    #expect(response.status == 200, "\(target)")
    return try JSONDecoder().decode(SearchResponse.self, from: Data(response.body))
  }

  @Test(
    arguments: queries,
    [
      "", "&method=qualitative", "&method=-qualitative", "&year=2015..&include_unknown=true",
    ])
  func `every interface finds the same documents`(query: String, filter: String) throws {
    let target = "q=\(Self.encoded(query))\(filter)"
    var found: [String: Set<String>] = [:]
    var counts: [String: Int] = [:]
    for unit in ["passage", "document"] {
      for sort in ["relevance", "year", "sample-size"] {
        let answer = try Self.answer(
          "/search?\(target)&unit=\(unit)&sort=\(sort)&limit=1000&count=true")
        found["search \(unit) \(sort)"] = Set(answer.hits.map(\.document.id))
        counts["search \(unit) \(sort)"] = answer.total.documents
        let counted = try Self.answer("/search?\(target)&unit=\(unit)&limit=0&facets=true")
        counts["facets of search \(unit)"] = counted.total.documents
      }
      let mcp = try Self.mcp(query, filter, unit)
      found["mcp \(unit)"] = mcp.ids
      counts["mcp \(unit)"] = mcp.documents
    }
    let records = String(
      decoding: try SeedService.get("/export?to=csl-json&\(target)").body, as: UTF8.self)
    found["export"] = try Self.ids(records)
    counts["facets"] = try Self.number("/facets?\(target)", "documents")
    counts["map"] = try Self.number("/map?\(target)", "documents")
    let expected = try #require(found["search document relevance"])
    for (name, ids) in found { #expect(ids == expected, "\(target): \(name)") }
    for (name, count) in counts { #expect(count == expected.count, "\(target): \(name)") }
  }

  private static func ids(_ records: String) throws -> Set<String> {
    guard case .array(let items) = try JSONValue(records.utf8) else { return [] }
    return Set(items.compactMap { if case .string(let id)? = $0["id"] { id } else { nil } })
  }

  private static func number(_ target: String, _ member: String) throws -> Int? {
    guard case .integer(let value)? = try SeedService.get(target).json[member] else { return nil }
    return value
  }

  private static func mcp(
    _ query: String, _ filter: String, _ unit: String
  ) throws -> (ids: Set<String>, documents: Int?) {
    var arguments: [String: JSONValue] = [
      "q": .string(query), "unit": .string(unit), "limit": 1000, "count": true,
    ]
    if filter.contains("method") {
      arguments["method"] = [filter.contains("-") ? "-qualitative" : "qualitative"]
    }
    if filter.contains("year") {
      arguments["year"] = "2015.."
      arguments["include_unknown"] = true
    }
    let message: JSONValue = [
      "jsonrpc": "2.0", "id": 1, "method": "tools/call",
      "params": ["name": "search", "arguments": .object(arguments)],
    ]
    let text = String(decoding: message.encoded, as: UTF8.self)
    let answer = try #require(try MCPSessionTests.answer(text)?["result"]?["structuredContent"])
    guard case .array(let results)? = answer["results"],
      case .integer(let documents)? = answer["total"]?["documents"]
    else { return ([], nil) }
    let ids = results.compactMap { if case .string(let id)? = $0["id"] { id } else { nil } }
    return (Set(ids), documents)
  }
}
