import JSON

/// A call of a tool.
///
/// The specification has two kinds of errors: a call of an unknown tool or with an unknown argument
/// is a protocol error; a call that fails gives a result with `isError`, which the model can read
/// and react to.
struct MCPCall {
  private let tool: MCPTool
  private let arguments: [String: JSONValue]

  /// Reads a call.
  init(_ params: [String: JSONValue], _ tools: [MCPTool]) throws(JSONRPCError) {
    guard case .string(let name)? = params["name"] else {
      throw JSONRPCError(.invalidParams, "“name” must be a string, the name of a tool.")
    }
    guard let tool = tools.first(where: { $0.name == name }) else {
      let names = tools.map(\.name).joined(separator: ", ")
      throw JSONRPCError(
        .invalidParams, "Unknown tool “\(name.shortened)”. The tools are \(names).")
    }
    switch params["arguments"] {
    case nil, .null?: arguments = [:]
    case .object(let members)?: arguments = members
    default: throw JSONRPCError(.invalidParams, "“arguments” must be an object.")
    }
    self.tool = tool
  }

  /// Runs the call.
  func answer(_ id: JSONValue, _ context: ServiceContext) throws(JSONRPCError) -> MCPAnswer {
    do {
      let json = try tool.answer(arguments, context)
      return MCPAnswer(id, result: Self.result(json))
    } catch {
      context.index.recover(from: error)
      let known = ServiceError(error)
      let words = [known.message, known.hint].compactMap(\.self).joined(separator: " ")
      switch known.code {
      case .unknownParameter, .missingParameter:
        throw JSONRPCError(.invalidParams, words, data: known.json["error"])
      case .internalError:
        return MCPAnswer(
          JSONRPCError(.internalError, words, id: id), detail: String(describing: error))
      default:
        return MCPAnswer(
          id, result: Self.failure(words).encoded,
          detail: known.code == .indexUnavailable ? String(describing: error) : nil)
      }
    }
  }

  /// A structured result, repeated as text for clients that support only text.
  private static func result(_ json: [UInt8]) -> [UInt8] {
    var result = Array("{\"content\":[{\"text\":".utf8)
    result += JSONValue.string(String(decoding: json, as: UTF8.self)).encoded
    result += Array(",\"type\":\"text\"}],\"isError\":false,\"structuredContent\":".utf8)
    result += json
    result.append(UInt8(ascii: "}"))
    return result
  }

  private static func failure(_ words: String) -> JSONValue {
    ["content": [["type": "text", "text": .string(words)]], "isError": true]
  }
}
