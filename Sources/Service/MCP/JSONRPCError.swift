import JSON

/// An error of JSON-RPC 2.0.
public struct JSONRPCError: Error, Sendable, Equatable {
  /// The errors that JSON-RPC 2.0 defines, with their numbers.
  public enum Code: Int, Sendable, CaseIterable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
  }

  /// The kind of error.
  public var code: Code
  /// The problem, then the fix.
  public var message: String
  /// The id of the request; null if it is unknown.
  public var id: JSONValue
  /// Details for programs.
  public var data: JSONValue?

  /// Creates an error.
  public init(_ code: Code, _ message: String, id: JSONValue = .null, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.id = id
    self.data = data
  }

  /// Whether the message was not JSON-RPC; HTTP then answers with 400.
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
