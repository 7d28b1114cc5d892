extension PageAddress {
  /// The address of a request.
  init(_ request: ServiceRequest) throws(ServiceError) {
    self.init(request.path, try QueryString.pairs(request.query).map { Pair($0.name, $0.value) })
  }
}

extension ServiceResponse {
  /// The response with a page.
  static func page(_ html: HTML, status: Int = 200) -> ServiceResponse {
    ServiceResponse(
      status: status, type: "text/html; charset=utf-8",
      headers: [
        ("content-security-policy", PageAssets.policy), ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"), ("cross-origin-opener-policy", "same-origin"),
      ],
      body: Array(html.text.utf8))
  }

  /// The response to a call with a page, on which a browser that has logged in can log out.
  ///
  /// - Parameter mistakes: what is wrong in the address, which the page leaves out.
  static func page(
    _ frame: PageFrame, for call: Call, in context: ServiceContext,
    mistakes: [AddressCheck.Mistake] = []
  ) -> ServiceResponse {
    var frame = frame
    frame.hasLogout = context.logins?.has(call.request.headers["cookie"]) ?? false
    guard let error = mistakes.first?.error else { return page(frame.html) }
    var response = page(frame.html, status: error.code.status)
    response.report(error)
    return response
  }

  /// The response with the page of an error; that of a strategy has the form with its text.
  static func page(_ error: ServiceError, for request: ServiceRequest) -> ServiceResponse {
    let address = (try? PageAddress(request)) ?? PageAddress(PageAddress.home)
    let html =
      StrategyPage(error, sentWith: request)?.frame.html ?? ErrorPage(error, at: address).html
    var response = page(html, status: error.code.status)
    response.report(error)
    return response
  }

  /// The refusal of a request before its body was read: a page for a browser, JSON for a program.
  ///
  /// The page has nothing of the body, because the beginning of a text would look like the whole.
  ///
  /// - Parameter keepsAddress: whether the page keeps the query in the address, which may be too
  ///   long, or come from another site.
  static func refusal(
    _ error: ServiceError, of request: ServiceRequest, keepsAddress: Bool = true
  ) -> ServiceResponse {
    guard request.asksForPage else { return .failure(error) }
    guard keepsAddress else { return page(error, for: ServiceRequest("GET", PageAddress.home)) }
    var head = request
    head.body = []
    return page(error, for: head)
  }

  /// The redirection to the canonical address of a page.
  static func page(at address: PageAddress) -> ServiceResponse { redirection(to: address.href) }

  /// A redirection to a page of this server.
  ///
  /// - Parameter cookie: the header `Set-Cookie`, if any.
  static func redirection(to path: String, cookie: String? = nil) -> ServiceResponse {
    var response = ServiceResponse(status: 303, headers: [("location", path)])
    if let cookie { response.headers.append(("set-cookie", cookie)) }
    return response
  }
}
