/// A server's limits on sizes, numbers and times.
public struct ServiceLimits: Sendable {
  /// Maximum bytes of an address: path and query string.
  public var target = 16 << 10
  /// Maximum bytes of an address with all header fields.
  public var headers = 32 << 10
  /// Maximum bytes of a body.
  public var body = 1 << 20
  /// The maximum running time of a query before it is stopped, and waiting time before it is
  /// refused.
  public var query = Duration.seconds(5)
  /// Maximum number of running and waiting queries; more are refused.
  public var queue = 256
  /// Maximum number of connections; more are refused.
  public var connections = 1024
  /// Maximum number of connections that are accepted, to serve or to refuse them; more wait.
  var accepted: Int { connections + min(32, connections) }
  /// The maximum time that a connection may be idle, or take to send the head of a request.
  public var idle = Duration.seconds(15)
  /// The maximum time for receiving the body of a request.
  public var receiving = Duration.seconds(15)
  /// The maximum time for sending a response, or the next piece of a long one.
  public var sending = Duration.seconds(30)
  /// The maximum time to wait for running requests when the server stops.
  public var stopping = Duration.seconds(10)

  /// Creates the default limits.
  public init() {}
}
