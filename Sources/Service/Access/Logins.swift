import Literature
import Synchronization

/// The browsers that have logged in with the token of the server.
///
/// A browser that sends the token gets a random text in a cookie. The texts are kept in memory
/// only, so they end with the server, and the token is never stored in a browser.
public final class Logins: Sendable {
  private struct Login {
    let key: [UInt8]
    let end: ContinuousClock.Instant
  }

  /// Maximum number of logins; the oldest ends first.
  private static let limit = 1000
  /// How long a login lasts, in seconds.
  private static let age = 30 * 24 * 3600
  /// Length of a key, in hexadecimal digits: 256 bits.
  private static let length = 64
  /// Maximum number of cookies that are compared; browsers keep about as many for a site.
  private static let mostCookies = 200

  /// The name of the cookie.
  let cookie: String
  /// The check of tokens, for browsers and programs.
  let attempts: TokenAttempts
  private let now: @Sendable () -> ContinuousClock.Instant
  /// The logins, the oldest first.
  private let logins = Mutex<[Login]>([])

  /// Creates an empty list of logins.
  ///
  /// - Parameters:
  ///   - token: the token of the server.
  ///   - address: the address of the server. Browsers send cookies to every port of a machine, so
  ///     that the name of the cookie must differ.
  ///   - now: the present time.
  public init(
    token: String, address: ServiceConfiguration.Address,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
  ) {
    self.now = now
    attempts = TokenAttempts(token: token, now: now)
    switch address {
    case .socket: cookie = "peerlit-login"
    // The system chooses the port later.
    case .port(_, 0): cookie = "peerlit-login-\(UInt32.random(in: 65_536 ... .max))"
    case .port(_, let port): cookie = "peerlit-login-\(port)"
    }
  }

  /// Logs a browser in; returns the header `Set-Cookie`.
  ///
  /// - Parameters:
  ///   - guess: the token that the browser sent.
  ///   - request: the request with the token.
  /// - Throws: if the token is wrong, or if the browser must wait after wrong ones.
  func begin(_ guess: String, in request: ServiceRequest) throws(ServiceError) -> String {
    guard try attempts.accepts(guess, in: request) else {
      throw ServiceError(
        .unauthorized, "The token is wrong.", hint: "Check it, and try again.")
    }
    // 256 bits of the system's generator.
    let key = (0..<4).map { _ in
      UInt64.random(in: .min ... .max).zeroPadded(to: 16, radix: 16)
    }.joined()
    let now = now()
    logins.withLock { logins in
      Self.expire(&logins, now)
      if logins.count == Self.limit { logins.removeFirst() }
      logins.append(Login(key: Array(key.utf8), end: now + Duration.seconds(Self.age)))
    }
    return header(key, age: Self.age)
  }

  /// Logs a browser out; returns the header `Set-Cookie` that removes the cookie.
  func end(_ cookies: String?) -> String {
    let guesses = guesses(cookies)
    logins.withLock { logins in logins.removeAll { Self.isAny(of: guesses, $0) } }
    return header("", age: 0)
  }

  /// Whether the header `Cookie` is that of a browser that has logged in.
  func has(_ cookies: String?) -> Bool {
    let guesses = guesses(cookies)
    let now = now()
    // Every key is compared, so that the response time does not reveal a near match.
    return logins.withLock { logins in
      Self.expire(&logins, now)
      return logins.reduce(false) { Self.isAny(of: guesses, $1) || $0 }
    }
  }

  private static func expire(_ logins: inout [Login], _ now: ContinuousClock.Instant) {
    logins.removeFirst(logins.prefix { $0.end <= now }.count)
  }

  private static func isAny(of guesses: [[UInt8]], _ login: Login) -> Bool {
    guesses.reduce(false) { SecretText.isEqual($1, login.key) || $0 }
  }

  /// The values of all cookies with the name; a server at another port can set further ones.
  private func guesses(_ cookies: String?) -> [[UInt8]] {
    let values = (cookies ?? "").split(separator: ";").compactMap { pair -> [UInt8]? in
      let parts = pair.trimmingSpaces.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0] == cookie, parts[1].utf8.count == Self.length else {
        return nil
      }
      return Array(parts[1].utf8)
    }
    return Array(values.prefix(Self.mostCookies))
  }

  private func header(_ value: String, age: Int) -> String {
    "\(cookie)=\(value); Path=/; Max-Age=\(age); HttpOnly; SameSite=Lax"
  }
}
