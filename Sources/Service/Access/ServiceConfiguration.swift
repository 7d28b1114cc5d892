/// The address, access and limits of a server.
public struct ServiceConfiguration: Sendable {
  /// An address on which a server listens.
  public enum Address: Sendable, Equatable {
    /// A port of an address of this machine; port 0 means any free port.
    case port(host: String, Int)
    /// A Unix socket that only the current user can open.
    case socket(path: String)

    /// The host if no other is chosen.
    public static let standardHost = "127.0.0.1"
    /// The port if no other is chosen.
    public static let standardPort = 7700

    /// Whether only this machine can reach it.
    public var isLocal: Bool {
      switch self {
      case .port(let host, _): ["localhost", "::1"].contains(host) || LoopbackAddress.matches(host)
      case .socket: true
      }
    }

    /// The address in the form that clients use.
    ///
    /// - Parameter port: the port that the system chose, if any.
    func text(port chosen: Int?) -> String {
      switch self {
      case .port(let host, let wanted):
        "http://" + ServerAddress.port(host: host, port: chosen ?? wanted).host
      case .socket(let path): "unix:\(path)"
      }
    }
  }

  /// The address on which the server listens.
  public var address = Address.port(host: Address.standardHost, Address.standardPort)
  /// The token that every request must send as `Authorization: Bearer …`; `nil` for none.
  public var token: String?
  /// The browsers that have logged in with the token; `nil` if browsers can't.
  public var logins: Logins?
  /// Other sites whose pages may send requests, as their `Origin` is written.
  public var origins: [String] = []
  /// The server's limits.
  public var limits = ServiceLimits()

  /// Creates the default configuration.
  public init() {}
}
