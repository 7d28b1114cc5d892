extension Route {
  /// `GET /evidence-map`: the page of the evidence map.
  public static let mapPage: Route = Route(
    "GET", PageAddress.map, "The page of the evidence map.",
    parameters: MapPage.parameters + [.with], answer: .page, refusesMistakes: false
  ) { call, context in
    let asked = try PageAddress(call.request)
    let check = AddressCheck(asked, MapPage.parameters)
    if let mistake = check.mistakes.first, check.lacksQuery { throw mistake.error }
    var page = try MapPage(check.address, from: context.index.current().index)
    page.typed = asked.value(.query)
    page.mistakes = check.mistakes
    return .page(page.frame, for: call, in: context, mistakes: check.mistakes)
  }
}
