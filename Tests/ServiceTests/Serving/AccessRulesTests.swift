import Service
import Testing

struct AccessRulesTests {
  static func rules(
    host: String = "127.0.0.1", token: String? = nil, origins: [String] = []
  ) -> AccessRules {
    var configuration = ServiceConfiguration()
    configuration.address = .port(host: host, 7700)
    configuration.token = token
    configuration.origins = origins
    return AccessRules(configuration)
  }

  func code(_ rules: AccessRules, _ headers: [String: String]) -> String? {
    rules.refusal(of: ServiceRequest("GET", "/search", headers: headers))?.code.rawValue
  }

  @Test(arguments: [
    ("127.0.0.1:7700", true), ("127.0.0.1", true), ("localhost:1", true), ("LOCALHOST", true),
    ("127.1.2.3", true), ("[::1]:7700", true), ("[::1]", true), ("", false),
    ("example.org", false), ("example.org:7700", false), ("127.0.0.1.example.org", false),
    ("localhost.example.org", false), ("127.0.0.1:80:80", false), ("[::1", false),
    ("128.0.0.1", false), ("127.0.0.256", false), ("localhost:x", false), ("0.0.0.0", false),
    ("localhost:", false), ("localhost:65536", false), ("localhost:+80", false),
    ("localhost:١", false), ("127.+0.0.1", false), ("127.0.0.١", false), ("127.0.0.1.", false),
    ("127.0.1", false), ("[::1]7700", false), ("localhost:65535", true),
  ])
  func `names of other machines are refused`(host: String, isLocal: Bool) {
    #expect(code(Self.rules(), ["host": host]) == (isLocal ? nil : "forbidden_host"))
  }

  @Test(arguments: [
    ("http://127.0.0.1:7700", true), ("http://example.org", false), ("null", false),
    ("http://127.0.0.1:80", false), ("https://127.0.0.1:80", false), ("https://ok.org", true),
    ("https://ok.org.evil.org", false),
    // A proxy that adds TLS.
    ("https://127.0.0.1:7700", true), ("ftp://127.0.0.1:7700", false),
  ])
  func `pages of other sites are refused`(origin: String, isAllowed: Bool) {
    let rules = Self.rules(origins: ["https://ok.org"])
    let found = code(rules, ["host": "127.0.0.1:7700", "origin": origin])
    #expect(found == (isAllowed ? nil : "forbidden_origin"))
  }

  /// A proxy may change `Host`; what the browser says about the origin stays.
  @Test(
    arguments: [
      ("same-origin", nil), ("same-site", "forbidden_origin"), ("cross-site", "forbidden_origin"),
      ("none", "forbidden_origin"), (nil, "forbidden_origin"),
    ] as [(String?, String?)])
  func `pages of the server may post through a proxy`(site: String?, refusal: String?) {
    var configuration = ServiceConfiguration()
    configuration.address = .socket(path: "/run/peerlit.socket")
    var headers = ["host": "localhost", "origin": "https://library.example"]
    headers["sec-fetch-site"] = site
    #expect(code(Self.rules(), headers) == refusal)
    #expect(code(AccessRules(configuration), headers) == refusal)
  }

  @Test func `no header of a browser makes another host one of this machine`() {
    let headers = [
      "host": "evil.example", "origin": "http://evil.example", "sec-fetch-site": "same-origin",
    ]
    #expect(code(Self.rules(), headers) == "forbidden_host")
  }

  @Test(arguments: [
    ("cross-site", "no-cors", false), ("cross-site", "navigate", true),
    ("same-origin", "cors", true), ("none", "navigate", true),
  ])
  func `requests that a browser marks as cross-site are refused`(
    site: String, mode: String, isAllowed: Bool
  ) {
    let headers = ["host": "localhost", "sec-fetch-site": site, "sec-fetch-mode": mode]
    #expect(code(Self.rules(), headers) == (isAllowed ? nil : "forbidden_origin"))
  }

  @Test(arguments: [
    ("GET", "document", true), ("GET", nil, true), ("GET", "iframe", false),
    ("GET", "frame", false), ("GET", "object", false), ("GET", "embed", false), ("GET", "", false),
    ("POST", "document", false), ("POST", nil, false), ("HEAD", "document", false),
    ("OPTIONS", nil, false),
  ])
  func `only links to pages are followed from other sites`(
    method: String, destination: String?, isAllowed: Bool
  ) {
    var headers = ["host": "localhost", "sec-fetch-site": "cross-site"]
    headers["sec-fetch-mode"] = "navigate"
    headers["sec-fetch-dest"] = destination
    let request = ServiceRequest(method, "/search-strategy", headers: headers)
    #expect(
      Self.rules().refusal(of: request)?.code.rawValue
        == (isAllowed ? nil : "forbidden_origin"))
    // A page of the server may do all of this.
    headers["sec-fetch-site"] = "same-origin"
    #expect(
      Self.rules().refusal(of: ServiceRequest(method, "/search-strategy", headers: headers)) == nil)
  }

  @Test(arguments: [
    ("Bearer secret", true), ("bearer secret", true), ("Bearer Secret", false), ("Bearer ", false),
    ("secret", false), ("Basic secret", false), ("Bearer secrets", false), ("Bearer secre", false),
    ("", false),
  ])
  func `a token is asked for`(header: String, isAllowed: Bool) {
    let rules = Self.rules(host: "0.0.0.0", token: "secret")
    let found = code(rules, ["host": "example.org", "authorization": header])
    #expect(found == (isAllowed ? nil : "unauthorized"))
    #expect(rules.refusal(of: ServiceRequest("GET", "/health")) == nil)
  }

  @Test func `only named sites may read answers`() {
    let rules = Self.rules(origins: ["https://ok.org"])
    func allowed(_ origin: String) -> String? {
      rules.sharing(ServiceRequest("GET", "/search", headers: ["origin": origin]))
        .first { $0.name == "access-control-allow-origin" }?.value
    }
    #expect(allowed("https://ok.org") == "https://ok.org")
    #expect(allowed("https://evil.org") == nil)
    #expect(Self.rules().sharing(ServiceRequest("GET", "/")).isEmpty)
    let preflight = ServiceRequest(
      "OPTIONS", "/search",
      headers: ["origin": "https://ok.org", "access-control-request-method": "POST"])
    #expect(rules.preflight(preflight)?.status == 204)
    #expect(Self.rules().preflight(preflight) == nil)
  }

  @Test func `a named site may read and send every header that the documentation names`() {
    let rules = Self.rules(origins: ["https://ok.org"])
    let headers = ["origin": "https://ok.org", "access-control-request-method": "POST"]
    let shared = rules.sharing(ServiceRequest("GET", "/documents", headers: headers))
      .first { $0.name == "access-control-expose-headers" }?.value
    #expect(shared == "Content-Disposition, ETag, Link, Retry-After, X-Request-Id")
    #expect(
      rules.preflight(ServiceRequest("OPTIONS", "/search", headers: headers))?[
        "access-control-allow-headers"]
        == "Authorization, Content-Type, If-None-Match, MCP-Protocol-Version, Prefer, X-Request-Id")
  }
}
