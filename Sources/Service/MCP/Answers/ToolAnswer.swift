import JSON

/// What a tool answers: values for programs, and a text that can be read without them.
struct ToolAnswer {
  /// The answer as JSON, for `structuredContent`.
  var structured: [UInt8]
  /// A readable summary, for clients that show only text.
  var text: String
  /// The answer as a connector for deep research reads it from a text; `nil` if no connector does.
  var connector: JSONValue?

  /// Makes an answer.
  init(_ structured: some Encodable, text: String, connector: JSONValue? = nil) throws {
    self.structured = try JSONText.bytes(structured)
    self.text = text
    self.connector = connector
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
    var content = [JSONValue]()
    content.append(["type": "text", "text": .string(text)])
    if let connector {
      content.append([
        "type": "text", "text": .string(String(decoding: connector.encoded, as: UTF8.self)),
        // People need the summary only.
        "annotations": ["audience": ["assistant"], "priority": 0],
      ])
    }
    var result = Array("{\"content\":".utf8)
    result += JSONValue.array(content).encoded
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
