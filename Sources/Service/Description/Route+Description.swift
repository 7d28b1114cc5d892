extension Route {
  /// Whether OpenAPI describes it.
  package var isForPrograms: Bool {
    switch answer {
    case .page, .asset: false
    case .json, .jsonOr, .messages, .text: true
    }
  }

  /// The schema of the JSON that it returns; `nil` if it returns none.
  var schema: String? {
    switch answer {
    case .json(let schema), .jsonOr(let schema, _), .messages(let schema): schema
    case .text, .page, .asset: nil
    }
  }

  /// The content types that it returns other than JSON.
  var otherTypes: [String] {
    switch answer {
    case .jsonOr(_, let types), .text(let types): types
    case .json, .messages, .page, .asset: []
    }
  }
}
