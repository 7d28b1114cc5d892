extension ServiceRequest {
  /// Whether the client already has the response with an entity tag (`If-None-Match`).
  func hasTag(_ tag: String) -> Bool {
    guard let known = headers["if-none-match"] else { return false }
    return known.split(separator: ",").contains { $0.trimmingSpaces == tag }
  }

  /// Whether the client wants a response only if there is none (`If-None-Match: *`).
  ///
  /// An error is sent in any case (RFC 9110, section 13.2.1).
  var refusesAnyTag: Bool { headers["if-none-match"]?.trimmingSpaces == "*" }
}
