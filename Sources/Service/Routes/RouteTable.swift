/// Everything that the service answers.
public struct RouteTable: Sendable {
  /// The table of this program; a new route is a line here.
  public static let standard: RouteTable = RouteTable([
    .search, .searchJSON, .document, .similar, .facets, .map, .suggest, .export, .health, .ready,
    .metrics, .openAPI, .mcp, .page, .documentPage, .mapPage, .asset,
  ])

  /// The routes.
  public let routes: [Route]

  /// Makes a table.
  public init(_ routes: [Route]) {
    self.routes = routes
  }

  /// The route of a request, with the values in its path.
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
        .noSuchRoute, "There is nothing at \(request.path.shortened).",
        hint: "GET /openapi.json lists what there is.")
    }
    throw ServiceError(
      .methodNotAllowed, "\(request.path.shortened) does not take \(request.method.shortened).",
      hint: "AcceptedDocuments here: \(allowed(methods)).")
  }

  /// The methods that a path takes, as the header `Allow` lists them.
  func allowed(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return allowed(routes.filter { $0.match(parts) != nil }.map(\.method))
  }

  private func allowed(_ methods: [String]) -> String {
    (methods.contains("GET") ? ["HEAD"] + methods : methods).sorted().joined(separator: ", ")
  }
}
