import JSON

extension JSONValue {
  /// Reads the body of a request.
  ///
  /// - Throws: ``ServiceError`` of the code ``ServiceError/Code/malformedBody``.
  init(body: [UInt8]) throws(ServiceError) {
    // Bytes that are not UTF-8 would otherwise be read as replacement characters.
    guard String(validating: body, as: UTF8.self) != nil else {
      throw ServiceError(.malformedBody, "The body is not UTF-8.", hint: "Send it as UTF-8.")
    }
    do {
      self = try JSONValue(strictly: body)
    } catch {
      throw ServiceError(
        .malformedBody, error.problem, hint: "Send one JSON object.")
    }
  }
}
