/// How a server is reached, and what it allows.
public struct ServiceConfiguration: Sendable {
  /// Where it listens.
  public enum Address: Sendable, Equatable {
    /// A port of an address of this machine; port 0 takes any that is free.
    case port(host: String, Int)
    /// A unix socket, for this user alone.
    case socket(path: String)

    /// Whether only this machine can reach it.
    public var isLocal: Bool {
      switch self {
      case .port(let host, _): host == "localhost" || host == "::1" || host.hasPrefix("127.")
      case .socket: true
      }
    }
  }

  /// Where it listens.
  public var address = Address.port(host: "127.0.0.1", 7700)
  /// What every request must bring as `Authorization: Bearer …`; `nil` for nothing.
  public var token: String?
  /// Pages of other addresses that may ask, as their `Origin` is written.
  public var origins: [String] = []
  /// Whether requests are logged.
  public var logsRequests = true
  /// What it allows.
  public var limits = ServiceLimits()

  /// Makes the usual configuration.
  public init() {}
}

/// How much a server takes, and how long it waits.
public struct ServiceLimits: Sendable {
  /// Bytes of an address: path and query string.
  public var target = 16 << 10
  /// Bytes of all header fields.
  public var headers = 32 << 10
  /// Bytes of a body.
  public var body = 1 << 20
  /// How long a query may take; it is then stopped.
  public var query = Duration.seconds(5)
  /// Queries under way and waiting; more are refused.
  public var queue = 256
  /// Connections; more are told to come back.
  public var connections = 1024
  /// How long a connection may be idle, or take to send the head of a request.
  public var idle = Duration.seconds(15)
  /// How long the body of a request may take.
  public var receiving = Duration.seconds(15)
  /// How long a client may take to receive a response.
  public var sending = Duration.seconds(30)
  /// For how long running requests are waited for at the end.
  public var stopping = Duration.seconds(10)

  /// The usual limits.
  public init() {}
}
