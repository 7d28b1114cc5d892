/// The address of a request for the log, with secrets replaced by `***`.
///
/// Tokens don't belong in addresses, because addresses are logged, but clients put them there
/// anyway.
package struct LoggedTarget: Sendable {
  /// Names of parameters with secret values, without punctuation and in lower case.
  private static let names: Set<String> = [
    "accesstoken", "apikey", "auth", "authorization", "bearer", "key", "passwd", "password",
    "secret", "token",
  ]
  private static let hidden = "***"

  private let token: String?

  /// Creates the form for a server's log.
  ///
  /// - Parameter token: the server's token, which is always hidden.
  package init(token: String?) { self.token = token.flatMap { $0.isEmpty ? nil : $0 } }

  /// The address of a request, without secrets.
  package func text(_ request: ServiceRequest) -> String {
    let path = hidingToken(request.path[...])
    guard !request.query.isEmpty else { return path }
    let pairs = request.query.split(separator: "&", omittingEmptySubsequences: false).map { pair in
      let name = pair.prefix { $0 != "=" }
      if name.endIndex < pair.endIndex, Self.isSecret(name) { return "\(name)=\(Self.hidden)" }
      return hidingToken(pair)
    }
    return path + "?" + pairs.joined(separator: "&")
  }

  private static func isSecret(_ name: Substring) -> Bool {
    let plain = decoded(name).lowercased().filter { $0.isLetter }
    return names.contains(plain)
  }

  private func hidingToken(_ text: Substring) -> String {
    guard let token else { return String(text) }
    if text.contains(token) { return String(text.replacing(token, with: Self.hidden)) }
    // A percent-encoded token is still the token.
    return text.contains("%") && Self.decoded(text).contains(token) ? Self.hidden : String(text)
  }

  private static func decoded(_ text: Substring) -> String {
    (try? QueryString.decoded(text.utf8)) ?? String(text)
  }
}
