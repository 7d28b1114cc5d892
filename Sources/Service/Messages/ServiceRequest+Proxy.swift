extension ServiceRequest {
  /// Whether a proxy has passed the request on, so it may come from another machine.
  ///
  /// Sources: RFC 7239 (Forwarded), RFC 9110, section 7.6.3 (Via).
  var isForwarded: Bool {
    ["forwarded", "x-forwarded-for", "via"].contains { headers[$0] != nil }
  }
}
