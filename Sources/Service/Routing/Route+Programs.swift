extension Route {
  /// Whether programs use it: OpenAPI describes it, and its address may begin with a version.
  package var isForPrograms: Bool {
    switch answer {
    case .page, .asset: false
    case .json, .messages, .text: true
    }
  }
}
