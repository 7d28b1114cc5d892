extension ServiceRequest {
  /// Whether the client already has the response with an entity tag (`If-None-Match`).
  func hasTag(_ tag: String) -> Bool {
    guard let known = headers["if-none-match"] else { return false }
    return known == "*" || known.split(separator: ",").contains { $0.trimmingSpaces == tag }
  }
}
