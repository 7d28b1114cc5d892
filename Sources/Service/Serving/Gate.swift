/// What is done with every request before it is answered, and with every answer before it is sent.
public struct Gate: Sendable {
  private let rules: AccessRules
  private let limits: ServiceLimits

  /// Makes the gate of a server.
  public init(_ configuration: ServiceConfiguration) {
    rules = AccessRules(configuration)
    limits = configuration.limits
  }

  /// The answer to a request that goes no further; `nil` when it may pass.
  ///
  /// - Parameter request: its body need not have come yet.
  public func answer(to request: ServiceRequest) -> ServiceResponse? {
    if request.path.utf8.count + request.query.utf8.count > limits.target {
      return .failure(
        ServiceError(
          .addressTooLong, "The address has more than \(limits.target) bytes.",
          hint: "POST /search takes a longer query as JSON."))
    }
    if let refusal = rules.refusal(of: request, isPreflight: rules.preflight(request) != nil) {
      return .failure(refusal)
    }
    if let preflight = rules.preflight(request) { return preflight }
    if let length = request.headers["content-length"], Int(length) ?? .max > limits.body {
      return .failure(Self.tooLarge(limits.body))
    }
    return nil
  }

  /// The error of a body beyond the limit.
  static func tooLarge(_ limit: Int) -> ServiceError {
    ServiceError(.bodyTooLarge, "The body has more than \(limit) bytes.", hint: "Send less.")
  }

  /// The answer with the fields that every answer has.
  ///
  /// - Parameter id: what the log calls the request by.
  public func dressed(
    _ response: ServiceResponse, for request: ServiceRequest, id: String
  ) -> ServiceResponse {
    var result = response
    result.headers += rules.sharing(request)
    result.headers.append(("x-request-id", id))
    // What the client has keeps the fields that it came with.
    let standard = response.status == 304 ? [] : Self.standard
    for (name, value) in standard where response[name] == nil {
      result.headers.append((name, value))
    }
    // What is left of a body that was too large or too slow is not read.
    if [.bodyTooLarge, .bodyTimeout].contains(response.error) {
      result.headers.append(("connection", "close"))
    }
    return result
  }

  /// Nothing that is answered is a page unless it says so itself, and nobody else's to embed.
  private static let standard = [
    ("cache-control", "no-store"), ("x-content-type-options", "nosniff"),
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
  ]
}

/// What requests are called by, in the log and by who asks.
package enum RequestName {
  /// The id that the request brings when it is a plain one, or a new one.
  package static func of(_ request: ServiceRequest) -> String {
    if let brought = request.headers["x-request-id"], (1...64).contains(brought.utf8.count),
      brought.utf8.allSatisfy(isPlain)
    {
      return brought
    }
    let text = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
