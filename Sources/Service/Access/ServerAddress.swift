import Foundation

/// The address of a server: `http://127.0.0.1:7700` or `unix:/path/of/socket`.
public enum ServerAddress: Sendable, Equatable {
  case port(host: String, port: Int)
  case socket(path: String)

  /// Reads an address.
  ///
  /// - Throws: ``ServerError`` if it is invalid.
  public init(_ text: String) throws(ServerError) {
    if text.hasPrefix("unix:"), text.utf8.count > 5 {
      self = .socket(path: String(text.dropFirst(5)))
      return
    }
    guard let parts = Self.parts(text) else {
      throw ServerError(
        "Invalid server address “\(text)”; write http://127.0.0.1:7700 or unix:PATH.")
    }
    self = .port(host: parts.host, port: parts.port)
  }

  /// The value of the header `Host`.
  var host: String {
    switch self {
    case .port(let host, let port): "\(host.contains(":") ? "[\(host)]" : host):\(port)"
    case .socket: "localhost"
    }
  }

  private static func parts(_ text: String) -> (host: String, port: Int)? {
    guard text.hasPrefix("http://") else { return nil }
    var rest = text.dropFirst(7)
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    let host: Substring
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      host = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
    } else {
      host = rest.prefix { $0 != ":" }
      rest = rest[host.endIndex...]
    }
    guard !host.isEmpty, !host.contains("/") else { return nil }
    if rest.isEmpty { return (String(host), 80) }
    guard rest.hasPrefix(":"), let port = Int(rest.dropFirst()), (1...65_535).contains(port) else {
      return nil
    }
    return (String(host), port)
  }
}
