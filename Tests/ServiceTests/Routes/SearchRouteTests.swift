import Answers
import Foundation
import Query
import Retrieval
import Service
import Testing

struct SearchRouteTests {
  @Test func `GET and POST answer as the index does`() throws {
    let get = try SeedService.get("/search?q=role+clarity+HCV&limit=3")
    let post = try SeedService.respond(
      to: ServiceRequest(
        "POST", "/search", headers: ["content-type": "application/json"],
        body: Array(#"{"q":"role clarity HCV","limit":3}"#.utf8)))
    var request = SearchRequest("role clarity HCV")
    request.limit = 3
    let responder = try SeedService.responder.get()
    var expected = try responder.context.index.current().index.search(request)
    for response in [get, post] {
      #expect(response.status == 200)
      let answer = try JSONDecoder().decode(SearchResponse.self, from: Data(response.body))
      expected.tookUs = answer.tookUs
      #expect(answer == expected)
    }
  }

  @Test(arguments: ["/search", "/search?q=", "/search?q=+"])
  func `a search needs a query or a filter`(path: String) throws {
    let response = try SeedService.get(path)
    #expect(response.status == 400)
    #expect(response.code == "missing_parameter")
    #expect(try SeedService.get("/search?q=&method=qualitative").status == 200)
  }

  @Test(arguments: [
    (
      "/search?min_sample=21",
      "3 more documents match, but do not state a sample size (include_unknown=true)."
    ),
    (
      "/search?q=peer&year=1900..1901&method=survey",
      "without method=cross-sectional, year=1900..1901"
    ),
  ])
  func `notes name the parameters of requests`(path: String, note: String) throws {
    let response = try SeedService.get(path)
    let answer = try JSONDecoder().decode(SearchResponse.self, from: Data(response.body))
    let notes = answer.query.notes.map(\.statement).joined(separator: "\n")
    #expect(notes.contains(note), "\(notes)")
    #expect(!notes.contains("--"))
  }

  @Test(arguments: [
    ("POST", "notes=options", "(--include-unknown)"),
    ("POST", "respond-async, notes=options", "(--include-unknown)"),
    ("POST", "notes=parameters", "(include_unknown=true)"),
    ("GET", "notes=options", "(include_unknown=true)"),
  ])
  func `a client may prefer notes that name options`(
    method: String, preference: String, expected: String
  ) throws {
    var request = ServiceRequest(method, method == "GET" ? "/search?min_sample=21" : "/search")
    request.headers["prefer"] = preference
    if method == "POST" {
      request.headers["content-type"] = "application/json"
      request.body = Array(#"{"min_sample":21}"#.utf8)
    }
    let body = String(decoding: try SeedService.respond(to: request).body, as: UTF8.self)
    #expect(body.contains(expected), "\(body)")
  }
}
