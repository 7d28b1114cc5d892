import Service
import Testing

struct RequestGuardTests {
  let requestGuard = RequestGuard(ServiceConfiguration())

  func request(_ target: String, _ headers: [String: String] = [:]) -> ServiceRequest {
    ServiceRequest(
      "GET", target, headers: headers.merging(["host": "localhost"], uniquingKeysWith: { $1 }))
  }

  @Test(arguments: [(16 << 10, nil), ((16 << 10) + 1, "address_too_long")])
  func `long addresses are refused`(length: Int, code: String?) {
    let target = "/search?" + String(repeating: "a", count: length - 7)
    #expect(requestGuard.answer(to: request(target))?.code == code)
  }

  @Test func `a page of another site can't post a strategy`() {
    func answer(_ origin: String, accept: String = "*/*") -> ServiceResponse? {
      requestGuard.answer(
        to: ServiceRequest(
          "POST", "/search-strategy",
          headers: ["host": "localhost:7700", "origin": origin, "accept": accept]))
    }
    #expect(answer("http://localhost:7700") == nil)
    #expect(answer("https://localhost:7700") == nil)
    #expect(answer("https://evil.example")?.code == "forbidden_origin")
    let page = answer("https://evil.example", accept: "text/html")
    #expect(page?.status == 403)
    #expect(page?["content-type"] == "text/html; charset=utf-8")
  }

  @Test(arguments: ["/", "/evidence-map", "/document/peers-hcv-2023"])
  func `a browser is led to the page for long strategies`(path: String) throws {
    let target = path + "?q=" + String(repeating: "a", count: 16 << 10)
    let page = try #require(requestGuard.answer(to: request(target, ["accept": "text/html"])))
    #expect(page.status == 414)
    #expect(
      String(decoding: page.body, as: UTF8.self).contains(
        "<a href=\"/search-strategy\">Paste a long search or strategy</a>"))
    #expect(requestGuard.answer(to: request(target))?.code == "address_too_long")
  }

  @Test(arguments: [
    ("0", nil), ("1048576", nil), ("1048577", "body_too_large"), ("x", "body_too_large"),
    ("99999999999999999999", "body_too_large"),
  ])
  func `large bodies are refused before they come`(length: String, code: String?) {
    #expect(requestGuard.answer(to: request("/", ["content-length": length]))?.code == code)
  }

  @Test func `a browser that sends a large body is told what to do`() throws {
    let headers = ["content-length": "1048577", "accept": "text/html"]
    let page = try #require(requestGuard.answer(to: request("/", headers)))
    #expect(page.status == 413)
    let html = String(decoding: page.body, as: UTF8.self)
    #expect(html.contains("so it was neither read nor kept."))
    #expect(html.contains("peerlit search --strategy FILE"))
    let closed = requestGuard.addingStandardHeaders(to: page, for: request("/"), id: "x")
    #expect(closed["connection"] == "close")
  }

  @Test func `a preflight needs no token`() {
    var configuration = ServiceConfiguration()
    configuration.token = "secret"
    configuration.origins = ["https://ok.org"]
    let asked = ServiceRequest(
      "OPTIONS", "/search",
      headers: [
        "host": "localhost", "origin": "https://ok.org", "access-control-request-method": "GET",
      ])
    #expect(RequestGuard(configuration).answer(to: asked)?.status == 204)
    configuration.origins = []
    #expect(RequestGuard(configuration).answer(to: asked)?.status == 403)
  }

  @Test func `every answer is guarded`() {
    let plain = requestGuard.addingStandardHeaders(to: .json(["a": 1]), for: request("/"), id: "x")
    #expect(plain["x-request-id"] == "x")
    #expect(plain["x-content-type-options"] == "nosniff")
    #expect(plain["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'")
    #expect(plain["cache-control"] == "no-store")
    #expect(plain["access-control-allow-origin"] == nil)
    let own = ServiceResponse(headers: [("cache-control", "no-cache")])
    #expect(
      requestGuard.addingStandardHeaders(to: own, for: request("/"), id: "x")["cache-control"]
        == "no-cache")
    // A browser would show a cached page under the policy of the response that revalidates it.
    let same = ServiceResponse(status: 304, headers: [("etag", "x")])
    #expect(
      requestGuard.addingStandardHeaders(to: same, for: request("/"), id: "x")[
        "content-security-policy"] == nil)
    #expect(
      requestGuard.addingStandardHeaders(to: same, for: request("/"), id: "x")["cache-control"]
        == nil)
    let large = ServiceResponse.failure(ServiceError(.bodyTooLarge, ""))
    #expect(
      requestGuard.addingStandardHeaders(to: large, for: request("/"), id: "x")["connection"]
        == "close")
  }

  @Test(arguments: [
    ("abc-1_2.3", true), ("", false), ("a b", false), ("a\nb", false), ("é", false),
    (String(repeating: "a", count: 65), false),
  ])
  func `plain request ids are kept`(brought: String, isKept: Bool) {
    let id = RequestID.of(request("/", ["x-request-id": brought]))
    #expect((id == brought) == isKept)
    if !isKept { #expect(id.count == 16) }
  }
}
