/// A request as a value, independent of the transport.
public struct ServiceRequest: Sendable {
  /// The method, such as `GET`.
  public var method: String
  /// The path, percent-encoded as received.
  public var path: String
  /// The query string as received, without its question mark.
  public var query: String
  /// Header fields by name in lower case; values of repeated fields are joined with `, `.
  public var headers: [String: String]
  /// The body as received; empty if there is none.
  public var body: [UInt8]
  /// The IP address of the machine that sent it; `nil` for a Unix socket.
  public var peer: String?

  /// Creates a request.
  ///
  /// - Parameter target: path and query string: `/search?q=peer`.
  public init(
    _ method: String = "GET", _ target: String, headers: [String: String] = [:],
    body: [UInt8] = []
  ) {
    let mark = target.firstIndex(of: "?")
    self.method = method
    path = String(target[..<(mark ?? target.endIndex)])
    query = mark.map { String(target[target.index(after: $0)...]) } ?? ""
    self.headers = headers
    self.body = body
  }

  /// Path and query string as received.
  public var target: String { query.isEmpty ? path : path + "?" + query }
}
