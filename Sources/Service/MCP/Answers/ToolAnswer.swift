import Answers
import JSON

/// The answer of a tool: values for programs, and a text that can be read without them.
struct ToolAnswer {
  /// The answer as JSON, for `structuredContent`.
  var structured: [UInt8]
  /// A readable summary, for clients that show only text.
  var text: String

  /// Makes an answer.
  init(_ structured: some Encodable, text: String) throws {
    self.structured = try JSONText.bytes(structured, notes: .parameters)
    self.text = text
  }

  /// An answer whose text is a summary as JSON, for connectors.
  init(_ structured: some Encodable, summary: JSONValue) throws {
    try self.init(structured, text: String(decoding: summary.encoded, as: UTF8.self))
  }

  /// An answer whose text is the JSON itself.
  ///
  /// - Parameter json: what a connector reads.
  init(connector json: JSONValue) {
    structured = json.encoded
    text = String(decoding: structured, as: UTF8.self)
  }

  /// The result of a call, as JSON text.
  var result: [UInt8] {
    var result = Array("{\"content\":".utf8)
    result += JSONValue.array([["type": "text", "text": .string(text)]]).encoded
    result += Array(",\"isError\":false,\"structuredContent\":".utf8)
    result += structured
    result.append(UInt8(ascii: "}"))
    return result
  }

  /// The result of a call that failed.
  ///
  /// - Parameter words: the problem, then the fix.
  static func failure(_ words: String) -> JSONValue {
    ["content": [["type": "text", "text": .string(words)]], "isError": true]
  }
}
