extension ServiceRequest {
  /// The encoding of the body in the header `Content-Type`, in lower case; `nil` if it has none.
  var bodyCharset: String? {
    for parameter in (headers["content-type"] ?? "").split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1).map(\.trimmingSpaces)
      if parts.count == 2, parts[0].lowercased() == "charset" {
        return parts[1].filter { $0 != "\"" }.lowercased()
      }
    }
    return nil
  }
}
