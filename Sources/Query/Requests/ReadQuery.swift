/// A request whose text has been parsed.
///
///     request.reading = try QueryParser().read(request)
///
/// A request that has it is searched without reading the text again.
public struct ReadQuery: Sendable, Equatable {
  /// The query: of a strategy, the line that is run.
  public let query: Query
  /// The strategy that the text is; `nil` if it is a single search, or if it only looks like a
  /// strategy, so that it is searched as words.
  public let strategy: Strategy?
  private let text: String
  private let syntax: QuerySyntax?
  private let isPlain: Bool
  private let isStrategy: Bool
  private let line: Int?

  init(_ query: Query, of strategy: Strategy? = nil, for request: SearchRequest) {
    self.query = query
    self.strategy = strategy
    text = request.text
    syntax = request.syntax
    isPlain = request.plain
    isStrategy = request.isStrategy
    line = request.line
  }

  /// Whether a request asks for the same.
  func answers(_ request: SearchRequest) -> Bool {
    text == request.text && syntax == request.syntax && isPlain == request.plain
      && isStrategy == request.isStrategy && line == request.line
  }
}

extension SearchRequest {
  /// The strategy that its text is, if it was read before.
  public var strategy: Strategy? {
    guard let reading, reading.answers(self) else { return nil }
    return reading.strategy
  }
}
