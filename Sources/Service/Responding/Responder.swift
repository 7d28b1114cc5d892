import JSON

/// Answers requests: values in, values out.
///
/// Access rules and limits are checked earlier, in `Serving`.
public struct Responder: Sendable {
  /// The routes.
  public let table: RouteTable
  /// The data that routes use.
  public let context: ServiceContext

  /// Creates a responder.
  public init(_ context: ServiceContext, table: RouteTable = .standard) {
    self.table = table
    self.context = context
  }

  /// The executor of a request.
  public func executor(of request: ServiceRequest) -> Route.Executor {
    (try? table.route(of: request).route.executor) ?? .eventLoop
  }

  /// The path of a request in the route table, such as `/documents/{id}`; empty for other paths.
  func path(of request: ServiceRequest) -> String {
    (try? table.route(of: request).route.path) ?? ""
  }

  /// Answers a request.
  public func respond(to request: ServiceRequest) -> ServiceResponse {
    do {
      let (route, parts) = try table.route(of: request)
      if route.isStatic {
        let tag = context.entityTag(at: request.target)
        if request.hasTag(tag) { return .unchanged(tag) }
        return tagged(try answer(request, route, parts), tag, request)
      }
      guard route.readsIndex else { return try answer(request, route, parts) }
      let edition = try context.index.current()
      // The tag is computed before the response: a tag older than the response is harmless.
      let tag = route.isIndexed ? try context.entityTag(of: edition, at: request.target) : nil
      if let tag, request.hasTag(tag) { return .unchanged(tag) }
      var response = try answer(request, route, parts)
      // If the file was overwritten meanwhile, the response may mix old and new contents.
      if try context.index.current().number != edition.number {
        response = try answer(request, route, parts)
      }
      return tag.map { tagged(response, $0, request) } ?? response
    } catch {
      context.index.recover(from: error)
      return failure(error, request)
    }
  }

  /// A response with its entity tag; an error has none.
  private func tagged(
    _ response: ServiceResponse, _ tag: String, _ request: ServiceRequest
  ) -> ServiceResponse {
    guard response.status == 200 else { return response }
    if request.refusesAnyTag { return .unchanged(tag) }
    var response = response
    response.headers += [("etag", tag), ("cache-control", "no-cache")]
    return response
  }

  private func answer(
    _ request: ServiceRequest, _ route: Route, _ parts: [String: Substring]
  ) throws -> ServiceResponse {
    var path: [String: String] = [:]
    for (name, part) in parts { path[name] = try QueryString.decoded(part.utf8) }
    if case .page = route.answer, !route.hasBody {
      let address = try PageAddress(request)
      // Forms send empty fields; the address of a page has none.
      if address.canonical != address { return .page(at: address.canonical) }
    }
    let values = try values(request, route)
    for parameter in route.required where !values.has(parameter) {
      throw ServiceError(
        .missingParameter, "The parameter \(parameter.name) is missing.",
        hint: Self.hint(missing: parameter, of: route))
    }
    return try route.respond(
      Call(request: request, values: values, path: path), context.of(request))
  }

  /// How to send a parameter that is missing.
  private static func hint(missing parameter: Parameter, of route: Route) -> String {
    guard case .parameters = route.body else { return "It must be \(parameter.expectation)." }
    let example = JSONValue.object([parameter.name: parameter.examples]).encoded
    return "Send it as in \(String(decoding: example, as: UTF8.self))."
  }

  private func values(
    _ request: ServiceRequest, _ route: Route
  ) throws(ServiceError) -> ParameterValues {
    let pairs = try QueryString.pairs(request.query)
    let type = request.headers["content-type"]?.split(separator: ";").first
      .map { $0.trimmingSpaces.lowercased() }
    switch route.body {
    case .none:
      guard request.body.isEmpty else {
        throw ServiceError(
          .malformedRequest, "\(route.method) \(route.path) takes no body.",
          hint: "Put the parameters in the URL.")
      }
      guard route.refusesMistakes else { return ParameterValues() }
      return try ParameterReader(route.parameters).read(pairs)
    case .parameters:
      // Parameters in both the query string and the body would be ambiguous.
      _ = try ParameterReader([]).read(pairs)
      try expect("application/json", type, request)
      guard case .object(let members) = try JSONValue(body: request.body) else {
        throw ServiceError(
          .malformedBody, "The request body must be a JSON object.", hint: "Send one JSON object.")
      }
      if let repeated = RepeatedMembers.first(in: request.body) {
        throw ServiceError(
          .malformedBody, "The body has “\(repeated.shortened)” more than once.",
          hint: "Use it only once.")
      }
      return try ParameterReader(route.parameters).read(members)
    case .form:
      _ = try ParameterReader([]).read(pairs)
      try expect("application/x-www-form-urlencoded", type, request)
      guard let form = String(validating: request.body, as: UTF8.self) else {
        throw ServiceError(.malformedBody, "The form is not UTF-8.", hint: "Send it as UTF-8.")
      }
      // Forms send empty fields.
      let filled = try QueryString.pairs(form).filter { !$0.value.isEmpty }
      return try ParameterReader(route.parameters).read(filled)
    case .raw(let expected, _):
      try expect(expected, type, request)
      return try ParameterReader(route.parameters).read(pairs)
    }
  }

  /// Checks the type and the encoding of a body.
  private func expect(
    _ expected: String, _ type: String?, _ request: ServiceRequest
  ) throws(ServiceError) {
    let encoding = request.headers["content-encoding"] ?? ""
    if !["", "identity"].contains(encoding.lowercased()) {
      throw ServiceError(
        .unsupportedType, "The content encoding \(encoding.shortened) is not supported.",
        hint: "Send the body without compression.")
    }
    if let charset = request.bodyCharset, !["utf-8", "utf8", "us-ascii"].contains(charset) {
      throw ServiceError(
        .unsupportedType, "The charset \(charset.shortened) is not supported.",
        hint: "Send the body as UTF-8.")
    }
    if type == expected { return }
    throw ServiceError(
      .unsupportedType,
      type.map { "The content type \($0.shortened) is not supported." }
        ?? "The request has no content type.",
      hint: "Send it with Content-Type: \(expected).")
  }

  /// The response that reports an error: a page or JSON, as the route answers.
  ///
  /// The page keeps the query of the request, so that no pasted text is lost.
  func failure(_ error: any Error, _ request: ServiceRequest) -> ServiceResponse {
    let known = ServiceError(error)
    var response =
      wantsPage(request, known) ? .page(known, for: request) : ServiceResponse.failure(known)
    if known.code == .methodNotAllowed {
      response.headers.append(("allow", table.allowed(request.path)))
    }
    if known.code == .internalError || known.code == .indexUnavailable {
      response.detail = String(describing: error)
    }
    return response
  }

  /// Whether an error is shown as a page rather than as JSON.
  private func wantsPage(_ request: ServiceRequest, _ error: ServiceError) -> Bool {
    let route = (try? table.route(of: request))?.route
    let answer = route?.answer
    if case .page? = answer { return true }
    // A form or a link of a page leads to exports.
    if route?.tag == .export { return request.acceptsPages }
    // If the file does not exist, a person in a browser sees a page.
    if case .asset? = answer { return request.acceptsPages }
    return [.noSuchRoute, .methodNotAllowed].contains(error.code) && request.acceptsPages
  }
}
