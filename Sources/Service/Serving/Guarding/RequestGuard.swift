/// Checks every request before it is answered, and adds standard headers to every response.
public struct RequestGuard: Sendable {
  private let rules: AccessRules
  private let limits: ServiceLimits
  private let logins: Logins?

  /// Creates the guard of a server.
  public init(_ configuration: ServiceConfiguration) {
    rules = AccessRules(configuration)
    limits = configuration.limits
    logins = configuration.logins
  }

  /// The response to a request that is refused or already answered here; `nil` if it may continue.
  ///
  /// - Parameter request: its body may not have arrived yet.
  public func answer(to request: ServiceRequest) -> ServiceResponse? {
    if request.path.utf8.count + request.query.utf8.count > limits.target {
      return tooLong(request)
    }
    let preflight = rules.preflight(request)
    if let refusal = rules.refusal(of: request, isPreflight: preflight != nil) {
      if refusal.code == .unauthorized, logins != nil, request.asksForPage {
        return .login(
          next: request.method == "POST" ? PageAddress.home : request.target, refusal,
          isShown: false)
      }
      return .refusal(refusal, of: request, keepsAddress: false)
    }
    if let preflight { return preflight }
    if let length = request.headers["content-length"], Int(length) ?? .max > limits.body {
      return tooLarge(request)
    }
    return nil
  }

  /// The refusal of a request whose address is beyond the limit.
  private func tooLong(_ request: ServiceRequest) -> ServiceResponse {
    let hint =
      request.asksForPage
      ? "Paste a long query into the form for search strategies (/search-strategy)."
      : "Send a long query as JSON with POST /search."
    return .refusal(
      ServiceError(
        .addressTooLong, "The address is longer than \(limits.target) bytes.", hint: hint),
      of: request, keepsAddress: false)
  }

  /// The refusal of a request whose body is beyond the limit.
  ///
  /// The text of a form is gone then, so its page says how to run a long strategy.
  func tooLarge(_ request: ServiceRequest) -> ServiceResponse {
    guard request.asksForPage else {
      return .failure(
        ServiceError(
          .bodyTooLarge, "The body is larger than \(limits.body) bytes.",
          hint: "Send a smaller body."))
    }
    return .refusal(
      ServiceError(
        .bodyTooLarge,
        "The text is larger than \(limits.body) bytes, so it was neither read nor kept.",
        hint: "Save a long strategy in a file, and run it with “peerlit search --strategy FILE”, "
          + "or split it."), of: request)
  }

  /// The response with the standard headers.
  ///
  /// - Parameter id: the id of the request in the log.
  public func addingStandardHeaders(
    to response: ServiceResponse, for request: ServiceRequest, id: String
  ) -> ServiceResponse {
    var result = response
    result.headers += rules.sharing(request)
    result.headers.append(("x-request-id", id))
    // After 304, a client keeps the headers of its cached response.
    let standard = response.status == 304 ? [] : Self.standard
    for (name, value) in standard where response[name] == nil {
      result.headers.append((name, value))
    }
    // The rest of a body that is too large or too slow is not read.
    if [.bodyTooLarge, .bodyTimeout].contains(response.error) {
      result.headers.append(("connection", "close"))
    }
    return result
  }

  /// The standard headers: no caching, no guessing of content types, no embedding by other sites.
  private static let standard = [
    ("cache-control", "no-store"), ("x-content-type-options", "nosniff"),
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
  ]
}
