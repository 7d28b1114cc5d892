import Synchronization

/// The browsers that have logged in with the token of the server.
///
/// A browser that sends the token gets a random text in a cookie. The texts are kept in memory
/// only, so that they end with the server, and the token is never stored in a browser.
public final class Logins: Sendable {
  /// The name of the cookie.
  static let cookie = "peerlit-login"

  /// Maximum number of logins; the oldest ends first.
  private static let limit = 1000
  /// How long a browser keeps the cookie, in seconds.
  private static let age = 30 * 24 * 3600

  private let token: [UInt8]
  private let keys = Mutex<[[UInt8]]>([])

  /// Nobody has logged in yet.
  ///
  /// - Parameter token: the token of the server.
  public init(token: String) {
    self.token = Array(token.utf8)
  }

  /// Logs a browser in; returns the header `Set-Cookie`, or `nil` if the token is wrong.
  func begin(_ guess: String) -> String? {
    guard SecretText.isEqual(Array(guess.utf8), token) else { return nil }
    // 256 bits of the system's generator.
    let key = (0..<4).map { _ in
      let digits = String(UInt64.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
    keys.withLock { keys in
      if keys.count == Self.limit { keys.removeFirst() }
      keys.append(Array(key.utf8))
    }
    return Self.header(key, age: Self.age)
  }

  /// Logs a browser out; returns the header `Set-Cookie` that removes the cookie.
  func end(_ cookies: String?) -> String {
    let guess = Self.value(cookies)
    keys.withLock { keys in keys.removeAll { SecretText.isEqual(guess, $0) } }
    return Self.header("", age: 0)
  }

  /// Whether the header `Cookie` is that of a browser that has logged in.
  func has(_ cookies: String?) -> Bool {
    let guess = Self.value(cookies)
    // Every key is compared, so that the time does not say which one is near.
    return keys.withLock { keys in
      keys.reduce(false) { SecretText.isEqual(guess, $1) || $0 }
    }
  }

  private static func value(_ cookies: String?) -> [UInt8] {
    for pair in (cookies ?? "").split(separator: ";") {
      let parts = pair.trimmingSpaces.split(separator: "=", maxSplits: 1)
      if parts.count == 2, parts[0] == cookie { return Array(parts[1].utf8) }
    }
    return []
  }

  private static func header(_ value: String, age: Int) -> String {
    "\(cookie)=\(value); Path=/; Max-Age=\(age); HttpOnly; SameSite=Lax"
  }
}
