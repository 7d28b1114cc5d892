/// Who may ask: what keeps other machines and other pages of a browser away.
///
/// A server on this machine can be reached by every page that a browser shows: under a name that
/// the page's owner points to 127.0.0.1 (DNS rebinding), or by requests from one site to another.
/// The first is known by `Host`, the second by `Origin` and `Sec-Fetch-Site`.
public struct AccessRules: Sendable {
  private let isLocalPort: Bool
  private let hasHost: Bool
  private let token: [UInt8]?
  private let origins: [String]

  /// Makes the rules of a server.
  public init(_ configuration: ServiceConfiguration) {
    if case .port = configuration.address { hasHost = true } else { hasHost = false }
    isLocalPort = hasHost && configuration.address.isLocal
    token = configuration.token.map { Array($0.utf8) }
    origins = configuration.origins
  }

  /// Why a request is refused; `nil` when it may be answered.
  ///
  /// - Parameter isPreflight: whether it asks what may be asked; browsers send no token with that.
  public func refusal(
    of request: ServiceRequest, isPreflight: Bool = false
  ) -> ServiceError? {
    if isLocalPort, !Self.isLocal(host: request.headers["host"] ?? "") {
      return ServiceError(
        .forbiddenHost, "The server answers to names of this machine alone.",
        hint: "Ask 127.0.0.1 or localhost.")
    }
    if let origin = request.headers["origin"], !allows(origin, request) {
      return ServiceError(
        .forbiddenOrigin, "Pages of \(origin.shortened) may not ask.",
        hint: "The server's owner allows them with --allow-origin.")
    }
    if request.headers["origin"] == nil, request.headers["sec-fetch-site"] == "cross-site",
      request.headers["sec-fetch-mode"] != "navigate"
    {
      return ServiceError(.forbiddenOrigin, "Pages of other sites may not ask.")
    }
    // That it runs is no secret.
    if let token, !isPreflight, request.path != "/health",
      !Self.has(token, request.headers["authorization"])
    {
      return ServiceError(
        .unauthorized, "The request has no token, or another.",
        hint: "Send Authorization: Bearer TOKEN.")
    }
    return nil
  }

  /// What lets a page of another address read an answer.
  public func sharing(_ request: ServiceRequest) -> [(name: String, value: String)] {
    guard !origins.isEmpty else { return [] }
    guard let origin = request.headers["origin"], origins.contains(origin) else {
      return [("vary", "Origin")]
    }
    return [
      ("access-control-allow-origin", origin), ("vary", "Origin"),
      ("access-control-expose-headers", "ETag, X-Request-Id"),
    ]
  }

  /// The answer to a browser that asks whether it may ask; `nil` when the request is none.
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
          "Authorization, Content-Type, If-None-Match, MCP-Protocol-Version"
        ),
        ("access-control-max-age", "600"),
      ])
  }

  private func allows(_ origin: String, _ request: ServiceRequest) -> Bool {
    if origins.contains(origin) { return true }
    guard hasHost, let host = request.headers["host"], !host.isEmpty else { return false }
    return origin == "http://" + host
  }

  /// Whether `Host` names this machine, with a port or without.
  private static func isLocal(host: String) -> Bool {
    let name: Substring
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]") else { return false }
      name = host[...end]
    } else {
      name = host.prefix { $0 != ":" }
    }
    let port = host[name.endIndex...]
    guard port.isEmpty || port.first == ":" && port.dropFirst().allSatisfy(\.isWholeNumber) else {
      return false
    }
    return ["localhost", "[::1]"].contains(name.lowercased()) || isLoopback(name)
  }

  /// Whether a name is an address of the network 127.
  private static func isLoopback(_ name: Substring) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// Whether a header brings the token; how long it takes does not tell how much of it was right.
  private static func has(_ token: [UInt8], _ header: String?) -> Bool {
    let parts = (header ?? "").split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return false }
    let given = Array(parts[1].utf8)
    var difference = UInt(given.count ^ token.count)
    for (index, byte) in given.enumerated() {
      difference |= UInt(byte ^ token[index % max(1, token.count)])
    }
    return difference == 0 && !token.isEmpty
  }
}
