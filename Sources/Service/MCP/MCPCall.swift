import JSON
import Literature

/// A call of a tool.
///
/// An unknown tool is an error of the protocol. Everything else that is wrong with a call is a
/// result with `isError`, which the model can read and learn from, mistakes in arguments included.
///
/// Source: SEP-1303,
/// modelcontextprotocol.io/community/seps/1303-input-validation-errors-as-tool-execution-errors
struct MCPCall {
  private let tool: MCPTool
  private let arguments: JSONValue

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
    self.arguments = params["arguments"] ?? .null
    self.tool = tool
  }

  /// Runs the call.
  ///
  /// - Parameter pages: the address of the server's pages; `nil` if there is no server.
  func answer(_ id: JSONValue, _ context: ServiceContext, pages: String?) -> MCPReply {
    do {
      return MCPReply(id, result: try tool.answer(members, context, pages: pages).result)
    } catch {
      context.index.recover(from: error)
      let known = ServiceError(error)
      let words = [known.message, known.toolHint].joinedNonNil(separator: " ")
      if known.code == .internalError {
        return MCPReply(
          JSONRPCError(.internalError, words, id: id), detail: String(describing: error))
      }
      return MCPReply(
        id, result: ToolAnswer.failure(words).encoded,
        detail: known.code == .indexUnavailable ? String(describing: error) : nil)
    }
  }

  /// The arguments; some models send the object as a text.
  private var members: [String: JSONValue] {
    get throws {
      var arguments = arguments
      if case .string(let text) = arguments, let json = try? JSONValue(text.utf8) {
        arguments = json
      }
      switch arguments {
      case .null: return [:]
      case .object(let members): return members
      default:
        throw ServiceError(
          .malformedBody, "The arguments are not an object.",
          hint: "Send an object such as {\"query\": \"peer support\"}.")
      }
    }
  }
}
