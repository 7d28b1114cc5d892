import Foundation
import Query
import Retrieval
import Service
import Testing

struct ResponderTests {
  @Test(arguments: [
    ("GET", "/nowhere", 404, "no_such_route"), ("GET", "/search/", 404, "no_such_route"),
    ("GET", "//search", 404, "no_such_route"), ("GET", "", 404, "no_such_route"),
    ("PUT", "/search", 405, "method_not_allowed"), ("POST", "/health", 405, "method_not_allowed"),
    ("GET", "/search", 400, "missing_parameter"), ("GET", "/search?x=1", 400, "unknown_parameter"),
    ("GET", "/search?q=method:qualitativ", 400, "unknown_code"),
    ("GET", "/search?q=peer+AND+(", 400, "malformed_query"),
    ("GET", "/facets?q=peer+OR", 400, "malformed_query"),
    ("GET", "/search?q=(peer.ti.&syntax=ovid", 400, "malformed_query"),
    ("GET", "/search?q=peer&syntax=latin", 400, "bad_value"),
    ("GET", "/health?x=1", 400, "unknown_parameter"),
    ("GET", "/search?q=%zz", 400, "malformed_address"),
  ])
  func `errors have one shape`(method: String, target: String, status: Int, code: String) throws {
    let response = try SeedService.respond(to: ServiceRequest(method, target))
    #expect(response.status == status)
    #expect(response.code == code)
    #expect(response["content-type"] == "application/json")
    guard case .object(let members)? = try response.json["error"] else {
      Issue.record("no error")
      return
    }
    #expect(Set(members.keys) == ["code", "message", "hint", "position"])
  }

  @Test func `a route without a body refuses one`() throws {
    let response = try SeedService.respond(to: ServiceRequest("GET", "/health", body: [0x78]))
    #expect(response.status == 400)
    #expect(response.code == "malformed_request")
    #expect(try response.json["error"]?["message"] == "GET /health takes no body.")
  }

  @Test func `text after the JSON of a body is named`() throws {
    let response = try SeedService.respond(
      to: ServiceRequest(
        "POST", "/search", headers: ["content-type": "application/json"],
        body: Array(#"{"q":"peer"}x"#.utf8)))
    #expect(
      try response.json["error"]?["message"]
        == "Invalid JSON: expected the end of the JSON at byte 12.")
  }

  @Test func `an unknown parameter is answered with all names`() throws {
    guard case .string(let hint)? = try SeedService.get("/suggest?x=1").json["error"]?["hint"]
    else {
      Issue.record("no hint")
      return
    }
    #expect(hint == "The parameters are q (or query).")
  }

  @Test(arguments: ["method=", "method=cohort,", "method=,cohort", "method=cohort,,review"])
  func `a comma without a code is an error`(parameter: String) throws {
    let response = try SeedService.get("/search?q=peer&" + parameter)
    #expect(response.code == "unknown_code")
    #expect(try response.json["error"]?["message"] == "A code of method is missing.")
  }

  @Test func `an unknown code in the query has its place`() throws {
    let error = try SeedService.get("/search?q=peer+method:qualitativ").json["error"]
    #expect(error?["position"] == 12)
    #expect(error?["hint"] == "Did you mean “qualitative”?")
  }

  @Test func `a malformed query has its place and the fix`() throws {
    let error = try SeedService.get("/search?q=peer+AND+(a+OR+b").json["error"]
    #expect(error?["position"] == 9)
    #expect(error?["message"] == "Unmatched “(” at character 10.")
    #expect(error?["hint"] == "Add “)” where the group ends.")
    #expect(try SeedService.get("/search?q=peer+AND+(a+OR+b&plain=true").status == 200)
    #expect(try SeedService.get("/search?q=peer+(a+b").status == 200)
  }

  @Test func `a query that is not read in time is one that took too long`() {
    #expect(ServiceError(QueryError.tookTooLong) == ServiceError(IndexError.interrupted))
    #expect(ServiceError(QueryError.tookTooLong).code == .queryTimeout)
  }

  @Test func `a path reports which methods it allows`() throws {
    let response = try SeedService.respond(to: ServiceRequest("DELETE", "/search"))
    #expect(response["allow"] == "GET, HEAD, POST")
  }

  @Test func `an answer is kept until the index changes`() throws {
    let first = try SeedService.get("/search?q=peer")
    let tag = try #require(first["etag"])
    #expect(tag.hasPrefix("W/\""))
    let again = try SeedService.get("/search?q=peer", headers: ["if-none-match": "\"x\", " + tag])
    #expect(again.status == 304)
    #expect(again.body.isEmpty)
    #expect(again["cache-control"] == first["cache-control"])
    let other = try SeedService.get("/search?q=peer", headers: ["if-none-match": "\"x\""])
    #expect(other.status == 200)
  }

  @Test(arguments: ["/openapi.json", "/v1/openapi.json", "/help", "/search-strategy?q=peer"])
  func `what does not depend on the index is kept until the server starts again`(
    target: String
  ) throws {
    let first = try SeedService.get(target)
    let tag = try #require(first["etag"])
    #expect(first["cache-control"] == "no-cache")
    #expect(try SeedService.get(target, headers: ["if-none-match": tag]).status == 304)
    #expect(try SeedService.get(target, headers: ["if-none-match": "*"]).status == 304)
    let other = try SeedService.get("/help", headers: ["if-none-match": tag])
    #expect(other.status == (target == "/help" ? 304 : 200))
  }

  @Test(arguments: ["/health", "/ready", "/metrics", "/login"])
  func `what changes at any time has no tag`(target: String) throws {
    #expect(try SeedService.get(target)["etag"] == nil)
  }

  @Test(arguments: [
    ("/search?q=peer+", 200), ("/documents", 200), ("/documents/nope", 404),
    ("/documents/nope/similar", 404), ("/search?q=a+AND", 400), ("/search?q=peer&foo=1", 400),
    ("/export?to=xx", 400), ("/map?rows=nope", 400), ("/?q=a+AND", 400), ("/document/nope", 404),
  ])
  func `a tag of another answer hides no error`(target: String, status: Int) throws {
    let tag = try #require(try SeedService.get("/search?q=peer")["etag"])
    #expect(try SeedService.get(target, headers: ["if-none-match": tag]).status == status)
    let any = try SeedService.get(target, headers: ["if-none-match": "*"])
    #expect(any.status == (status == 200 ? 304 : status))
  }

  @Test(
    arguments: [
      (.overloaded, "1"), (.indexUnavailable, "1"), (.queryTimeout, nil), (.internalError, nil),
      (.bodyTimeout, nil),
    ] as [(ServiceError.Code, String?)])
  func `only a request that may succeed later is to be sent again`(
    code: ServiceError.Code, seconds: String?
  ) {
    #expect(ServiceResponse.failure(ServiceError(code, "No."))["retry-after"] == seconds)
  }

  @Test(arguments: [
    ("text/plain", "{}", 415, "unsupported_type"), ("application/json", "", 400, "malformed_body"),
    ("application/json", "[]", 400, "malformed_body"),
    ("application/json", "{", 400, "malformed_body"),
    ("application/json", #"{"q":"peer"}x"#, 400, "malformed_body"),
    ("application/json; charset=utf-8", "{}", 400, "missing_parameter"),
    ("application/json", #"{"q":"peer","limit":1,"q":"x"}"#, 400, "malformed_body"),
    ("application/json", #"{"q":"peer","x":1}"#, 400, "unknown_parameter"),
    ("application/json", #"{"q":"peer","limit":NaN}"#, 400, "malformed_body"),
    ("application/json", "{\"q\":\"a\tb\"}", 400, "malformed_body"),
    ("application/json", "{\"q\":\"a\nb\"}", 400, "malformed_body"),
    ("application/json", #"{"q":"\ud800"}"#, 400, "malformed_body"),
    ("application/json; charset=latin1", #"{"q":"peer"}"#, 415, "unsupported_type"),
    ("application/json; Charset=\"UTF-16\"", #"{"q":"peer"}"#, 415, "unsupported_type"),
    ("application/json; charset=\"UTF-8\"", "{}", 400, "missing_parameter"),
    ("application/json;charset=us-ascii; v=1", "{}", 400, "missing_parameter"),
  ])
  func `bodies are checked`(type: String, body: String, status: Int, code: String) throws {
    let response = try SeedService.respond(
      to: ServiceRequest(
        "POST", "/search", headers: ["content-type": type], body: Array(body.utf8)))
    #expect(response.status == status)
    #expect(response.code == code)
  }

  @Test(arguments: [
    (nil, "{\"q\":\"peer\"}", 200, ""), ("", "{\"q\":\"peer\"}", 200, ""),
    ("identity", "{\"q\":\"peer\"}", 200, ""),
    ("gzip", "{\"q\":\"peer\"}", 415, "unsupported_type"),
    (nil, "{\"q\":\"\u{FF}\"}", 400, "malformed_body"),
  ])
  func `bodies are UTF-8 without compression`(
    encoding: String?, body: String, status: Int, code: String
  ) throws {
    var headers = ["content-type": "application/json"]
    headers["content-encoding"] = encoding
    // Each character is one byte, as in Latin-1.
    let bytes = body.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let response = try SeedService.respond(
      to: ServiceRequest("POST", "/search", headers: headers, body: bytes))
    #expect(response.status == status)
    #expect(response.code ?? "" == code)
  }
}
