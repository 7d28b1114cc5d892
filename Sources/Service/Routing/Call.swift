/// A parsed request that matched a route.
public struct Call: Sendable {
  /// The request as received.
  public let request: ServiceRequest
  /// The values of its parameters.
  public let values: ParameterValues
  /// The values in its path, decoded.
  public let path: [String: String]

  /// The document that the path names.
  var id: String { path["id"] ?? "" }
}
