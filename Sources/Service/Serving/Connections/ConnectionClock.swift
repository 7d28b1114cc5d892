import NIOCore

/// Records when the steps of a connection began and detects steps that take too long.
///
/// Starting a step only reads the clock; a timer of the connection checks the limits periodically.
struct ConnectionClock {
  /// A step with a limit.
  enum Step: Int, CaseIterable {
    /// No request is under way.
    case idle
    /// A part of a request's head has arrived.
    case head
    /// A request's body is arriving.
    case receiving
    /// The client is receiving a response, or the next piece of a long one.
    case sending
    /// The connection is closing; further input is discarded.
    case lingering
  }

  /// The interval of the checks.
  static let tick = TimeAmount.milliseconds(500)

  private let limits: [TimeAmount]
  private var since: [NIODeadline?]

  /// Creates the clock of a connection that is waiting for its first request.
  init(limits: ServiceLimits) {
    self.limits = [
      limits.idle, limits.idle, limits.receiving, limits.sending, .seconds(2),
    ].map { TimeAmount($0) }
    since = Step.allCases.map { $0 == .idle ? .now() : nil }
  }

  /// Whether a request has arrived on the connection.
  private(set) var hasServed = false

  /// Begins a step, now.
  mutating func start(_ step: Step) {
    since[step.rawValue] = .now()
    if step == .receiving { hasServed = true }
  }

  /// Begins a step that has not begun yet.
  mutating func startOnce(_ step: Step) {
    if since[step.rawValue] == nil { start(step) }
  }

  /// Ends a step.
  mutating func stop(_ step: Step) { since[step.rawValue] = nil }

  /// Whether a step takes longer than its limit.
  func isLate(_ step: Step) -> Bool {
    guard let since = since[step.rawValue] else { return false }
    return .now() - since > limits[step.rawValue]
  }
}
