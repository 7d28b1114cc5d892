import Foundation
import Service
import Synchronization
import Testing

/// HTTP/1 over real connections: which connections stay open, which are closed, and when.
@Suite(.serialized) struct ConnectionTests {
  static let health = "GET /health HTTP/1.1\r\nHost: localhost\r\n"

  /// The number of responses, counted by their status lines.
  private func statuses(_ text: String) -> [String] {
    text.matches(of: /HTTP\/1\.[01] (\d+)/).map { String($0.output.1) }
  }

  @Test func `requests of a connection are answered in their order`() async throws {
    try await RunningServer.ask { address in
      let text = try RunningServer.exchange(
        address, Self.health + "\r\n" + "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /search?q=peer&limit=1 HTTP/1.1\r\nHost: localhost\r\n\r\n" + Self.health,
        "Connection: close\r\n\r\n")
      #expect(statuses(text) == ["200", "404", "200", "200"])
      #expect(text.contains("\"hits\":["))
    }
  }

  @Test(arguments: [
    ("GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n", "close"),
    ("GET /health HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n", "keep-alive"),
    ("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "close"),
    ("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n", nil),
    (
      "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
      "close"
    ),
  ])
  func `a connection is kept open where its client asks for that`(
    request: String, connection: String?
  ) async throws {
    let (text, seconds) = try await RunningServer.ask({
      $0.limits.idle = .seconds(connection == "close" ? 60 : 1)
    }) { address in
      let start = ContinuousClock.now
      let text = try RunningServer.exchange(address, request)
      return (text, ContinuousClock.now - start)
    }
    #expect(statuses(text) == ["200"])
    #expect(text.firstMatch(of: /connection: (.*)\r\n/).map { String($0.output.1) } == connection)
    // An idle connection is closed without a response.
    #expect(connection == "close" ? seconds < .seconds(50) : seconds > .milliseconds(900))
  }

  @Test(arguments: [
    ("", "request_timeout"), ("GET /search?q=peer HTTP/1.1\r\nHo", "request_timeout"),
    ("\r\n", "request_timeout"),
    (
      "POST /search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Content-Length: 10\r\n\r\n{", "body_timeout"
    ),
  ])
  func `a client that sends nothing more gets 408`(sent: String, code: String) async throws {
    let (text, seconds) = try await RunningServer.ask({
      $0.limits.idle = .seconds(1)
      $0.limits.receiving = .seconds(1)
    }) { address in
      let start = ContinuousClock.now
      let text = try RunningServer.exchange(address, sent)
      return (text, ContinuousClock.now - start)
    }
    #expect(text.hasPrefix("HTTP/1.1 408 "))
    #expect(text.contains("\"code\":\"\(code)\""))
    #expect(text.contains("connection: close\r\n"))
    #expect(seconds < .seconds(20))
  }

  @Test func `a slow query is not taken for a silent client`() async throws {
    let route = Route(
      "GET", "/slow", "Waits.", answer: .json(schema: "health"), isIndexed: false
    ) { _, _ in
      Thread.sleep(forTimeInterval: 2.5)
      return .json(["slow": true])
    }
    let text = try await RunningServer.ask(
      {
        $0.limits.idle = .seconds(1)
        $0.limits.receiving = .seconds(1)
        $0.limits.sending = .seconds(1)
      }, table: RouteTable([route, .health])
    ) { address in
      try RunningServer.exchange(
        address,
        Self.health + "\r\n"
          + "GET /slow HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    }
    #expect(statuses(text) == ["200", "200"])
    #expect(text.contains("slow"))
  }

  @Test func `a client that closes its half still gets its response`() async throws {
    try await RunningServer.ask { address in
      let socket = try BlockingSocket(address)
      defer { socket.close() }
      try socket.send(Array((Self.health + "\r\n").utf8))
      socket.endSending()
      let text = String(decoding: try socket.receiveAll(), as: UTF8.self)
      #expect(statuses(text) == ["200"])
    }
  }

  @Test(arguments: [
    "NONSENSE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /a b HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nno colon\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
    "POST /search HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
  ])
  func `anything but HTTP gets an error as JSON`(sent: String) async throws {
    let text = try await RunningServer.ask { try RunningServer.exchange($0, sent) }
    #expect(text.hasPrefix("HTTP/1.1 400 "))
    #expect(text.contains("{\"error\":{\"code\":\"malformed_request\""))
    #expect(text.contains("connection: close\r\n"))
  }

  @Test(arguments: [
    ("FOO /search HTTP/1.1\r\n\r\n", "Use GET, HEAD or POST."),
    ("GET / HTTP/1.1\r\nno colon\r\n\r\n", "Send a request line, headers and an empty line"),
  ])
  func `a request that can't be read is answered with the fix`(
    sent: String, hint: String
  ) async throws {
    let text = try await RunningServer.ask { try RunningServer.exchange($0, sent) }
    #expect(text.hasPrefix("HTTP/1.1 400 "))
    #expect(text.contains(hint))
  }

  @Test func `a large body of a refused request does not take the answer away`() async throws {
    let body = String(repeating: "a", count: 3 << 20)
    let text = try await RunningServer.ask { address in
      try RunningServer.exchange(
        address,
        "POST /search HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(body.count)\r\n\r\n",
        body)
    }
    #expect(text.hasPrefix("HTTP/1.1 413 "))
    #expect(text.contains("body_too_large"))
  }

  @Test func `a client that asks first may continue`() async throws {
    let body = "{\"q\":\"peer\"}"
    let text = try await RunningServer.ask { address in
      try RunningServer.exchange(
        address,
        "POST /search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Content-Length: \(body.count)\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n",
        body)
    }
    #expect(statuses(text) == ["100", "200"])
  }

  @Test func `HEAD has no body, whatever GET would send`() async throws {
    try await RunningServer.ask { address in
      for target in ["/export?to=ris", "/health", "/search?q=peer", "/nowhere", "/"] {
        let text = try RunningServer.exchange(
          address, "HEAD \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n" + Self.health,
          "Connection: close\r\n\r\n")
        #expect(statuses(text).count == 2, "\(target)")
        let second = try #require(text.components(separatedBy: "\r\n\r\n").dropFirst().first)
        #expect(second.hasPrefix("HTTP/1.1 200 "), "\(target)")
      }
    }
  }

  @Test(arguments: ["1.0", "1.1"])
  func `a long body comes in pieces and whole`(version: String) async throws {
    let route = Route(
      "GET", "/long", "Sends pieces.", answer: .text(["text/plain"]), isIndexed: false
    ) { _, _ in
      var response = ServiceResponse(type: "text/plain", body: Array("zero ".utf8))
      var pieces = ["one ", "two ", "three"][...]
      response.rest = BodyPieces { pieces.popFirst().map { Array($0.utf8) } }
      return response
    }
    let text = try await RunningServer.ask(table: RouteTable([route])) { address in
      try RunningServer.exchange(
        address, "GET /long HTTP/\(version)\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    }
    let body = try #require(text.components(separatedBy: "\r\n\r\n").dropFirst().first)
    if version == "1.0" {
      #expect(body == "zero one two three")
    } else {
      #expect(text.hasSuffix("5\r\nzero \r\n4\r\none \r\n4\r\ntwo \r\n5\r\nthree\r\n0\r\n\r\n"))
    }
  }

  @Test func `a server that stops answers what it has begun`() async throws {
    let (begun, starts) = AsyncStream.makeStream(of: Void.self)
    let listening = Mutex<ServerAddress?>(nil)
    let route = Route(
      "GET", "/slow", "Waits.", answer: .json(schema: "health"), isIndexed: false
    ) { _, _ in
      starts.yield()
      // Wait until the server has stopped listening, which happens before it closes connections.
      while let open = listening.withLock({ $0 }), (try? BlockingSocket(open))?.close() != nil {
        Thread.sleep(forTimeInterval: 0.1)
      }
      // Other tests may keep the threads busy that close connections.
      Thread.sleep(forTimeInterval: 6)
      return .json(["slow": true])
    }
    let server = try Server(
      Responder(try SeedService.responder.get().context, table: RouteTable([route])),
      RunningServer.configuration())
    let (addresses, addressed) = AsyncStream.makeStream(of: String.self)
    let running = Task { try await server.run { addressed.yield($0) } }
    var iterator = addresses.makeAsyncIterator()
    let address = try ServerAddress(try #require(await iterator.next()))
    listening.withLock { $0 = address }
    let idle = try BlockingSocket(address)
    defer { idle.close() }
    // Other tests may keep all threads of tasks busy, so the request waits on a separate thread.
    let (answers, answered) = AsyncStream.makeStream(of: Result<String, any Error>.self)
    Thread.detachNewThread {
      answered.yield(
        Result {
          try RunningServer.exchange(address, "GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
        })
    }
    for await _ in begun { break }
    running.cancel()
    var answer = answers.makeAsyncIterator()
    let text = try #require(await answer.next()).get()
    #expect(statuses(text) == ["200"])
    #expect(text.contains("connection: close\r\n"))
    #expect(try idle.receiveAll().isEmpty)
    try await running.value
    #expect(throws: ServerError.self) { try BlockingSocket(address) }
  }
}
