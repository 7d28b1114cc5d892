extension Route {
  /// `GET /health`: whether the server is running.
  public static let health = Route(
    "GET", "/health", "Whether the server is running.",
    operation: "getHealth", tag: .service, answer: .json(schema: "health"),
    executor: .eventLoop,
    isIndexed: false
  ) { _, context in
    .json(["format_version": 1, "status": "ok", "version": .string(context.version)])
  }
}
