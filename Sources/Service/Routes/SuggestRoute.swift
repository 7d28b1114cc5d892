import JSON

extension Route {
  /// `GET /suggest`: autocomplete and spelling suggestions.
  public static let suggest = Route(
    "GET", "/suggest", "Autocomplete and spelling suggestions for a query.",
    operation: "suggest", tag: .search,
    parameters: [.query], required: [.query], answer: .json(schema: "suggest")
  ) { call, context in
    let text = call.values.text(.query) ?? ""
    return .json(try JSONText.bytes(context.index.current().index.suggest(text)))
  }
}
