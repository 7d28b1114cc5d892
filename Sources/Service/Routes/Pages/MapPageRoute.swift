extension Route {
  /// `GET /evidence-map`: the page of the evidence map.
  public static let mapPage: Route = Route(
    "GET", PageAddress.map, "The page of the evidence map.", parameters: MapPage.parameters,
    answer: .page
  ) { call, context in
    let address = try PageAddress(call.request)
    return .page(try MapPage(address, from: context.index.current().index).html)
  }
}
