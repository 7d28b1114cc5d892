/// The page on which a browser sends the token of the server.
struct LoginPage {
  /// The path of the page to show afterwards.
  var next: String
  /// Why the token that was sent did not log the browser in.
  var error: ServiceError?

  /// A path on this server that was asked for; the start page for anything else.
  static func safe(_ next: String?) -> String {
    guard let next, next.hasPrefix("/"), !next.hasPrefix("//"), !next.contains("\\"),
      next.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      next.prefix(while: { $0 != "?" }) != PageAddress.login
    else { return PageAddress.home }
    return next
  }

  private var alert: HTML {
    guard let error else { return .empty }
    return """
      <p class="wrong" role="alert">\(error.message) \(error.hint ?? "")</p>
      """
  }

  /// The whole page.
  var html: HTML {
    PageFrame(
      title: "Log in – peerlit", address: PageAddress(PageAddress.home), kind: "login",
      hasSearch: false,
      content: """
        <section class="login-box">
        <h1>Log in</h1>
        <p>This server is shared on a network. Enter the token that its owner gave you; you \
        stay logged in for 30 days, or until the server restarts.</p>
        \(alert)
        <form method="post" action="\(PageAddress.login)">
        <input type="hidden" name="\(Parameter.next.name)" value="\(next)">
        <label for="token">Token</label>
        <input id="token" name="\(Parameter.token.name)" type="password" required autofocus \
        autocomplete="current-password" maxlength="1000">
        <button>Log in</button>
        </form>
        </section>
        """
    ).html
  }
}

extension ServiceResponse {
  /// The login page in place of the page that was asked for.
  ///
  /// - Parameters:
  ///   - error: why the browser is not logged in.
  ///   - isShown: whether the page says so.
  static func login(
    next: String, _ error: ServiceError, isShown: Bool = true
  ) -> ServiceResponse {
    var response = page(
      LoginPage(next: LoginPage.safe(next), error: isShown ? error : nil).html,
      status: error.code.status)
    response.report(error)
    return response
  }
}
