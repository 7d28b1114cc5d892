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
      let isDocument = unversioned(request.path).count > 3 && path.contains("/document")
      var error = ServiceError(
        .noSuchRoute, "\(path.shortened) does not exist.",
        hint: isDocument
          ? "Write a slash in an id as %2F; GET /openapi.json lists the routes."
          : "GET /openapi.json lists the routes.")
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
    let isVersioned = isVersioned(path)
    let parts = unversioned(path)
    let found: [(route: Route, values: [String: Substring])] = routes.compactMap { route in
      isVersioned && !route.isForPrograms
        ? nil : route.match(parts).map { (route: route, values: $0) }
    }
    // The last segments of a path may be a part of a DOI as well: those of a route come first.
    let most = found.map(\.route.segments.count).max()
    return found.filter { $0.route.segments.count == most }
  }

  private func isVersioned(_ path: String) -> Bool { path.hasPrefix(Self.version + "/") }

  /// The segments of a path without the version of the API.
  private func unversioned(_ path: String) -> [Substring] {
    path.dropFirst(isVersioned(path) ? Self.version.utf8.count : 0)
      .split(separator: "/", omittingEmptySubsequences: false)
  }

  private func allowed(_ methods: [String]) -> String {
    (methods.contains("GET") ? ["HEAD"] + methods : methods).sorted().joined(separator: ", ")
  }
}
