import Service
import Testing

struct ServiceMetricsTests {
  @Test(arguments: [
    ("10.0.0.1:7711", "10.0.0.1:7711"), (#"a"b\c"#, #"a\"b\\c"#), ("a\nb", #"a\nb"#),
  ])
  func `values of labels are escaped`(value: String, label: String) {
    #expect(ServiceMetrics.label(value) == label)
  }

  @Test func `requests, errors and latencies are counted`() {
    let metrics = ServiceMetrics()
    metrics.count(route: "/search", method: "GET", status: 200, error: nil, seconds: 0.0004)
    metrics.count(route: "/search", method: "GET", status: 200, error: nil, seconds: 0.003)
    metrics.count(route: "/search", method: "GET", status: 400, error: .badValue, seconds: 9)
    metrics.gauge("peerlit_connections", "Connections open.") { 7 }
    let lines = metrics.text().split(separator: "\n")
    for line in [
      "peerlit_requests_total{route=\"/search\",method=\"GET\",status=\"200\"} 2",
      "peerlit_requests_total{route=\"/search\",method=\"GET\",status=\"400\"} 1",
      "peerlit_errors_total{code=\"bad_value\"} 1",
      "peerlit_request_seconds_bucket{route=\"/search\",le=\"0.0005\"} 1",
      "peerlit_request_seconds_bucket{route=\"/search\",le=\"0.0025\"} 1",
      "peerlit_request_seconds_bucket{route=\"/search\",le=\"0.005\"} 2",
      "peerlit_request_seconds_bucket{route=\"/search\",le=\"5.0\"} 2",
      "peerlit_request_seconds_bucket{route=\"/search\",le=\"+Inf\"} 3",
      "peerlit_request_seconds_count{route=\"/search\"} 3", "peerlit_connections 7",
      "# TYPE peerlit_request_seconds histogram",
    ] { #expect(lines.contains(line[...]), "\(line)") }
  }
}
