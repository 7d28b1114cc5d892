import JSON
import Query
import Retrieval

/// What a request is refused for, or what went wrong with it: the one shape of errors.
///
///     {"error":{"code":"unknown_code","message":"…","hint":"…","position":7}}
public struct ServiceError: Error, Sendable, Equatable {
  /// What kind of error it is; programs go by this.
  public enum Code: String, Sendable, CaseIterable {
    case malformedRequest = "malformed_request"
    case malformedAddress = "malformed_address"
    case malformedBody = "malformed_body"
    case unknownParameter = "unknown_parameter"
    case unknownCode = "unknown_code"
    case badValue = "bad_value"
    case missingParameter = "missing_parameter"
    case unauthorized
    case forbiddenHost = "forbidden_host"
    case forbiddenOrigin = "forbidden_origin"
    case noSuchRoute = "no_such_route"
    case noSuchDocument = "no_such_document"
    case methodNotAllowed = "method_not_allowed"
    case requestTimeout = "request_timeout"
    case bodyTimeout = "body_timeout"
    case bodyTooLarge = "body_too_large"
    case addressTooLong = "address_too_long"
    case headersTooLarge = "headers_too_large"
    case unsupportedType = "unsupported_type"
    case overloaded
    case queryTimeout = "query_timeout"
    case indexUnavailable = "index_unavailable"
    case internalError = "internal_error"

    /// The HTTP status.
    public var status: Int {
      switch self {
      case .malformedRequest, .malformedAddress, .malformedBody, .unknownParameter, .unknownCode,
        .badValue, .missingParameter:
        400
      case .unauthorized: 401
      case .forbiddenHost, .forbiddenOrigin: 403
      case .noSuchRoute, .noSuchDocument: 404
      case .methodNotAllowed: 405
      case .requestTimeout, .bodyTimeout: 408
      case .bodyTooLarge: 413
      case .addressTooLong: 414
      case .unsupportedType: 415
      case .headersTooLarge: 431
      case .overloaded, .queryTimeout, .indexUnavailable: 503
      case .internalError: 500
      }
    }
  }

  /// What kind of error it is.
  public var code: Code
  /// What happened, for people.
  public var message: String
  /// What to do about it; `nil` when there is nothing to say.
  public var hint: String?
  /// The first Unicode scalar of the query's text that is meant, from 0; `nil` when none is.
  public var position: Int?

  /// Makes an error.
  public init(_ code: Code, _ message: String, hint: String? = nil, position: Int? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
    self.position = position
  }

  /// A value that a parameter does not allow.
  static func badValue(_ parameter: Parameter, _ what: String, _ hint: String) -> ServiceError {
    ServiceError(
      .badValue, "The parameter \(parameter.name) can't be taken: \(what).", hint: hint)
  }

  /// The error as JSON.
  public var json: JSONValue {
    [
      "error": [
        "code": .string(code.rawValue), "message": .string(message),
        "hint": hint.map { .string($0) } ?? .null,
        "position": position.map { .integer($0) } ?? .null,
      ]
    ]
  }
}

extension ServiceError {
  /// Words any error as a service tells it: the one place that does.
  ///
  /// What is wrong with the machine is told without the paths and details that only its owner needs;
  /// those go to the log.
  public init(_ error: any Error) {
    switch error {
    case let error as ServiceError: self = error
    case let error as QueryError:
      switch error {
      case .unknownCode(let facet, let code, let nearest, let position):
        self.init(
          .unknownCode, "“\(code.shortened)” is not a known \(facet.rawValue).",
          hint: nearest.isEmpty
            ? "GET /openapi.json lists the codes, and so do the schemas of tools."
            : "Did you mean \(nearest.joined(separator: ", "))?",
          position: position)
      case .badRange: self.init(.badValue, error.description)
      }
    case IndexError.interrupted:
      self.init(
        .queryTimeout, "The query took longer than it was given.",
        hint: "Ask for less: fewer words, no beginnings of words such as a*.")
    case is IndexError:
      self.init(
        .indexUnavailable, "The index can't be read at the moment.",
        hint: "The server's log says why. Try again in a moment.")
    default:
      self.init(.internalError, "Something went wrong in the server; its log says what.")
    }
  }
}
