import Foundation
import JSON
import Query
import Retrieval
import Service
import Synchronization
import TestSupport
import Testing

/// The server over real connections.
@Suite(.serialized) struct ServerTests {
  static let close = "Host: localhost\r\nConnection: close\r\n\r\n"

  @Test func `a port and a socket answer as the index does`() async throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let path = temporary.path + "/s"
    var request = SearchRequest("role clarity HCV")
    request.limit = 3
    request.filter.condition.wanted = ["hepatitis-c"]
    let index = try SeedService.responder.get().context.index.current().index
    var expected = try index.search(request)
    let asked = request
    for address in [ServiceConfiguration.Address.port(host: "127.0.0.1", 0), .socket(path: path)] {
      let (answer, mode) = try await RunningServer.ask({ $0.address = address }) { address in
        let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        return (try ServiceClient(address).search(asked), mode as? Int)
      }
      expected.tookUs = answer.tookUs
      #expect(answer == expected)
      if case .socket = address { #expect(mode == 0o600) }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a server takes every filter that options can set`() async throws {
    var request = SearchRequest("peer")
    request.filter.year.add(NumberRange(from: 2013, to: 2013))
    request.filter.year.add(NumberRange(from: 2020, to: 2024))
    request.filter.year.none = true
    request.filter.method.wanted = ["qualitative", "review", "none"]
    request.filter.sampleSize.add(NumberRange(from: 1, to: 100_000))
    request.filter.includeUnknown = true
    let index = try SeedService.responder.get().context.index.current().index
    var expected = try index.search(request)
    let asked = request
    let answer = try await RunningServer.ask { try ServiceClient($0).search(asked) }
    expected.tookUs = answer.tookUs
    #expect(answer == expected)
  }

  @Test func `the client reports the errors of the server`() async throws {
    let error = try await RunningServer.ask { address in
      #expect(throws: ServiceError.self) {
        try ServiceClient(address).search(SearchRequest("peer method:qualitativ"))
      }
    }
    #expect(error?.code == .unknownCode)
    #expect(error?.position == 12)
    #expect(error?.hint == "Did you mean “qualitative”?")
  }

  @Test(arguments: [
    ("http://localhost/health", "example.org", "200"), ("HTTP://127.0.0.1/health", "x", "200"),
    ("https://localhost/health", "example.org", "200"),
    ("http://localhost/health?x=1", "localhost", "400"), ("http://localhost", "localhost", "200"),
    ("http://example.org/health", "localhost", "403"), ("http:///health", "localhost", "403"),
    ("http://localhost@example.org/health", "localhost", "403"),
  ])
  func `a whole address is a target, and its host counts`(
    target: String, host: String, status: String
  ) async throws {
    try await RunningServer.ask { address in
      let answer = try RunningServer.exchange(
        address, "GET \(target) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer)")
    }
  }

  @Test func `HEAD gives the head, gzip is sent where asked`() async throws {
    try await RunningServer.ask { address in
      let head = try RunningServer.exchange(
        address, "HEAD /search?q=peer HTTP/1.1\r\nX-Request-Id: mine\r\n" + Self.close)
      #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(head.hasSuffix("\r\n\r\n"))
      #expect(head.lowercased().contains("x-request-id: mine\r\n"))
      #expect(try #require(head.firstMatch(of: /(?i)content-length: (\d+)/)).1 != "0")
      let packed = try RunningServer.exchange(
        address, "GET /search?q=peer HTTP/1.1\r\nAccept-Encoding: gzip\r\n" + Self.close)
      #expect(packed.lowercased().contains("content-encoding: gzip"))
      let foreign = try RunningServer.exchange(
        address, "GET /search?q=peer HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n")
      #expect(foreign.hasPrefix("HTTP/1.1 403 "))
      let nonsense = try RunningServer.exchange(address, "NONSENSE\r\n\r\n")
      #expect(nonsense.hasPrefix("HTTP/1.1 400 "))
      #expect(nonsense.contains("{\"error\":{\"code\":\"malformed_request\""))
      let long = String(repeating: "a", count: 40 << 10)
      let longAddress = try RunningServer.exchange(
        address, "GET /search?q=\(long) HTTP/1.1\r\n" + Self.close)
      #expect(longAddress.hasPrefix("HTTP/1.1 431 "))
      #expect(longAddress.contains("{\"error\":{\"code\":\"headers_too_large\""))
    }
  }

  @Test func `large bodies are refused, announced or not`() async throws {
    try await RunningServer.ask({ $0.limits.body = 1000 }) { address in
      let head = "POST /search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
      let announced = try RunningServer.exchange(address, head + "Content-Length: 1001\r\n\r\n")
      #expect(announced.hasPrefix("HTTP/1.1 413 "))
      #expect(announced.contains("body_too_large"))
      let chunk = "400\r\n" + String(repeating: "a", count: 1024) + "\r\n"
      let chunked = try RunningServer.exchange(
        address, head + "Transfer-Encoding: chunked\r\n\r\n", chunk, chunk)
      #expect(chunked.hasPrefix("HTTP/1.1 413 "))
    }
  }

  /// The head of a request of a browser, up to its last field.
  private static func browser(_ line: String) -> String {
    "\(line) HTTP/1.1\r\nAccept: text/html\r\n"
  }

  private static func form(_ length: Int) -> String {
    browser("POST /search-strategy")
      + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(length)\r\n"
  }

  @Test func `a browser whose search is refused keeps its text`() async throws {
    try await RunningServer.ask({ $0.limits.queue = 0 }) { address in
      let page = try RunningServer.exchange(
        address, Self.browser("GET /?q=peer+support&method=review") + Self.close)
      #expect(page.hasPrefix("HTTP/1.1 503 "))
      #expect(page.lowercased().contains("retry-after: 1\r\n"))
      #expect(page.contains("Too many queries are waiting."))
      #expect(page.contains("value=\"peer support\""))
      #expect(page.contains("name=\"method\" value=\"review\""))
      // The parameters are not checked, which takes long for a long query.
      let unchecked = try RunningServer.exchange(
        address, Self.browser("GET /?q=peer&method=nonsense") + Self.close)
      #expect(unchecked.hasPrefix("HTTP/1.1 503 "))
      #expect(unchecked.contains("name=\"method\" value=\"nonsense\""))
      let body = "strategy=1+peer%0D%0A2+lay&syntax=ovid"
      let form = try RunningServer.exchange(
        address, Self.form(body.utf8.count) + Self.close, body)
      #expect(form.hasPrefix("HTTP/1.1 503 "))
      #expect(form.contains(">1 peer\n2 lay</textarea>"))
      // A program gets JSON.
      let answer = try RunningServer.exchange(
        address, "GET /search?q=peer HTTP/1.1\r\n" + Self.close)
      #expect(answer.contains("{\"error\":{\"code\":\"overloaded\""))
    }
  }

  @Test func `a browser whose text is too large gets a page`() async throws {
    try await RunningServer.ask({ $0.limits.body = 1000 }) { address in
      let large = try RunningServer.exchange(address, Self.form(1001) + Self.close)
      #expect(large.hasPrefix("HTTP/1.1 413 "))
      #expect(large.contains("peerlit search --strategy FILE"))
      let chunk = "400\r\nstrategy=" + String(repeating: "a", count: 1015) + "\r\n"
      let chunked = try RunningServer.exchange(
        address,
        Self.browser("POST /search-strategy")
          + "Host: localhost\r\nTransfer-Encoding: chunked\r\n\r\n", chunk)
      #expect(chunked.hasPrefix("HTTP/1.1 413 "))
      // A part of the text would look like the whole.
      #expect(chunked.contains("<body class=\"failure\">") && !chunked.contains("aaaa"))
    }
  }

  @Test func `a browser whose text comes too slowly gets a page`() async throws {
    try await RunningServer.ask({ $0.limits.receiving = .seconds(1) }) { address in
      let slow = try RunningServer.exchange(address, Self.form(100) + Self.close, "strategy=a")
      #expect(slow.hasPrefix("HTTP/1.1 408 "))
      #expect(slow.contains("<body class=\"failure\">") && !slow.contains("</textarea>"))
    }
  }

  @Test func `connections beyond the limit are asked to try again later`() async throws {
    try await RunningServer.ask({ $0.limits.connections = 2 }) { address in
      let kept = try (0..<2).map { _ in try BlockingSocket(address) }
      let ask = "GET /health HTTP/1.1\r\n" + Self.close
      // The other two are counted once the server has accepted them.
      let refused = try Self.exchange(address, ask, until: "HTTP/1.1 503 ")
      #expect(refused.lowercased().contains("retry-after: 1\r\n"))
      #expect(refused.contains("overloaded"))
      let page = try RunningServer.exchange(address, Self.browser("GET /?q=peer") + Self.close)
      #expect(page.hasPrefix("HTTP/1.1 503 ") && page.contains("value=\"peer\""))
      kept.forEach { $0.close() }
      _ = try Self.exchange(address, ask, until: "HTTP/1.1 200 ")
    }
  }

  /// Sends a request again and again until the response begins as given, for ten seconds at most.
  private static func exchange(
    _ address: ServerAddress, _ request: String, until beginning: String
  ) throws -> String {
    var text = ""
    for _ in 0..<100 {
      text = try RunningServer.exchange(address, request)
      if text.hasPrefix(beginning) { return text }
      Thread.sleep(forTimeInterval: 0.1)
    }
    Issue.record("\(text)")
    return text
  }

  @Test func `connections far beyond the limit wait until another closes`() async throws {
    let (text, seconds) = try await RunningServer.ask({
      $0.limits.connections = 2
      $0.limits.idle = .seconds(1)
    }) { address in
      let kept = try (0..<4).map { _ in try BlockingSocket(address) }
      // They are counted once the server has accepted them.
      Thread.sleep(forTimeInterval: 0.2)
      let start = ContinuousClock.now
      let text = try RunningServer.exchange(address, "GET /health HTTP/1.1\r\n" + Self.close)
      kept.forEach { $0.close() }
      return (text, ContinuousClock.now - start)
    }
    #expect(text.hasPrefix("HTTP/1.1 "))
    #expect(seconds > .milliseconds(500))
  }

  @Test func `requests are logged and counted`() async throws {
    let logged = Mutex<[UInt8]>([])
    let metrics = try await RunningServer.ask(log: { bytes in logged.withLock { $0 += bytes } }) {
      address in
      for target in ["/search?q=peer", "/nowhere"] {
        _ = try RunningServer.exchange(
          address, "GET \(target) HTTP/1.1\r\nX-Request-Id: a1\r\n" + Self.close)
      }
      return try RunningServer.exchange(address, "GET /metrics HTTP/1.1\r\n" + Self.close)
    }
    let lines = try logged.withLock { $0 }.split(separator: UInt8(ascii: "\n")).map {
      try JSONValue($0)
    }
    let first = try #require(lines.first { $0["target"] == "/search?q=peer" })
    #expect(first["status"] == 200)
    #expect(first["id"] == "a1")
    #expect(first["method"] == "GET")
    #expect(lines.contains { $0["error"] == "no_such_route" && $0["status"] == 404 })
    #expect(metrics.contains("peerlit_errors_total{code=\"no_such_route\"}"))
    #expect(metrics.contains("peerlit_connections 1"))
  }

  @Test func `an address that other machines can reach needs a token`() throws {
    var configuration = ServiceConfiguration()
    configuration.address = .port(host: "0.0.0.0", 0)
    #expect(throws: ServerError.self) {
      try Server(try SeedService.responder.get(), configuration)
    }
    configuration.token = "secret"
    _ = try Server(try SeedService.responder.get(), configuration)
  }
}
