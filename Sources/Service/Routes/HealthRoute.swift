extension Route {
  /// `GET /health`: the server runs.
  public static let health = Route(
    "GET", "/health", "Whether the server runs.", answer: .json(schema: "health"),
    executor: .eventLoop,
    isIndexed: false
  ) { _, context in
    .json(["format_version": 1, "status": "ok", "version": .string(context.version)])
  }
}
