import JSON
import Retrieval
import Service
import Testing

/// A suite that calls MCP tools on the seed index.
protocol CallsTools {}

extension CallsTools {
  /// The result of a call.
  func call(_ tool: String, _ arguments: JSONValue) throws -> JSONValue {
    let message: JSONValue = [
      "jsonrpc": "2.0", "id": 1, "method": "tools/call",
      "params": ["name": .string(tool), "arguments": arguments],
    ]
    let text = String(decoding: message.encoded, as: UTF8.self)
    return try #require(try MCPSessionTests.answer(text)?["result"])
  }

  /// The structured answer of a call, and its first text.
  func answer(
    _ tool: String, _ arguments: JSONValue = [:]
  ) throws -> (json: JSONValue, text: String) {
    let result = try call(tool, arguments)
    #expect(result["isError"] == false, "\(result)")
    let structured = try #require(result["structuredContent"])
    guard case .array(let content)? = result["content"],
      case .string(let text)? = content.first?["text"]
    else {
      Issue.record("no text")
      return (structured, "")
    }
    #expect(content[0]["type"] == "text")
    return (structured, text)
  }

  /// The items of an array; none of any other value.
  func array(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let items)? = value { items } else { [] }
  }

  /// A string; empty for any other value.
  func string(_ value: JSONValue?) -> String {
    if case .string(let text)? = value { text } else { "" }
  }

  /// The seed index.
  func index() throws -> Index {
    try SeedService.responder.get().context.index.current().index
  }
}
