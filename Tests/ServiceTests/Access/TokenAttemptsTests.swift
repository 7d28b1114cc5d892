import Service
import Testing

/// How often clients may send wrong tokens.
struct TokenAttemptsTests {
  private static let address = ServiceConfiguration.Address.port(host: "0.0.0.0", 7700)

  private let clock: TestClock
  private let requestGuard: RequestGuard

  init() {
    let clock = TestClock()
    self.clock = clock
    var configuration = ServiceConfiguration()
    configuration.address = Self.address
    configuration.token = "secret"
    configuration.logins = Logins(token: "secret", address: Self.address, now: { clock.now })
    requestGuard = RequestGuard(configuration)
  }

  /// The refusal of a request with a token; `nil` if it may continue.
  private func refusal(
    of token: String?, from peer: String?, for client: String? = nil
  ) -> ServiceResponse? {
    var request = ServiceRequest("GET", "/search?q=peer")
    request.peer = peer
    request.headers["authorization"] = token.map { "Bearer \($0)" }
    request.headers["x-forwarded-for"] = client
    return requestGuard.answer(to: request)
  }

  /// The status of a request with a token; 200 if it may continue.
  private func status(
    _ token: String?, from peer: String?, for client: String? = nil
  ) -> Int {
    refusal(of: token, from: peer, for: client)?.status ?? 200
  }

  private func sendTenWrongTokens(from peer: String?, for client: String? = nil) {
    for _ in 0..<10 { #expect(status("wrong", from: peer, for: client) == 401) }
  }

  @Test func `after ten wrong tokens an address must wait, each time longer`() throws {
    sendTenWrongTokens(from: "192.0.2.1")
    var waits: [Int] = []
    for _ in 0..<12 {
      let refused = try #require(refusal(of: "wrong", from: "192.0.2.1"))
      #expect(refused.status == 429)
      #expect(refused.code == "too_many_attempts")
      let seconds = try #require(Int(refused["retry-after"] ?? ""))
      waits.append(seconds)
      clock.move(.milliseconds(seconds * 1000 - 1))
      #expect(status("wrong", from: "192.0.2.1") == 429)
      clock.move(.milliseconds(1))
      #expect(status("wrong", from: "192.0.2.1") == 401)
    }
    #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
  }

  @Test func `the right token is not compared while its address must wait`() {
    sendTenWrongTokens(from: "192.0.2.1")
    #expect(status("secret", from: "192.0.2.1") == 429)
    clock.move(.seconds(1))
    #expect(status("secret", from: "192.0.2.1") == 200)
  }

  @Test func `the wrong tokens of others lock nobody out`() {
    sendTenWrongTokens(from: "192.0.2.1")
    #expect(status("wrong", from: "192.0.2.1") == 429)
    #expect(status("secret", from: "192.0.2.2") == 200)
    #expect(status("wrong", from: "192.0.2.3") == 401)
    // Others may share the address of a client.
    sendTenWrongTokens(from: "192.0.2.2")
    for _ in 0..<10 {
      #expect(status("wrong", from: "192.0.2.2") == 429)
      #expect(status("secret", from: "192.0.2.2") == 200)
    }
  }

  @Test func `very many wrong tokens from the address of a client are guesses`() {
    #expect(status("secret", from: "192.0.2.1") == 200)
    sendTenWrongTokens(from: "192.0.2.1")
    for _ in 10..<3600 { #expect(status("wrong", from: "192.0.2.1") == 429) }
    #expect(status("secret", from: "192.0.2.1") == 200)
    #expect(status("wrong", from: "192.0.2.1") == 429)
    #expect(status("secret", from: "192.0.2.1") == 429)
    #expect(status("secret", from: "192.0.2.2") == 200)
    // The ordinary wait is over.
    clock.move(.seconds(1))
    #expect(status("secret", from: "192.0.2.1") == 200)
    #expect(status("wrong", from: "192.0.2.1") == 401)
    #expect(status("secret", from: "192.0.2.1") == 429)
    // So is the hour.
    clock.move(.seconds(3601))
    sendTenWrongTokens(from: "192.0.2.1")
    #expect(status("wrong", from: "192.0.2.1") == 429)
    #expect(status("secret", from: "192.0.2.1") == 200)
  }

  @Test func `a program with an old token locks nobody out`() {
    #expect(status("secret", from: "192.0.2.1") == 200)
    for _ in 0..<8000 {
      clock.move(.seconds(1))
      #expect(status("old", from: "192.0.2.1") != 200)
      #expect(status("secret", from: "192.0.2.1") == 200)
    }
  }

  @Test func `a request without a token is not counted`() {
    for _ in 0..<30 { #expect(status(nil, from: "192.0.2.1") == 401) }
    #expect(status("secret", from: "192.0.2.1") == 200)
  }

  @Test func `wrong tokens are forgotten after an hour`() {
    sendTenWrongTokens(from: "192.0.2.1")
    clock.move(.seconds(3601))
    sendTenWrongTokens(from: "192.0.2.1")
    #expect(status("wrong", from: "192.0.2.1") == 429)
  }

  /// Two clients, each by the machine that sends its requests and by what that machine says.
  @Test(
    arguments: [
      ("192.0.2.1", nil, "192.0.2.1", nil, true), ("192.0.2.1", nil, "192.0.2.2", nil, false),
      (nil, nil, nil, nil, true), ("127.0.0.1", nil, nil, nil, false),
      // A machine of IPv6 has a whole network.
      ("2001:db8::1", nil, "2001:db8::ffff:1", nil, true),
      ("2001:db8::1", nil, "2001:db8:0:1::1", nil, false),
      ("::ffff:192.0.2.1", nil, "192.0.2.1", nil, true),
      ("::ffff:192.0.2.1", nil, "::ffff:192.0.2.2", nil, false),
      // A proxy on this machine names its clients last.
      ("127.0.0.1", "192.0.2.1", "127.0.0.1", "192.0.2.2", false),
      ("127.0.0.1", "192.0.2.1", "::1", "198.51.100.7, 192.0.2.1", true),
      (nil, "2001:db8::1", nil, "2001:db8::2", true),
      // Other machines are not believed.
      ("192.0.2.9", "192.0.2.1", "192.0.2.9", "192.0.2.2", true),
    ] as [(String?, String?, String?, String?, Bool)])
  func `clients are distinguished by their addresses`(
    peer: String?, client: String?, otherPeer: String?, otherClient: String?, areSame: Bool
  ) {
    sendTenWrongTokens(from: peer, for: client)
    #expect(status("wrong", from: otherPeer, for: otherClient) == (areSame ? 429 : 401))
  }

  @Test func `a limited number of addresses is remembered`() {
    #expect(status("secret", from: "198.51.100.1") == 200)
    for number in 0..<4096 {
      #expect(status("wrong", from: "10.0.\(number / 256).\(number % 256)") == 401)
    }
    // All further addresses share one count.
    for number in 0..<10 { #expect(status("wrong", from: "10.1.0.\(number)") == 401) }
    #expect(status("wrong", from: "10.1.0.10") == 429)
    #expect(status("wrong", from: "10.0.0.0") == 401)
    #expect(status("secret", from: "198.51.100.1") == 200)
    // Until the others are forgotten.
    clock.move(.seconds(3601))
    #expect(status("wrong", from: "10.1.0.11") == 401)
    #expect(status("secret", from: "10.1.0.12") == 200)
  }
}
