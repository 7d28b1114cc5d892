extension Route {
  /// `GET /login`: the page on which a browser sends the token.
  ///
  /// A server without a token has none.
  public static let loginPage: Route = Route(
    "GET", PageAddress.login, "The login page of a server with a token.",
    parameters: [.next], answer: .page, isIndexed: false
  ) { call, context in
    let next = LoginPage.safe(call.values.text(.next))
    guard context.logins != nil else { return .redirection(to: next) }
    return .page(LoginPage(next: next).html)
  }

  /// `POST /login`: logs a browser in, with a cookie, and redirects to the requested page.
  public static let login: Route = Route(
    "POST", PageAddress.login, "Log a browser in.", parameters: [.token, .next],
    body: .form, answer: .page
  ) { call, context in
    let next = LoginPage.safe(call.values.text(.next))
    guard let logins = context.logins else { return .redirection(to: next) }
    do throws(ServiceError) {
      let cookie = try logins.begin(call.values.text(.token) ?? "", in: call.request)
      return .redirection(to: next, cookie: cookie)
    } catch {
      return .login(next: next, error)
    }
  }

  /// `POST /logout`: logs a browser out.
  public static let logout: Route = Route(
    "POST", PageAddress.logout, "Log a browser out.", body: .form, answer: .page
  ) { call, context in
    guard let logins = context.logins else { return .redirection(to: PageAddress.home) }
    let cookie = logins.end(call.request.headers["cookie"])
    return .redirection(to: PageAddress.login, cookie: cookie)
  }
}

/// Parameters of the login form.
extension Parameter {
  /// The token of the server.
  static let token = Parameter("token", .text(limit: 1000), "The token of the server.")
  /// The page to show after the login.
  static let next = Parameter(
    "next", .text(limit: 20_000), "Path of the page to show after the login.")
}
