extension Route {
  /// `GET /openapi.json`: the OpenAPI description.
  public static let openAPI = Route(
    "GET", "/openapi.json", "This description of the service (OpenAPI 3.1).",
    operation: "getDescription", tag: .service,
    answer: .json(schema: "openapi"), isStatic: true
  ) { _, context in
    .json(context.description.text { OpenAPI(.standard, version: context.version).json.encoded })
  }
}
