import Synchronization

/// Counts of requests, for Prometheus.
public final class ServiceMetrics: Sendable {
  private struct Key: Hashable, Comparable {
    var route: String
    var method: String
    var status: Int

    static func < (left: Key, right: Key) -> Bool {
      (left.route, left.method, left.status) < (right.route, right.method, right.status)
    }
  }

  private struct Latency {
    var counts = [Int](repeating: 0, count: ServiceMetrics.bounds.count + 1)
    var sum = 0.0
  }

  private struct State {
    var requests: [Key: Int] = [:]
    var errors: [String: Int] = [:]
    var latency: [String: Latency] = [:]
    var gauges: [(name: String, help: String, value: @Sendable () -> Int)] = []
  }

  /// Upper bounds of the histogram, in seconds.
  static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

  private let state = Mutex(State())

  /// Creates counts of 0.
  public init() {}

  /// Adds a number that is read when the metrics are requested.
  package func gauge(_ name: String, _ help: String, _ value: @escaping @Sendable () -> Int) {
    state.withLock { $0.gauges.append((name, help, value)) }
  }

  /// Counts a request.
  ///
  /// - Parameters:
  ///   - route: the path in the route table, which bounds the number of series; empty for other
  ///     paths.
  ///   - error: the code of the error in the response.
  package func count(
    route: String, method: String, status: Int, error: ServiceError.Code?, seconds: Double
  ) {
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    state.withLock { state in
      state.requests[Key(route: route, method: method, status: status), default: 0] += 1
      state.latency[route, default: Latency()].counts[bucket] += 1
      state.latency[route, default: Latency()].sum += seconds
      if let error { state.errors[error.rawValue, default: 0] += 1 }
    }
  }

  /// The metrics in the text format of Prometheus.
  package func text() -> String {
    let state = state.withLock { $0 }
    var lines = Self.head("peerlit_requests_total", "Requests.", type: "counter")
    for (key, count) in state.requests.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "peerlit_requests_total{route=\"\(key.route)\",method=\"\(key.method)\","
          + "status=\"\(key.status)\"} \(count)")
    }
    lines += Self.head(
      "peerlit_errors_total", "Responses that report an error.", type: "counter")
    for (code, count) in state.errors.sorted(by: { $0.key < $1.key }) {
      lines.append("peerlit_errors_total{code=\"\(code)\"} \(count)")
    }
    let histogram = "peerlit_request_seconds"
    lines += Self.head(
      histogram, "Time from the head of a request to its response.", type: "histogram")
    for (route, latency) in state.latency.sorted(by: { $0.key < $1.key }) {
      var sum = 0
      for (bound, count) in zip(Self.bounds.map { String($0) } + ["+Inf"], latency.counts) {
        sum += count
        lines.append("\(histogram)_bucket{route=\"\(route)\",le=\"\(bound)\"} \(sum)")
      }
      lines.append("\(histogram)_sum{route=\"\(route)\"} \(latency.sum)")
      lines.append("\(histogram)_count{route=\"\(route)\"} \(sum)")
    }
    for gauge in state.gauges {
      lines += Self.gauge(gauge.name, gauge.help, String(gauge.value()))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The value of a label, in which backslashes, quotation marks and line feeds are escaped.
  package static func label(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
  }

  /// The lines before the values of a metric.
  static func head(_ name: String, _ help: String, type: String) -> [String] {
    ["# HELP \(name) \(help)", "# TYPE \(name) \(type)"]
  }

  /// The lines of a gauge.
  static func gauge(_ name: String, _ help: String, _ value: String) -> [String] {
    head(name, help, type: "gauge") + ["\(name) \(value)"]
  }
}
