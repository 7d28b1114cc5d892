import NIOCore

/// When the steps of a connection began, and which of them take too long.
///
/// A step costs a look at the time; a timer of the connection compares now and then.
struct ConnectionClock {
  /// A step with a limit.
  enum Step: Int, CaseIterable {
    /// No request is under way.
    case idle
    /// A part of a request's head has arrived.
    case head
    /// A request's body is arriving.
    case receiving
    /// The client takes a response, or the next piece of a long one.
    case sending
    /// What still arrives on a connection that is closing is dropped.
    case lingering
  }

  /// How often to look.
  static let tick = TimeAmount.milliseconds(500)

  private let limits: [TimeAmount]
  private var since: [NIODeadline?]

  /// Starts with a connection that waits for its first request.
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
