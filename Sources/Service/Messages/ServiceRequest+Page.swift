extension ServiceRequest {
  /// Whether a browser asks for a page to show.
  var asksForPage: Bool {
    ["GET", "HEAD", "POST"].contains(method) && headers["accept"]?.contains("text/html") == true
  }
}
