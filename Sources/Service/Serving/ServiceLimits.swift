/// A server's limits on sizes, numbers and times.
public struct ServiceLimits: Sendable {
  /// Maximum bytes of an address: path and query string.
  public var target = 16 << 10
  /// Maximum bytes of an address with all header fields.
  public var headers = 32 << 10
  /// Maximum bytes of a body.
  public var body = 1 << 20
  /// How long a query may run before it is stopped, and how long it may wait before it is refused.
  public var query = Duration.seconds(5)
  /// Maximum number of running and waiting queries; more are refused.
  public var queue = 256
  /// Maximum number of connections; more are refused.
  public var connections = 1024
  /// How long a connection may be idle, or take to send the head of a request.
  public var idle = Duration.seconds(15)
  /// How long the body of a request may take to arrive.
  public var receiving = Duration.seconds(15)
  /// How long a client may take to receive a response, or the next piece of a long one.
  public var sending = Duration.seconds(30)
  /// How long to wait for running requests before the server stops.
  public var stopping = Duration.seconds(10)

  /// Creates the default limits.
  public init() {}
}
