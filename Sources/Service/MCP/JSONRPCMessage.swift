import JSON

/// A message of JSON-RPC 2.0 as MCP uses it: ids are strings or numbers, parameters are objects.
enum JSONRPCMessage: Equatable {
  /// A request, which needs a response.
  case request(id: JSONValue, method: String, params: [String: JSONValue])
  /// A notification, which needs none.
  case notification(method: String)
  /// A response; peerlit sends no requests, so it is ignored.
  case response

  /// Reads a message.
  ///
  /// - Throws: ``JSONRPCError`` of the code ``JSONRPCError/Code/invalidRequest``.
  init(_ json: JSONValue) throws(JSONRPCError) {
    guard case .object(let members) = json else {
      throw JSONRPCError(.invalidRequest, "A message must be a JSON object.")
    }
    let id = Self.id(members)
    func refusal(_ message: String) -> JSONRPCError {
      JSONRPCError(.invalidRequest, message, id: id ?? .null)
    }
    guard members["jsonrpc"] == "2.0" else { throw refusal("“jsonrpc” must be \"2.0\".") }
    if members["id"] != nil, id == nil {
      throw refusal("“id” must be a string, or a number that fits into 64 bits.")
    }
    guard let named = members["method"] else {
      guard members["result"] != nil || members["error"] != nil else {
        throw refusal("“method” is missing.")
      }
      self = .response
      return
    }
    guard case .string(let method) = named else { throw refusal("“method” must be a string.") }
    var params: [String: JSONValue] = [:]
    if let given = members["params"] {
      guard case .object(let object) = given else { throw refusal("“params” must be an object.") }
      params = object
    }
    if let id {
      self = .request(id: id, method: method, params: params)
    } else {
      self = .notification(method: method)
    }
  }

  /// The id, if the reply can have the same one.
  private static func id(_ members: [String: JSONValue]) -> JSONValue? {
    switch members["id"] {
    case .string, .integer: members["id"]
    // A larger number was rounded when it was read.
    case .number(let number) where number.magnitude < 0x1p53: members["id"]
    default: nil
    }
  }
}
