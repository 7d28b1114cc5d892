import JSON

/// A response as a value, independent of the transport.
public struct ServiceResponse: Sendable {
  /// The HTTP status.
  public var status: Int
  /// Header fields, names in lower case; the server adds length, date, compression and request id.
  public var headers: [(name: String, value: String)]
  /// The body, or its beginning if there is a ``rest``.
  public var body: [UInt8]
  /// The rest of a body that is too long to be held in memory.
  public var rest: BodyPieces?
  /// The code of the error that the body reports, if any.
  public var error: ServiceError.Code?
  /// Details of an error for the log; never sent.
  public var detail: String?

  /// Creates a response.
  public init(
    status: Int = 200, type: String? = nil, headers: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) {
    self.status = status
    self.headers = (type.map { [("content-type", $0)] } ?? []) + headers
    self.body = body
  }

  /// The value of a header field.
  public subscript(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// A response of JSON text.
  public static func json(_ bytes: [UInt8], status: Int = 200) -> ServiceResponse {
    ServiceResponse(status: status, type: "application/json", body: bytes)
  }

  /// A response of a JSON value.
  public static func json(_ value: JSONValue, status: Int = 200) -> ServiceResponse {
    json(value.encoded, status: status)
  }

  /// A response that reports an error as JSON.
  public static func failure(_ error: ServiceError) -> ServiceResponse {
    var response = json(error.json, status: error.code.status)
    response.report(error)
    return response
  }

  /// A response to a client that already has the body with an entity tag.
  static func unchanged(_ tag: String) -> ServiceResponse {
    ServiceResponse(status: 304, headers: [("etag", tag), ("cache-control", "no-cache")])
  }

  /// Sets the error that the body reports, and the header fields that go with it.
  mutating func report(_ reported: ServiceError) {
    error = reported.code
    if let seconds = reported.retryAfter ?? reported.code.retryAfter {
      headers.append(("retry-after", String(seconds)))
    }
    if reported.code == .unauthorized { headers.append(("www-authenticate", "Bearer")) }
  }
}
