/// The address of a request as it is logged: secrets are replaced by `***`.
///
/// Addresses end up in logs, so tokens don't belong there, but clients put them there all the same.
package struct LoggedTarget: Sendable {
  /// Names of parameters whose values are secrets, without signs and in lower case.
  private static let names: Set<String> = [
    "accesstoken", "apikey", "auth", "authorization", "bearer", "key", "passwd", "password",
    "secret", "token",
  ]
  private static let hidden = "***"

  private let token: String?

  /// Makes the form of a server's log.
  ///
  /// - Parameter token: the server's token, which is hidden wherever it occurs.
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
    // A token with percent signs in place of some characters is still the token.
    return text.contains("%") && Self.decoded(text).contains(token) ? Self.hidden : String(text)
  }

  private static func decoded(_ text: Substring) -> String {
    (try? QueryString.decoded(text.utf8)) ?? String(text)
  }
}
