extension Route {
  /// `GET /evidence-map`: the page of the evidence map.
  public static let mapPage: Route = Route(
    "GET", PageAddress.map, "The page of the evidence map.", parameters: MapPage.parameters,
    answer: .page
  ) { call, context in
    let address = try PageAddress(call.request)
    let page = try MapPage(address, from: context.index.current().index)
    return .page(page.frame, for: call, in: context)
  }
}
