import NIOHTTP1

extension ServiceError {
  /// The error for a request that is not valid HTTP or that did not arrive.
  ///
  /// - Parameter isLate: whether the time for its head is over.
  init(unreadable error: HTTPParserError, isLate: Bool, _ limits: ServiceLimits) {
    if isLate {
      self.init(
        .requestTimeout, "No request arrived in time.",
        hint: "Send a request within \(limits.idle.components.seconds) seconds.")
    } else if error == .headerOverflow {
      self.init(
        .headersTooLarge, "The address and headers are longer than \(limits.headers) bytes.",
        hint: "Send a long query as JSON with POST /search.")
    } else if error == .invalidMethod {
      self.init(
        .malformedRequest, "The request does not begin with a method of HTTP.",
        hint: "Use GET, HEAD or POST.")
    } else {
      self.init(
        .malformedRequest, "The request is not valid HTTP.",
        hint: "Send a request line, headers and an empty line, as HTTP/1.1 defines them.")
    }
  }
}
