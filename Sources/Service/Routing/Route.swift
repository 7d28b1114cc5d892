/// A route of the service.
///
/// Each route is a file in `Routes`, all of the same shape, and a line in ``RouteTable``. What it
/// takes and returns is data, from which requests are read and OpenAPI is written; its handler is a
/// function from a call to a response that knows nothing of sockets.
public struct Route: Sendable {
  /// What the body of a request is.
  public enum Body: Sendable {
    /// There is none; a request with one is refused.
    case none
    /// A JSON object of the route's parameters, instead of a query string.
    case parameters
    /// Any body of a content type, with the schema `docs/schema/NAME.json`.
    case raw(type: String, schema: String)
  }

  /// What the response is.
  public enum Answer: Sendable {
    /// JSON with the schema `docs/schema/NAME.json`.
    case json(schema: String)
    /// Messages of JSON-RPC, whose errors have their own schema; nothing, with 202, if no reply is
    /// needed.
    case messages(schema: String)
    /// JSON, or text of other content types if a parameter says so.
    case jsonOr(schema: String, [String])
    /// Text of one of several content types.
    case text([String])
    /// A page; not part of the OpenAPI description.
    case page
    /// A file that pages need; not part of the OpenAPI description.
    case asset
  }

  /// Where a route runs.
  public enum Executor: Sendable {
    /// On the event loop of the connection: it reads no index and never blocks.
    case eventLoop
    /// On a thread of the work queue.
    case workQueue
  }

  /// `GET` or `POST`; `HEAD` works wherever `GET` does.
  public let method: String
  /// The path; a segment in braces matches any value: `/documents/{id}`.
  public let path: String
  /// What it does, as a sentence.
  public let summary: String
  /// The parameters.
  public let parameters: [Parameter]
  /// The parameters that are required.
  public let required: [Parameter]
  /// What the body of a request is.
  public let body: Body
  /// What the response is.
  public let answer: Answer
  /// Where it runs.
  public let executor: Executor
  /// Whether the response depends only on the request and the index, so that a client may keep it
  /// until the index changes.
  public let isIndexed: Bool
  /// Errors in addition to those of every route.
  public let errors: [ServiceError.Code]
  /// Answers a call.
  public let respond: @Sendable (Call, ServiceContext) throws -> ServiceResponse

  /// Describes a route.
  public init(
    _ method: String, _ path: String, _ summary: String, parameters: [Parameter] = [],
    required: [Parameter] = [], body: Body = .none, answer: Answer, executor: Executor = .workQueue,
    isIndexed: Bool = true, errors: [ServiceError.Code] = [],
    respond: @escaping @Sendable (Call, ServiceContext) throws -> ServiceResponse
  ) {
    self.method = method
    self.path = path
    self.summary = summary
    self.parameters = parameters
    self.required = required
    self.body = body
    self.answer = answer
    self.executor = executor
    self.isIndexed = isIndexed && method == "GET"
    self.errors = errors
    self.respond = respond
    segments = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  let segments: [String]

  /// Whether the response is made from the index.
  var readsIndex: Bool {
    if case .asset = answer { return false }
    return isIndexed || method == "POST"
  }

  /// Names in the path.
  public var pathNames: [String] {
    segments.filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }

  /// The values in a path of this route; `nil` for other paths.
  func match(_ parts: [Substring]) -> [String: Substring]? {
    guard parts.count == segments.count else { return nil }
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
