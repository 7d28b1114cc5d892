extension Route {
  /// Whether requests have a body.
  var hasBody: Bool { if case .none = body { false } else { true } }

  /// The schema of the JSON that it returns; `nil` if it returns none.
  var schema: String? {
    switch answer {
    case .json(let schema), .messages(let schema): schema
    case .text, .page, .asset: nil
    }
  }

  /// The other types for the description of the response: several are given as ranges.
  ///
  /// Generated clients choose one type of a list. If it ended with `+json`, they would read every
  /// answer as JSON; a range of texts, they read as a text.
  var otherRanges: [String] {
    let types = otherTypes
    guard types.count > 1 else { return types }
    return Set(types.map { $0.prefix { $0 != "/" } + "/*" }).sorted()
  }

  /// The content types that it returns other than JSON.
  var otherTypes: [String] {
    switch answer {
    case .text(let types): types
    case .json, .messages: otherAnswers
    case .page, .asset: []
    }
  }
}
