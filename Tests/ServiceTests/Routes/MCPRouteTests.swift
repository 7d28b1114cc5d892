import Testing

import Service

struct MCPRouteTests {
  private static let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#

  private func post(
    _ text: String, _ headers: [String: String] = [:], target: String = "/mcp"
  ) throws -> ServiceResponse {
    try SeedService.respond(
      to: ServiceRequest(
        "POST", target,
        headers: ["content-type": "application/json"].merging(headers) { $1 },
        body: Array(text.utf8)))
  }

  @Test func `a request is answered with JSON`() throws {
    for headers in [[:], ["mcp-protocol-version": "2025-06-18"]] {
      let response = try post(Self.ping, headers)
      #expect(response.status == 200)
      #expect(response["content-type"] == "application/json")
      #expect(response["etag"] == nil)
      #expect(try response.json == ["id": 1, "jsonrpc": "2.0", "result": [:]])
    }
  }

  @Test func `messages that need no answer are accepted`() throws {
    for text in [
      #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
      #"{"jsonrpc":"2.0","id":1,"result":{}}"#,
    ] {
      let response = try post(text)
      #expect(response.status == 202)
      #expect(response.body.isEmpty)
    }
  }

  @Test(arguments: ["GET", "DELETE", "PUT", "HEAD"])
  func `other methods are not allowed`(method: String) throws {
    let response = try SeedService.respond(to: ServiceRequest(method, "/mcp"))
    #expect(response.status == 405)
    #expect(response["allow"] == "POST")
  }

  @Test(arguments: [
    ("2025-06-18", 200), ("2025-03-26", 200), ("2024-11-05", 200), ("2099-01-01", 400), ("", 400),
    ("2025-06-18, 2025-06-18", 400),
  ])
  func `the revision is checked`(version: String, status: Int) throws {
    #expect(try post(Self.ping, ["mcp-protocol-version": version]).status == status)
  }

  @Test(arguments: [
    ("{", 400, -32700), ("{}", 400, -32600), ("", 400, -32700), ("[\(ping)]", 400, -32600),
    (#"{"jsonrpc":"2.0","id":1,"method":"nothing"}"#, 200, -32601),
  ])
  func `errors`(text: String, status: Int, code: Int) throws {
    let response = try post(text)
    #expect(response.status == status)
    #expect(try response.json["error"]?["code"] == .integer(code))
  }

  @Test func `a batch is accepted in the revision that has batches`() throws {
    let response = try post("[\(Self.ping)]", ["mcp-protocol-version": "2025-03-26"])
    #expect(response.status == 200)
    #expect(try response.json == [["id": 1, "jsonrpc": "2.0", "result": [:]]])
  }

  @Test func `anything but a message gets the service's own errors`() throws {
    #expect(try post(Self.ping, ["content-type": "text/plain"]).code == "unsupported_type")
    #expect(try post(Self.ping, target: "/mcp?x=1").code == "unknown_parameter")
  }

  @Test(
    arguments: [
      (["host": "127.0.0.1:7700"], nil), (["host": "evil.example"], .forbiddenHost),
      (["host": "127.0.0.1:7700", "origin": "http://127.0.0.1:7700"], nil),
      (["host": "127.0.0.1:7700", "origin": "https://evil.example"], .forbiddenOrigin),
    ] as [([String: String], ServiceError.Code?)])
  func `pages of other sites may not ask`(headers: [String: String], code: ServiceError.Code?) {
    let request = ServiceRequest("POST", "/mcp", headers: headers)
    #expect(AccessRules(ServiceConfiguration()).refusal(of: request)?.code == code)
  }
}
