import JSON

extension Route {
  /// `GET /suggest`: what somebody who types may mean.
  public static let suggest = Route(
    "GET", "/suggest", "Completions of the last word of a text, and its words put right.",
    parameters: [.query], required: [.query], answer: .json(schema: "suggest")
  ) { call, context in
    let text = call.values.text(.query) ?? ""
    return .json(try JSONText.bytes(context.index.current().index.suggest(text)))
  }
}
