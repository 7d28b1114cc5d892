import JSON

/// What a message is refused for, as JSON-RPC 2.0 tells it.
public struct JSONRPCError: Error, Sendable, Equatable {
  /// The errors that JSON-RPC 2.0 itself has; their numbers are its own.
  public enum Code: Int, Sendable, CaseIterable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
  }

  /// What kind of error it is.
  public var code: Code
  /// What happened and what to do, for people.
  public var message: String
  /// The id of the request; null where none can be told.
  public var id: JSONValue
  /// What programs may want to know.
  public var data: JSONValue?

  /// Makes an error.
  public init(_ code: Code, _ message: String, id: JSONValue = .null, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.id = id
    self.data = data
  }

  /// Whether the message was none of JSON-RPC at all, which over HTTP is a status of its own.
  var isRefusal: Bool { code == .parseError || code == .invalidRequest }

  /// The error as a message.
  var json: JSONValue {
    var error: [String: JSONValue] = [
      "code": .integer(code.rawValue), "message": .string(message),
    ]
    error["data"] = data
    return ["jsonrpc": "2.0", "id": id, "error": .object(error)]
  }
}
