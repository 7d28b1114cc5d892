/// The routes of the service.
///
/// Routes for programs have a second path with the version of the API, such as `/v1/search`, which
/// keeps its meaning when a later version changes it.
public struct RouteTable: Sendable {
  /// The prefix of paths with the version of the API.
  package static let version = "/v1"

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
    let method = request.method == "HEAD" ? "GET" : request.method
    var methods: [String] = []
    for (route, values) in matches(request.path) {
      if route.method == method { return (route, values) }
      methods.append(route.method)
    }
    guard !methods.isEmpty else {
      let path = (try? QueryString.decoded(request.path.utf8)) ?? request.path
      var error = ServiceError(
        .noSuchRoute, "\(path.shortened) does not exist.",
        hint: "GET /openapi.json lists the routes.")
      error.forReaders = "Check the address, or search again from the start page."
      throw error
    }
    var error = ServiceError(
      .methodNotAllowed, "\(request.path.shortened) does not support \(request.method.shortened).",
      hint: "Use \(allowed(methods)).")
    error.forReaders = "Nothing is shown at this address. Go back, or search from the start page."
    throw error
  }

  /// The methods of a path, as in the header `Allow`.
  func allowed(_ path: String) -> String {
    allowed(matches(path).map(\.route.method))
  }

  /// The routes of a path, with the values in it.
  private func matches(_ path: String) -> [(route: Route, values: [String: Substring])] {
    let isVersioned = path.hasPrefix(Self.version + "/")
    let parts = path.dropFirst(isVersioned ? Self.version.utf8.count : 0)
      .split(separator: "/", omittingEmptySubsequences: false)
    return routes.compactMap { route in
      if isVersioned, !route.isForPrograms { return nil }
      return route.match(parts).map { (route: route, values: $0) }
    }
  }

  private func allowed(_ methods: [String]) -> String {
    (methods.contains("GET") ? ["HEAD"] + methods : methods).sorted().joined(separator: ", ")
  }
}
