/// One thing that the service answers.
///
/// Each route is a file in `Routes`, all of the same shape, and a line in ``RouteTable``: what it
/// takes and gives is data, from which requests are read and OpenAPI is written, and its handler is
/// a function from a call to a response that knows nothing of sockets.
public struct Route: Sendable {
  /// What the body of a request is.
  public enum Body: Sendable {
    /// There is none; one that comes is refused.
    case none
    /// A JSON object of the route's parameters, in place of a query string.
    case parameters
    /// Whatever the handler makes of it, of this content type; its schema is
    /// `docs/schema/NAME.json`.
    case raw(type: String, schema: String)
  }

  /// What the answer is.
  public enum Answer: Sendable {
    /// JSON whose schema is `docs/schema/NAME.json`.
    case json(schema: String)
    /// Messages of JSON-RPC, whose errors have a schema of their own; nothing, with 202, where none
    /// is wanted.
    case messages(schema: String)
    /// The same as `json`, or text of content types where a parameter says so.
    case jsonOr(schema: String, [String])
    /// Text of content types.
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

  /// `GET` or `POST`; `HEAD` is answered wherever `GET` is.
  public let method: String
  /// The path; a segment in braces takes any value: `/documents/{id}`.
  public let path: String
  /// What it does, a sentence.
  public let summary: String
  /// The parameters that it takes.
  public let parameters: [Parameter]
  /// Those of them that must be given.
  public let required: [Parameter]
  /// What the body of a request is.
  public let body: Body
  /// What the answer is.
  public let answer: Answer
  /// Where it runs.
  public let executor: Executor
  /// Whether the answer depends on the request and the index alone, and so may be kept by the
  /// client until the index changes.
  public let isIndexed: Bool
  /// Errors beside those of every route.
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

  /// Names in the path.
  public var pathNames: [String] {
    segments.filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }

  /// The values in a path that is this route's; `nil` when it is not.
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

/// A request that has found its route, and been read.
public struct Call: Sendable {
  /// The request.
  public let request: ServiceRequest
  /// The values of its parameters.
  public let values: ParameterValues
  /// The values in its path, decoded.
  public let path: [String: String]

  /// The document that the path names.
  var id: String { path["id"] ?? "" }
}
