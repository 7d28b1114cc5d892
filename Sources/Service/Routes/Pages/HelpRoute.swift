extension Route {
  /// `GET /help`: the page on how to search.
  public static let help: Route = Route(
    "GET", PageAddress.help, "The page on how to search.", answer: .page, isStatic: true
  ) { call, context in .page(HelpPage().frame, for: call, in: context) }
}
