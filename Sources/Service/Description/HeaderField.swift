import JSON

/// A header field that OpenAPI describes.
enum HeaderField: String, CaseIterable {
  case requestID = "X-Request-Id"
  case entityTag = "ETag"
  case link = "Link"
  case contentDisposition = "Content-Disposition"
  case retryAfter = "Retry-After"
  case allow = "Allow"

  /// The fields of requests, which are parameters of an operation.
  enum Request: String {
    case knownTag = "If-None-Match"
    case preference = "Prefer"
  }

  /// A description, as a sentence.
  private var summary: String {
    switch self {
    case .requestID: "The id of the request in the server's log: that of the request, or a new one."
    case .entityTag: "The version of the response. Send it back as If-None-Match."
    case .link: "The address of the next page (rel=\"next\"), if there is one."
    case .contentDisposition: "The name of a file for the records."
    case .retryAfter: "After how many seconds the request may succeed."
    case .allow: "The methods of the path."
    }
  }

  /// The description of the field of a response.
  private var json: JSONValue {
    let type: JSONValue = self == .retryAfter ? "integer" : "string"
    return ["description": .string(summary), "schema": ["type": type]]
  }

  /// The descriptions of all fields of responses, by name.
  static var components: JSONValue {
    .object(Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.json) }))
  }

  /// References to the descriptions of some fields.
  static func references(_ fields: [HeaderField]) -> JSONValue {
    var references: [String: JSONValue] = [:]
    for field in fields {
      references[field.rawValue] = ["$ref": .string("#/components/headers/\(field.rawValue)")]
    }
    return .object(references)
  }
}

extension HeaderField.Request {
  /// The description of the field as a parameter.
  var json: JSONValue {
    let (summary, example) =
      switch self {
      case .knownTag: ("The ETag of an earlier response, which is not sent again.", "W/\"1-2\"")
      case .preference:
        (
          "How notes name parameters: as options of the command line.",
          ServiceRequest.notesPreference.value
        )
      }
    return [
      "name": .string(rawValue), "in": "header", "required": false,
      "description": .string(summary), "schema": ["type": "string"], "example": .string(example),
    ]
  }
}

extension Route {
  /// The fields of a successful response.
  var responseFields: [HeaderField] {
    var fields: [HeaderField] = [.requestID]
    if hasTag { fields.append(.entityTag) }
    if parameters.contains(.skipped) { fields.append(.link) }
    if tag == .export { fields.append(.contentDisposition) }
    return fields
  }

  /// The fields that a request may have.
  var requestFields: [HeaderField.Request] {
    var fields: [HeaderField.Request] = []
    if hasTag { fields.append(.knownTag) }
    if hasBody, parameters.contains(.explain) { fields.append(.preference) }
    return fields
  }
}

extension ServiceError.Code {
  /// The fields of the response that reports the error.
  var responseFields: [HeaderField] {
    switch self {
    case .methodNotAllowed: [.requestID, .allow]
    case .tooManyAttempts: [.requestID, .retryAfter]
    default: retryAfter == nil ? [.requestID] : [.requestID, .retryAfter]
    }
  }
}
