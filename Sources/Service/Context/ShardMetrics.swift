import Retrieval

/// The metrics of the shards of a cluster.
enum ShardMetrics {
  /// The lines for Prometheus; empty if there are no shards.
  static func text(_ shards: [ShardStatus]) -> String {
    if shards.isEmpty { return "" }
    let metrics: [(name: String, type: String, help: String, value: (ShardStatus) -> String)] = [
      (
        "reachable", "gauge", "Whether a server of the shard answers.",
        { $0.isReachable ? "1" : "0" }
      ),
      ("documents", "gauge", "Documents in the shard.", { String($0.documents) }),
      (
        "latency_seconds", "gauge", "Time that the shard took to answer.",
        { String($0.latency) }
      ),
      (
        "failures_total", "counter", "Queries that the shard did not answer.",
        { String($0.failures) }
      ),
    ]
    var lines: [String] = []
    for metric in metrics {
      let name = "peerlit_shard_\(metric.name)"
      lines += ServiceMetrics.head(name, metric.help, type: metric.type)
      for (number, shard) in shards.enumerated() {
        let server = ServiceMetrics.label(shard.server)
        lines.append(
          "\(name){shard=\"\(number + 1)\",server=\"\(server)\"} \(metric.value(shard))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
