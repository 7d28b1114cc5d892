import Literature

/// Rules for who may send requests: no other machines and no web pages of other sites.
///
/// Any page in a browser can reach a server on this machine, either through a domain name that
/// resolves to 127.0.0.1 (DNS rebinding) or with cross-site requests. The first is detected by
/// `Host`, the second by `Origin` and `Sec-Fetch-Site`.
public struct AccessRules: Sendable {
  private let isLocalPort: Bool
  private let hasHost: Bool
  private let origins: [String]
  private let logins: Logins?
  /// The check of tokens; `nil` if the server has none.
  private let attempts: TokenAttempts?

  /// Creates the rules of a server.
  public init(_ configuration: ServiceConfiguration) {
    if case .port = configuration.address { hasHost = true } else { hasHost = false }
    isLocalPort = hasHost && configuration.address.isLocal
    origins = configuration.origins
    logins = configuration.logins
    attempts = configuration.token.map {
      configuration.logins?.attempts ?? TokenAttempts(token: $0)
    }
  }

  /// The reason to refuse a request; `nil` if it is allowed.
  ///
  /// - Parameter isPreflight: whether it is a CORS preflight; browsers send no token with those.
  public func refusal(
    of request: ServiceRequest, isPreflight: Bool = false
  ) -> ServiceError? {
    if isLocalPort, !Self.isLocal(host: request.headers["host"] ?? "") {
      return ServiceError(
        .forbiddenHost, "The host is not a local name of the server's machine.",
        hint: "Use 127.0.0.1 or localhost.")
    }
    if let origin = request.headers["origin"], !allows(origin, request) {
      return ServiceError(
        .forbiddenOrigin, "Origin \(origin.shortened) is not allowed.",
        hint: "Allow it with --allow-origin when starting the server.")
    }
    if request.headers["origin"] == nil, request.headers["sec-fetch-site"] == "cross-site",
      !Self.followsLink(request)
    {
      return ServiceError(
        .forbiddenOrigin, "Cross-site requests are not allowed.",
        hint: "Allow a site with --allow-origin when starting the server.")
    }
    return isPreflight || Self.isPublic(request.path) ? nil : refusal(ofTokenIn: request)
  }

  /// The reason to refuse a request whose browser has not logged in, and that lacks the token.
  private func refusal(ofTokenIn request: ServiceRequest) -> ServiceError? {
    guard let attempts, !(logins?.has(request.headers["cookie"]) ?? false) else { return nil }
    do throws(ServiceError) {
      if let guess = Self.token(in: request.headers["authorization"]),
        try attempts.accepts(guess, in: request)
      {
        return nil
      }
    } catch {
      return error
    }
    return ServiceError(
      .unauthorized, "Missing or invalid token.", hint: "Send Authorization: Bearer TOKEN.")
  }

  /// The headers that let pages of other origins read a response (CORS).
  public func sharing(_ request: ServiceRequest) -> [(name: String, value: String)] {
    guard !origins.isEmpty else { return [] }
    guard let origin = request.headers["origin"], origins.contains(origin) else {
      return [("vary", "Origin")]
    }
    return [
      ("access-control-allow-origin", origin), ("vary", "Origin"),
      (
        "access-control-expose-headers",
        "Content-Disposition, ETag, Link, Retry-After, X-Request-Id"
      ),
    ]
  }

  /// The response to a CORS preflight; `nil` if the request is not an allowed one.
  public func preflight(_ request: ServiceRequest) -> ServiceResponse? {
    guard request.method == "OPTIONS", let origin = request.headers["origin"],
      origins.contains(origin), request.headers["access-control-request-method"] != nil
    else { return nil }
    return ServiceResponse(
      status: 204,
      headers: [
        ("access-control-allow-methods", "GET, POST"),
        (
          "access-control-allow-headers",
          "Authorization, Content-Type, If-None-Match, MCP-Protocol-Version, Prefer, X-Request-Id"
        ),
        ("access-control-max-age", "600"),
      ])
  }

  private func allows(_ origin: String, _ request: ServiceRequest) -> Bool {
    if origins.contains(origin) { return true }
    // No page can set this header: the browser compares the origins. A proxy may change `Host`.
    if request.headers["sec-fetch-site"] == "same-origin" { return true }
    guard hasHost, let host = request.headers["host"], !host.isEmpty else { return false }
    // A proxy may add TLS.
    return ["http://" + host, "https://" + host].contains(origin)
  }

  /// Whether a browser shows the answer as the page of a tab, as after a click on a link.
  ///
  /// A page can also do this without a click, but then the answer is seen. Frames are not. Older
  /// browsers do not say where they show the answer.
  private static func followsLink(_ request: ServiceRequest) -> Bool {
    request.method == "GET" && request.headers["sec-fetch-mode"] == "navigate"
      && ["document", nil].contains(request.headers["sec-fetch-dest"])
  }

  /// Whether `Host` names this machine, with or without a port.
  private static func isLocal(host: String) -> Bool {
    let name: Substring
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]") else { return false }
      name = host[...end]
    } else {
      name = host.prefix { $0 != ":" }
    }
    guard isPort(host[name.endIndex...]) else { return false }
    return ["localhost", "[::1]"].contains(name.lowercased())
      || LoopbackAddress.matches(String(name))
  }

  /// Whether a text is empty or a colon with a port; Swift would also read a sign.
  private static func isPort(_ text: Substring) -> Bool {
    if text.isEmpty { return true }
    let digits = text.dropFirst()
    return text.first == ":" && digits.utf8.allSatisfy(\.isDigit)
      && UInt16(digits) != nil
  }

  /// The token that a header carries, right or wrong.
  private static func token(in header: String?) -> String? {
    let parts = (header ?? "").split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return String(parts[1])
  }

  /// Whether a path is public: whether the server is running, and everything that the login page
  /// needs.
  private static func isPublic(_ path: String) -> Bool {
    ["/health", RouteTable.version + "/health", PageAddress.login].contains(path)
      || path.hasPrefix(PageAssets.folder)
  }
}
