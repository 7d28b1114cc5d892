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

  /// The response with a page that leaves out what is wrong in its address.
  static func page(_ html: HTML, mistakes: [AddressCheck.Mistake]) -> ServiceResponse {
    guard let error = mistakes.first?.error else { return page(html) }
    var response = page(html, status: error.code.status)
    response.error = error.code
    return response
  }

  /// The response with the page of an error.
  static func page(_ error: ServiceError, for request: ServiceRequest) -> ServiceResponse {
    let address = (try? PageAddress(request)) ?? PageAddress(PageAddress.home)
    var response = page(ErrorPage(error, at: address).html, status: error.code.status)
    response.error = error.code
    if error.code.status == 503 { response.headers.append(("retry-after", "1")) }
    return response
  }

  /// The redirection to the canonical address of a page.
  static func page(at address: PageAddress) -> ServiceResponse {
    ServiceResponse(status: 303, headers: [("location", address.href)])
  }
}
