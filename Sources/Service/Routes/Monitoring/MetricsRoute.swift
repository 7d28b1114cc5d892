import Retrieval

extension Route {
  /// `GET /metrics`: metrics for Prometheus.
  public static let metrics = Route(
    "GET", "/metrics", "Requests, errors, latencies and index statistics, for Prometheus.",
    operation: "getMetrics", tag: .service,
    answer: .text(["text/plain"]), isIndexed: false
  ) { _, context in
    let edition = try context.index.current()
    let stats = try context.stats(edition)
    var text = context.metrics.text()
    for (name, help, value) in [
      ("documents", "Documents in the index.", stats.documents),
      ("passages", "Passages in the index.", stats.passages),
      ("bytes", "Size of the index file.", stats.bytes),
      ("segments", "Live segments of the index.", stats.segments),
      ("generation", "Commits to the index file.", try edition.index.generation()),
      ("editions", "Index files opened since the server started.", edition.number),
    ] {
      text +=
        ServiceMetrics.gauge("peerlit_index_\(name)", help, String(value))
        .joined(separator: "\n") + "\n"
    }
    text += ShardMetrics.text(try edition.index.shards())
    return ServiceResponse(type: "text/plain; version=0.0.4", body: Array(text.utf8))
  }
}
