import Service
import Testing

struct LoginTests {
  private static let address = ServiceConfiguration.Address.port(host: "0.0.0.0", 7700)

  private let clock: TestClock
  private let logins: Logins

  init() {
    let clock = TestClock()
    self.clock = clock
    logins = Logins(token: "secret", address: Self.address, now: { clock.now })
  }

  private var configuration: ServiceConfiguration {
    var configuration = ServiceConfiguration()
    configuration.address = Self.address
    configuration.token = "secret"
    configuration.logins = logins
    return configuration
  }

  private func responder() throws -> Responder {
    let context = try SeedService.responder.get().context
    return Responder(ServiceContext(index: context.index, version: "0", logins: logins))
  }

  private func login(_ body: String) throws -> ServiceResponse {
    try responder().respond(
      to: ServiceRequest(
        "POST", "/login", headers: ["content-type": "application/x-www-form-urlencoded"],
        body: Array(body.utf8)))
  }

  private func answer(_ target: String, _ headers: [String: String] = [:]) -> ServiceResponse? {
    RequestGuard(configuration).answer(to: ServiceRequest("GET", target, headers: headers))
  }

  private static let browser = ["accept": "text/html,*/*;q=0.8"]

  @Test func `a browser without a login gets the login page, a program an error`() throws {
    let page = try #require(answer("/?q=peer", Self.browser))
    #expect(page.status == 401)
    #expect(page["content-type"] == "text/html; charset=utf-8")
    let html = String(decoding: page.body, as: UTF8.self)
    #expect(html.contains("<h1>Log in</h1>") && html.contains("name=\"next\" value=\"/?q=peer\""))
    #expect(!html.contains("secret"))
    #expect(answer("/search?q=peer")?["content-type"] == "application/json")
  }

  @Test func `a form that is sent without a login leads to the login page`() throws {
    let request = ServiceRequest("POST", "/search-strategy", headers: Self.browser)
    let page = try #require(RequestGuard(configuration).answer(to: request))
    #expect(page.status == 401)
    let html = String(decoding: page.body, as: UTF8.self)
    #expect(html.contains("name=\"next\" value=\"/\""))
  }

  @Test(arguments: ["/login", "/assets/page.css", "/health", "/v1/health"])
  func `everything that the login page needs is public`(target: String) {
    #expect(answer(target, Self.browser) == nil)
  }

  @Test func `the right token gives a cookie that lets requests pass`() throws {
    let response = try login("token=secret&next=%2F%3Fq%3Dpeer")
    #expect(response.status == 303)
    #expect(response["location"] == "/?q=peer")
    let cookie = try #require(response["set-cookie"])
    #expect(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax"))
    #expect(!cookie.contains("secret"))
    let pair = String(cookie.prefix { $0 != ";" })
    #expect(answer("/?q=peer", ["cookie": "a=b; \(pair); c=d"]) == nil)
    #expect(answer("/search?q=peer", ["cookie": pair]) == nil)
    #expect(answer("/search?q=peer", ["cookie": pair + "x"])?.status == 401)
    #expect(answer("/search?q=peer", ["cookie": "peerlit-login-7700="])?.status == 401)
    #expect(answer("/search?q=peer", ["cookie": "peerlit-login-7700=secret"])?.status == 401)
    let other = try login("token=secret")["set-cookie"]
    #expect(other != cookie)
    let out = try responder().respond(
      to: ServiceRequest(
        "POST", "/logout",
        headers: ["content-type": "application/x-www-form-urlencoded", "cookie": pair]))
    #expect(out["set-cookie"]?.contains("Max-Age=0") == true)
    #expect(answer("/search?q=peer", ["cookie": pair])?.status == 401)
  }

  private func loginPair() throws -> String {
    let cookie = try #require(try login("token=secret")["set-cookie"])
    return String(cookie.prefix { $0 != ";" })
  }

  @Test func `a login ends after 30 days, even if the browser keeps the cookie`() throws {
    let first = try loginPair()
    clock.move(.seconds(29 * 24 * 3600))
    let second = try loginPair()
    #expect(answer("/search?q=peer", ["cookie": first]) == nil)
    clock.move(.seconds(24 * 3600))
    #expect(answer("/search?q=peer", ["cookie": first])?.status == 401)
    #expect(answer("/search?q=peer", ["cookie": second]) == nil)
  }

  @Test func `cookies that others have set do not log a browser out`() throws {
    let pair = try loginPair()
    let wrong = "peerlit-login-7700=" + String(repeating: "a", count: 64)
    for cookies in [
      "peerlit-login-7700=aaa; \(pair)", "\(wrong); \(pair)", "\(pair); \(wrong)",
      "peerlit-login-7700; \(wrong);;\(pair)",
    ] { #expect(answer("/search?q=peer", ["cookie": cookies]) == nil, "\(cookies)") }
    #expect(answer("/search?q=peer", ["cookie": "\(wrong); \(wrong)"])?.status == 401)
    let out = try responder().respond(
      to: ServiceRequest(
        "POST", "/logout",
        headers: [
          "content-type": "application/x-www-form-urlencoded", "cookie": "\(wrong); \(pair)",
        ]))
    #expect(out.status == 303)
    #expect(answer("/search?q=peer", ["cookie": pair])?.status == 401)
  }

  @Test(arguments: [
    (ServiceConfiguration.Address.port(host: "0.0.0.0", 7700), "peerlit-login-7700="),
    (ServiceConfiguration.Address.port(host: "127.0.0.1", 80), "peerlit-login-80="),
    (ServiceConfiguration.Address.socket(path: "/s"), "peerlit-login="),
  ])
  func `servers at different ports have different cookies`(
    address: ServiceConfiguration.Address, start: String
  ) throws {
    let context = try SeedService.responder.get().context
    let responder = Responder(
      ServiceContext(
        index: context.index, version: "0", logins: Logins(token: "secret", address: address)))
    let response = responder.respond(
      to: ServiceRequest(
        "POST", "/login", headers: ["content-type": "application/x-www-form-urlencoded"],
        body: Array("token=secret".utf8)))
    #expect(response["set-cookie"]?.hasPrefix(start) == true)
  }

  @Test(arguments: [
    "/", "/?q=peer", "/document/peers-hcv-2023", "/evidence-map", "/help", "/about",
  ])
  func `who has logged in can log out on every page`(target: String) throws {
    func page(_ headers: [String: String]) throws -> String {
      let request = ServiceRequest("GET", target, headers: headers)
      return String(decoding: try responder().respond(to: request).body, as: UTF8.self)
    }
    let form = "<form method=\"post\" action=\"/logout\">"
    let cookie = try #require(try login("token=secret")["set-cookie"])
    #expect(try page(["cookie": String(cookie.prefix { $0 != ";" })]).contains(form))
    #expect(try !page(["authorization": "Bearer secret"]).contains(form))
  }

  @Test func `a server with a token has a login page`() throws {
    let cookie = try #require(try login("token=secret")["set-cookie"])
    let response = try responder().respond(
      to: ServiceRequest(
        "GET", "/login?next=/about", headers: ["cookie": String(cookie.prefix { $0 != ";" })]))
    #expect(response.status == 200)
    #expect(response["content-security-policy"] == PageAssets.policy)
    let html = String(decoding: response.body, as: UTF8.self)
    #expect(html.contains("name=\"next\" value=\"/about\""))
    #expect(!html.contains("Log out"))
  }

  @Test(arguments: [("/login", "/"), ("/login?next=/about", "/about"), ("/login?next=//a.b", "/")])
  func `a server without a token has none`(target: String, location: String) throws {
    let response = try SeedService.get(target)
    #expect(response.status == 303)
    #expect(response["location"] == location)
    #expect(response.body.isEmpty)
  }

  @Test(arguments: ["token=wrong", "token=", "", "token=secre", "token=secrets"])
  func `a wrong token is refused`(body: String) throws {
    let response = try login(body)
    #expect(response.status == 401)
    #expect(response["set-cookie"] == nil)
    #expect(String(decoding: response.body, as: UTF8.self).contains("The token is wrong."))
  }

  @Test func `the login page asks to wait after many wrong tokens`() throws {
    for _ in 0..<10 { #expect(try login("token=wrong").status == 401) }
    let refused = try login("token=secret")
    #expect(refused.status == 429)
    #expect(refused["retry-after"] == "1")
    #expect(refused["set-cookie"] == nil)
    let page = String(decoding: refused.body, as: UTF8.self)
    #expect(page.contains("Too many wrong tokens came from this address."))
    #expect(page.contains("<h1>Log in</h1>"))
    clock.move(.seconds(1))
    let cookie = try #require(try login("token=secret")["set-cookie"])
    // Who has logged in is not refused.
    for _ in 0..<20 { _ = try login("token=wrong") }
    let pair = String(cookie.prefix { $0 != ";" })
    #expect(answer("/search?q=peer", ["cookie": pair]) == nil)
  }

  @Test(arguments: [
    "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/login",
    "/login?next=/", "/a b", "/%0d%0aset-cookie:x=y".replacing("%0d%0a", with: "\r\n"),
  ])
  func `a login redirects only within this server`(next: String) throws {
    let response = try login("token=secret&next=" + QueryString.encoded(next))
    #expect(response["location"] == "/")
  }

  @Test func `a page of another site can't log a browser in`() {
    let request = ServiceRequest(
      "POST", "/login", headers: ["host": "10.0.0.1:7700", "origin": "https://evil.example"])
    #expect(RequestGuard(configuration).answer(to: request)?.code == "forbidden_origin")
  }
}
