extension ServiceRequest {
  /// Whether a browser asks for a page to show.
  var asksForPage: Bool {
    ["GET", "HEAD", "POST"].contains(method) && acceptsPages
  }

  /// Whether the client can show a page.
  var acceptsPages: Bool { headers["accept"]?.contains("text/html") == true }
}
