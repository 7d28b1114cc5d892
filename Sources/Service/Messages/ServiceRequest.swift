import JSON

/// A request as the service sees it: a value, whatever it came through.
public struct ServiceRequest: Sendable {
  /// What is to be done; others are answered with 405.
  public var method: String
  /// The path, percent signs as they came.
  public var path: String
  /// The query string, without its question mark, as it came.
  public var query: String
  /// Header fields, names in lower case.
  public var headers: [String: String]
  /// The body.
  public var body: [UInt8]

  /// Makes a request.
  ///
  /// - Parameter target: path and query string: `/search?q=peer`.
  public init(
    _ method: String = "GET", _ target: String, headers: [String: String] = [:],
    body: [UInt8] = []
  ) {
    let place = target.firstIndex(of: "?")
    self.method = method
    path = String(target[..<(place ?? target.endIndex)])
    query = place.map { String(target[target.index(after: $0)...]) } ?? ""
    self.headers = headers
    self.body = body
  }

  /// Path and query string, as they came.
  public var target: String { query.isEmpty ? path : path + "?" + query }
}

/// A response as the service makes it: a value, whatever it goes through.
public struct ServiceResponse: Sendable {
  /// The HTTP status.
  public var status: Int
  /// Header fields, names in lower case; length, date, compression and request id are not among
  /// them.
  public var headers: [(name: String, value: String)]
  /// The body.
  public var body: [UInt8]
  /// What follows the body, for answers that are too long to be held at once.
  public var rest: BodyPieces?
  /// The error that is told, if one is.
  public var error: ServiceError.Code?
  /// What the log tells of an error beside its code; never sent.
  public var detail: String?

  /// Makes a response.
  public init(
    status: Int = 200, type: String? = nil, headers: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) {
    self.status = status
    self.headers = (type.map { [("content-type", $0)] } ?? []) + headers
    self.body = body
  }

  /// A field's value.
  public subscript(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// JSON.
  public static func json(_ bytes: [UInt8], status: Int = 200) -> ServiceResponse {
    ServiceResponse(status: status, type: "application/json", body: bytes)
  }

  /// JSON.
  public static func json(_ value: JSONValue, status: Int = 200) -> ServiceResponse {
    json(value.encoded, status: status)
  }

  /// An error in the one shape that errors have.
  public static func failure(_ error: ServiceError) -> ServiceResponse {
    var response = json(error.json, status: error.code.status)
    response.error = error.code
    if error.code.status == 503 { response.headers.append(("retry-after", "1")) }
    if error.code == .unauthorized { response.headers.append(("www-authenticate", "Bearer")) }
    return response
  }
}
