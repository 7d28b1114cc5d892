import JSON

extension JSONValue {
  /// Reads the body of a request.
  ///
  /// - Throws: ``ServiceError`` of the code ``ServiceError/Code/malformedBody``.
  init(body: [UInt8]) throws(ServiceError) {
    do {
      self = try JSONValue(body)
    } catch {
      throw ServiceError(
        .malformedBody, error.problem, hint: "Send one JSON object.")
    }
  }
}
