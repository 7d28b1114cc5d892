import JSON
import Testing

import Service

struct DocumentsRouteTests {
  private func ids(_ json: JSONValue) -> [JSONValue] {
    guard case .array(let documents)? = json["documents"] else { return [] }
    return documents.compactMap { $0["id"] }
  }

  @Test func `documents are listed in pages`() throws {
    let whole = try SeedService.get("/documents").json
    #expect(whole["total"] == 5)
    #expect(ids(whole).count == 5)
    var (read, target, pages) = ([JSONValue](), "/documents?limit=2", 0)
    while pages < 10 {
      let page = try SeedService.get(target)
      read += ids(try page.json)
      pages += 1
      guard let link = page["link"] else { break }
      #expect(link.hasSuffix(">; rel=\"next\""))
      target = String(link.dropFirst().prefix { $0 != ">" })
    }
    #expect(pages == 3)
    #expect(read == ids(whole))
  }

  @Test(arguments: [
    ("/documents/ID", "Use the id of a search result."),
    ("/documents/ID/similar", "Use the id of a search result."),
    ("/export?id=ID&to=ris", "Use the id of a search result."),
    ("/document/ID", "Search for its title."),
  ])
  func `an unknown id is answered with similar ones`(target: String, other: String) throws {
    for (id, hint) in [
      ("peers-hcv-2032", "Did you mean “peers-hcv-2023”?"), ("11975819", other),
    ] {
      let response = try SeedService.get(target.replacing("ID", with: id))
      #expect(response.status == 404)
      let text = String(decoding: response.body, as: UTF8.self)
      #expect(text.contains("There is no document with the id “\(id)”.") && text.contains(hint))
    }
  }

  @Test(arguments: [
    "/documents/10.1093/jpepsy/jsv068", "/v1/documents/10.1093/jpepsy/jsv068",
    "/documents/10.1093%2Fjpepsy/jsv068", "/documents/10.1093/jpepsy/jsv068/similar",
    "/document/10.1093/jpepsy/jsv068",
  ])
  func `a DOI may have its slashes as they are`(target: String) throws {
    let response = try SeedService.get(target)
    #expect(response.status == 404)
    let text = String(decoding: response.body, as: UTF8.self)
    #expect(text.contains("There is no document with the id “10.1093/jpepsy/jsv068”."))
  }

  @Test(arguments: [
    ("/documents/a/b", "Write a slash in an id as %2F; GET /openapi.json lists the routes."),
    ("/assets/10.1/page.css", "GET /openapi.json lists the routes."),
    ("/documents/", "GET /openapi.json lists the routes."),
  ])
  func `the slash of another id is written as a code`(target: String, hint: String) throws {
    let response = try SeedService.get(target)
    #expect(response.code == "no_such_route")
    #expect(try response.json["error"]?["hint"] == .string(hint))
  }

  @Test func `a list has the filters and orders of the command`() throws {
    let filtered = try SeedService.get("/documents?condition=hepatitis-c&sort=title").json
    #expect(filtered["total"] == 2)
    #expect(filtered["filters"] == ["condition": ["hepatitis-c"]])
    #expect(try SeedService.get("/documents?sort=size").code == "bad_value")
    #expect(try SeedService.get("/documents?limit=1001").code == "bad_value")
    let notes = try SeedService.get("/documents?min_sample=21").json["notes"]
    #expect(
      notes == ["3 more documents match, but do not state a sample size (include_unknown=true)."])
    #expect(ids(try SeedService.get("/documents?offset=99").json).isEmpty)
    #expect(try SeedService.get("/documents?offset=999999").json["total"] == 5)
    #expect(try SeedService.get("/documents?offset=99")["link"] == nil)
  }

  @Test(arguments: ["/search?q=peer&limit=0", "/health", "/documents/peers-hcv-2023", "/documents"])
  func `the path with the version answers the same`(target: String) throws {
    var answers = try [target, "/v1" + target].map { try SeedService.get($0) }
    #expect(answers.map(\.status) == [200, 200])
    for place in answers.indices {
      if case .object(var members) = try answers[place].json {
        members["took_us"] = nil
        answers[place].body = JSONValue.object(members).encoded
      }
    }
    #expect(try answers[0].json == answers[1].json)
  }

  @Test(arguments: [
    "/v1", "/v1/", "/v2/search?q=peer", "/v1/v1/search?q=peer", "/v1/assets/page.css",
  ])
  func `other versions and pages do not exist`(target: String) throws {
    #expect(try SeedService.get(target).code == "no_such_route")
  }

  @Test func `a query has two names`() throws {
    let short = try SeedService.get("/search?q=role+clarity").json
    #expect(try SeedService.get("/search?query=role+clarity").json["total"] == short["total"])
    #expect(try SeedService.get("/search?query=a&q=b").code == "bad_value")
    let body = Array(#"{"query":"role clarity"}"#.utf8)
    let posted = try SeedService.respond(
      to: ServiceRequest(
        "POST", "/v1/search", headers: ["content-type": "application/json"], body: body))
    #expect(try posted.json["total"] == short["total"])
    #expect(try SeedService.get("/suggest?query=hepat").status == 200)
  }
}
