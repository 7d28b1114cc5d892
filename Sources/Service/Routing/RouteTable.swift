/// The routes of the service.
public struct RouteTable: Sendable {
  /// The routes.
  public let routes: [Route]

  /// Creates a table.
  public init(_ routes: [Route]) {
    self.routes = routes
  }

  /// The route of a request and the values in its path.
  ///
  /// - Throws: ``ServiceError`` of the codes ``ServiceError/Code/noSuchRoute`` and
  ///   ``ServiceError/Code/methodNotAllowed``.
  func route(
    of request: ServiceRequest
  ) throws(ServiceError) -> (route: Route, path: [String: Substring]) {
    let parts = request.path.split(separator: "/", omittingEmptySubsequences: false)
    let method = request.method == "HEAD" ? "GET" : request.method
    var methods: [String] = []
    for route in routes {
      guard let values = route.match(parts) else { continue }
      if route.method == method { return (route, values) }
      methods.append(route.method)
    }
    guard !methods.isEmpty else {
      throw ServiceError(
        .noSuchRoute, "\(request.path.shortened) does not exist.",
        hint: "GET /openapi.json lists the routes.")
    }
    throw ServiceError(
      .methodNotAllowed, "\(request.path.shortened) does not support \(request.method.shortened).",
      hint: "Use \(allowed(methods)).")
  }

  /// The methods of a path, as in the header `Allow`.
  func allowed(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return allowed(routes.filter { $0.match(parts) != nil }.map(\.method))
  }

  private func allowed(_ methods: [String]) -> String {
    (methods.contains("GET") ? ["HEAD"] + methods : methods).sorted().joined(separator: ", ")
  }
}
