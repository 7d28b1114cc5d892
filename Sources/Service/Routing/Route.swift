import Literature

/// A route of the service.
///
/// Each route has a file in `Routes` and a line in ``RouteTable``. Its parameters and responses are
/// declared as data, which is used to parse requests and to generate OpenAPI. Its handler is a
/// function from a call to a response and knows nothing of sockets.
public struct Route: Sendable {
  /// The body of a request.
  public enum Body: Sendable {
    /// No body; a request with one is refused.
    case none
    /// A JSON object of the route's parameters, instead of a query string.
    case parameters
    /// The parameters as a form of a page sends them.
    case form
    /// Any body of a content type, with the schema `docs/schema/NAME.json`.
    case raw(type: String, schema: String)
  }

  /// The kind of response.
  public enum Answer: Sendable {
    /// JSON with the schema `docs/schema/NAME.json`.
    case json(schema: String)
    /// Messages of JSON-RPC, whose errors have their own schema; nothing, with 202, if no reply is
    /// needed.
    case messages(schema: String)
    /// Text of one of several content types.
    case text([String])
    /// A page; not part of the OpenAPI description.
    case page
    /// A file that pages use; not part of the OpenAPI description.
    case asset
  }

  /// The subject of a route: the groups of the OpenAPI description.
  public enum Tag: String, Sendable, CaseIterable {
    case search, documents, facets, export, service, assistants

    /// The purpose of the routes in the group, as a sentence.
    var summary: String {
      switch self {
      case .search: "Find documents."
      case .documents: "List and read documents."
      case .facets: "Count documents by \(FacetDefinition.filters.inWords)."
      case .export: "Write records for reference managers."
      case .service: "Monitor the server, and describe its API."
      case .assistants: "Tools for language models."
      }
    }
  }

  /// Where a route runs.
  public enum Executor: Sendable {
    /// On the event loop of the connection: the route never reads the index and never blocks.
    case eventLoop
    /// On a thread of the work queue.
    case workQueue
  }

  /// `GET` or `POST`; `HEAD` works wherever `GET` does.
  public let method: String
  /// The path; a segment in braces matches any value: `/documents/{id}`.
  public let path: String
  /// A description, as a sentence.
  public let summary: String
  /// The name of the operation, for the functions of generated clients: `getDocument`.
  public let operation: String
  /// Its subject.
  public let tag: Tag
  /// The parameters that it accepts.
  public let parameters: [Parameter]
  /// The parameters that are required.
  public let required: [Parameter]
  /// Further content types of the answer, which a parameter selects.
  let otherAnswers: [String]
  /// The body of a request.
  public let body: Body
  /// The kind of response.
  public let answer: Answer
  /// Where it runs.
  public let executor: Executor
  /// Whether the response depends only on the request and the index, so a client may cache it until
  /// the index changes; never for `POST`.
  public let isIndexed: Bool
  /// Whether the response depends only on the request and the program, so a client may cache it
  /// until the server starts again.
  let isStatic: Bool
  /// Whether the response has an entity tag.
  var hasTag: Bool { isIndexed || isStatic }
  /// Whether a mistake in the parameters is an error; otherwise the handler checks them, to answer
  /// the rest of the request.
  let refusesMistakes: Bool
  /// Errors in addition to those of every route.
  public let errors: [ServiceError.Code]
  /// Answers a call.
  public let respond: @Sendable (Call, ServiceContext) throws -> ServiceResponse

  /// Describes a route.
  public init(
    _ method: String, _ path: String, _ summary: String, operation: String = "",
    tag: Tag = .service, parameters: [Parameter] = [],
    required: [Parameter] = [], otherAnswers: [String] = [], body: Body = .none, answer: Answer,
    executor: Executor = .workQueue,
    isIndexed: Bool = true, isStatic: Bool = false, refusesMistakes: Bool = true,
    errors: [ServiceError.Code] = [],
    respond: @escaping @Sendable (Call, ServiceContext) throws -> ServiceResponse
  ) {
    self.method = method
    self.path = path
    self.summary = summary
    self.operation = operation
    self.tag = tag
    self.parameters = parameters
    self.required = required
    self.otherAnswers = otherAnswers
    self.body = body
    self.answer = answer
    self.executor = executor
    self.isIndexed = isIndexed && !isStatic && method == "GET"
    self.isStatic = isStatic
    self.refusesMistakes = refusesMistakes
    self.errors = errors
    self.respond = respond
    segments = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  let segments: [String]

  /// The segment of a path that is the id of a document.
  private static let id = "{id}"

  /// Whether the response depends on the index.
  var readsIndex: Bool {
    if case .asset = answer { return false }
    return isIndexed || method == "POST"
  }

  /// The names of the variable segments of the path.
  public var pathNames: [String] {
    segments.filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }

  /// The values in a path of this route; `nil` for other paths.
  ///
  /// A DOI may have its slashes as they are.
  func match(_ parts: [Substring]) -> [String: Substring]? {
    let surplus = parts.count - segments.count
    guard surplus >= 0 else { return nil }
    var parts = parts
    if surplus > 0 {
      guard let place = segments.firstIndex(of: Self.id), parts[place].hasPrefix("10.") else {
        return nil
      }
      let doi = parts[place...(place + surplus)].joined(separator: "/")
      parts.replaceSubrange(place...(place + surplus), with: [Substring(doi)])
    }
    var values: [String: Substring] = [:]
    for (segment, part) in zip(segments, parts) {
      if segment.hasPrefix("{") {
        if part.isEmpty { return nil }
        values[String(segment.dropFirst().dropLast())] = part
      } else if segment != part {
        return nil
      }
    }
    return values
  }
}
