extension Route {
  /// `GET /openapi.json`: what the service answers, for programs.
  public static let openAPI = Route(
    "GET", "/openapi.json", "This description of the service (OpenAPI 3.1).",
    answer: .json(schema: "openapi"), isIndexed: false
  ) { _, context in
    .json(context.description.text(version: context.version))
  }
}
