import JSON
import Literature
import Query
import Retrieval

/// An error of a request, in the same shape everywhere.
///
///     {"error":{"code":"unknown_code","message":"…","hint":"…","position":7}}
public struct ServiceError: Error, Sendable, Equatable {
  /// The kind of an error, for programs.
  public enum Code: String, Sendable, CaseIterable {
    case malformedRequest = "malformed_request"
    case malformedAddress = "malformed_address"
    case malformedBody = "malformed_body"
    case unknownParameter = "unknown_parameter"
    case unknownCode = "unknown_code"
    case malformedQuery = "malformed_query"
    case badValue = "bad_value"
    case missingParameter = "missing_parameter"
    case unauthorized
    case tooManyAttempts = "too_many_attempts"
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
        .malformedQuery, .badValue, .missingParameter:
        400
      case .unauthorized: 401
      case .forbiddenHost, .forbiddenOrigin: 403
      case .noSuchRoute, .noSuchDocument: 404
      case .methodNotAllowed: 405
      case .requestTimeout, .bodyTimeout: 408
      case .bodyTooLarge: 413
      case .addressTooLong: 414
      case .unsupportedType: 415
      case .tooManyAttempts: 429
      case .headersTooLarge: 431
      case .overloaded, .queryTimeout, .indexUnavailable: 503
      case .internalError: 500
      }
    }

    /// How many seconds later the same request may succeed, if that is known for the kind of error.
    ///
    /// A query that takes too long is stopped the next time as well.
    var retryAfter: Int? {
      switch self {
      case .overloaded, .indexUnavailable: 1
      default: nil
      }
    }
  }

  /// The kind of the error.
  public var code: Code
  /// The problem.
  public var message: String
  /// The fix; `nil` if there is none.
  public var hint: String?
  /// The offset of the problem in the query, in Unicode scalars; `nil` if it is elsewhere.
  public var position: Int?

  /// An unknown code and similar codes, for links on the page; not part of the JSON.
  package var unknown: (code: String, nearest: [String]) = ("", [])

  /// The problem for a reader of a page, if it is not the one for a program; not part of the JSON.
  var messageForReaders: String?

  /// The fix for a reader of a page, if it is not the one for a program; not part of the JSON.
  var forReaders: String?

  /// How many seconds later the client may try again, sent as `Retry-After`; not part of the JSON.
  var retryAfter: Int?

  /// The fix, for a client that calls tools.
  var toolHint: String? {
    code == .unknownCode && unknown.nearest.isEmpty
      ? "The schema of search lists the codes; list_facets counts those that occur." : hint
  }

  /// The problem, for a reader of a page.
  var pageMessage: String { messageForReaders ?? message }

  /// The fix, for a reader of a page.
  var pageHint: String? {
    code == .unknownCode && unknown.nearest.isEmpty
      ? "Use the filters on the search page instead." : forReaders ?? hint
  }

  /// Whether two errors are the same to a client.
  public static func == (left: ServiceError, right: ServiceError) -> Bool {
    left.json == right.json
  }

  /// Creates an error.
  public init(_ code: Code, _ message: String, hint: String? = nil, position: Int? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
    self.position = position
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
  /// The first end of a range that is no year; `nil` if both are.
  private static func wrongYear(in text: String) -> String? {
    text.split(separator: "..").map(String.init).first { end in
      end.utf8.count != 4 || !end.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// Any error as the service reports it.
  ///
  /// System errors are reported without paths and details, which go to the log.
  public init(_ error: any Error) {
    switch error {
    case let error as ServiceError: self = error
    case let error as QueryError:
      switch error {
      case .unknownCode(let facet, let code, let nearest, let position, let text):
        let place = position.map { MalformedQuery.place($0, in: text ?? "") } ?? ""
        self.init(
          .unknownCode,
          code.isEmpty
            ? QueryError.missingCode(facet)
            : "Unknown \(facet.rawValue) “\(code.shortened)”"
              + (place.hasPrefix("line") ? " at \(place)." : "."),
          hint: nearest.isEmpty
            ? "GET /openapi.json lists the codes."
            : "Did you mean \(nearest.quotedAlternatives)?",
          position: position)
        unknown = (code, nearest)
        if !code.isEmpty {
          messageForReaders = message.replacing(
            "Unknown \(facet.rawValue)", with: "Unknown \(facet.definition.label.lowercased())",
            maxReplacements: 1)
        }
      case .badRange(let facet, let text):
        self.init(.badValue, error.problem, hint: error.fix)
        if facet == .year, let wrong = Self.wrongYear(in: text) {
          messageForReaders = "“\(wrong.shortened)” is not a year."
          forReaders = "Write a year with four digits, such as 2018."
        }
      case .unknownFilter, .noSuchLine:
        self.init(.badValue, error.problem, hint: error.fix)
      case .malformed(let mistake):
        self.init(
          .malformedQuery, mistake.message, hint: mistake.fix, position: mistake.position)
      case .tooManyWords:
        self.init(.malformedQuery, error.problem, hint: error.fix)
      case .tookTooLong: self.init(IndexError.interrupted)
      }
    case IndexError.interrupted:
      self.init(
        .queryTimeout, "The query took too long and was stopped.",
        hint: "Use fewer words, and no short prefixes such as a*.")
    case is IndexError:
      self.init(
        .indexUnavailable, "The index can't be read at the moment.",
        hint: "Try again in a moment. The reason is in the server's log.")
    default:
      self.init(
        .internalError, "An internal error occurred.",
        hint: "The server's log has the details; please report the bug.")
    }
  }
}
