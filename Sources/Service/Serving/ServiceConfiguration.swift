/// How a server is reached, and what it allows.
public struct ServiceConfiguration: Sendable {
  /// Where a server listens.
  public enum Address: Sendable, Equatable {
    /// A port of an address of this machine; port 0 is any free port.
    case port(host: String, Int)
    /// A Unix socket that only this user can open.
    case socket(path: String)

    /// Whether only this machine can reach it.
    public var isLocal: Bool {
      switch self {
      case .port(let host, _): host == "localhost" || host == "::1" || host.hasPrefix("127.")
      case .socket: true
      }
    }

    /// The address as clients write it.
    ///
    /// - Parameter port: the port that the system chose, if it did.
    func text(port chosen: Int?) -> String {
      switch self {
      case .port(let host, let wanted):
        "http://\(host.contains(":") ? "[\(host)]" : host):\(chosen ?? wanted)"
      case .socket(let path): "unix:\(path)"
      }
    }
  }

  /// Where the server listens.
  public var address = Address.port(host: "127.0.0.1", 7700)
  /// What every request must carry as `Authorization: Bearer …`; `nil` for nothing.
  public var token: String?
  /// Other sites whose pages may send requests, as their `Origin` is written.
  public var origins: [String] = []
  /// What the server allows.
  public var limits = ServiceLimits()

  /// Makes the default configuration.
  public init() {}
}
