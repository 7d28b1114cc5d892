import Foundation
import JSON
import Service
import Testing

struct MCPSessionTests {
  /// A session on the project's sample corpus.
  static func session(version: MCPVersion? = nil) throws -> MCPSession {
    MCPSession(try SeedService.responder.get().context, version: version)
  }

  /// The reply to a message.
  static func answer(_ text: String, version: MCPVersion? = nil) throws -> JSONValue? {
    var session = try session(version: version)
    return try session.answer(Array(text.utf8)).body.map { try JSONValue($0) }
  }

  private static func request(_ method: String, _ params: String) -> String {
    #"{"jsonrpc":"2.0","id":7,"method":"\#(method)","params":\#(params)}"#
  }

  @Test(arguments: [
    ("2025-11-25", "2025-11-25"), ("2025-06-18", "2025-06-18"), ("2025-03-26", "2025-03-26"),
    ("2024-11-05", "2024-11-05"), ("2099-01-01", "2025-11-25"), ("", "2025-11-25"),
  ])
  func `a revision is agreed on`(asked: String, agreed: String) throws {
    var session = try Self.session()
    let message = Self.request(
      "initialize",
      #"{"protocolVersion":"\#(asked)","capabilities":{},"clientInfo":{"name":"t","version":"1"}}"#)
    let body = try #require(session.answer(Array(message.utf8)).body)
    let result = try #require(try JSONValue(body)["result"])
    #expect(result["protocolVersion"] == .string(agreed))
    #expect(result["capabilities"]?["tools"] != nil)
    #expect(result["serverInfo"]?["name"] == "peerlit")
    #expect(session.version?.rawValue == agreed)
  }

  @Test(
    arguments: [
      (#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#, #"{"id":1,"jsonrpc":"2.0","result":{}}"#),
      (
        #"{"jsonrpc":"2.0","id":"a","method":"ping","params":{"_meta":{"progressToken":1}}}"#,
        #"{"id":"a","jsonrpc":"2.0","result":{}}"#
      ),
      (
        #"{"jsonrpc":"2.0","id":9007199254740993,"method":"ping"}"#,
        #"{"id":9007199254740993,"jsonrpc":"2.0","result":{}}"#
      ),
      (
        #"{"jsonrpc":"2.0","id":-9223372036854775808,"method":"ping"}"#,
        #"{"id":-9223372036854775808,"jsonrpc":"2.0","result":{}}"#
      ),
      (#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, nil),
      (#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#, nil),
      (#"{"jsonrpc":"2.0","method":"tools/call","params":{"name":"search"}}"#, nil),
      (#"{"jsonrpc":"2.0","id":1,"result":{}}"#, nil),
      (#"{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"m"}}"#, nil),
    ] as [(String, String?)])
  func `messages and their answers`(typed: String, printed: String?) throws {
    var session = try Self.session()
    let answer = session.answer(Array(typed.utf8))
    #expect(answer.body.map { String(decoding: $0, as: UTF8.self) } == printed)
    #expect(!answer.isRefusal)
  }

  @Test(arguments: [
    ("", -32700, JSONValue.null), ("{", -32700, .null), ("null", -32600, .null),
    ("7", -32600, .null), (#""ping""#, -32600, .null), ("{}", -32600, .null),
    ("[]", -32600, .null), (#"{"jsonrpc":"2.0","id":1}"#, -32600, 1),
    (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32600, 1),
    (#"{"id":1,"method":"ping"}"#, -32600, 1),
    (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600, .null),
    (#"{"jsonrpc":"2.0","id":[1],"method":"ping"}"#, -32600, .null),
    (#"{"jsonrpc":"2.0","id":true,"method":"ping"}"#, -32600, .null),
    // The reply could not have the same id.
    (#"{"jsonrpc":"2.0","id":12345678901234567890,"method":"ping"}"#, -32600, .null),
    (#"{"jsonrpc":"2.0","id":NaN,"method":"ping"}"#, -32700, .null),
    ("{\"jsonrpc\":\"2.0\",\"id\":\"a\tb\",\"method\":\"ping\"}", -32700, .null),
    (#"{"jsonrpc":"2.0","id":1,"method":2}"#, -32600, 1),
    (#"{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}"#, -32600, 1),
    (#"[{"jsonrpc":"2.0","id":1,"method":"ping"}]"#, -32600, .null),
    (request("resources/list", "{}"), -32601, 7), (request("", "{}"), -32601, 7),
    (request("initialize", "{}"), -32602, 7),
    (request("initialize", #"{"protocolVersion":1}"#), -32602, 7),
    (request("tools/list", #"{"cursor":"2"}"#), -32602, 7),
    (request("tools/call", "{}"), -32602, 7),
    (request("tools/call", #"{"name":"nothing"}"#), -32602, 7),
  ])
  func `what is refused, and how`(typed: String, code: Int, id: JSONValue) throws {
    var session = try Self.session()
    let answer = session.answer(Array(typed.utf8))
    let body = try #require(answer.body)
    let json = try JSONValue(body)
    #expect(json["error"]?["code"] == .integer(code))
    #expect(json["id"] == id)
    #expect(json["result"] == nil)
    #expect(answer.isRefusal == (code == -32700 || code == -32600))
  }

  @Test(arguments: [
    (#"{"q":"peer","method":["qualitativ"]}"#, "qualitative"),
    (#"{"q":"peer","limit":5000}"#, "from 0 to 1000"), (#"{"q":true}"#, "text"),
    (#"{"q":"method:qualitativ"}"#, "qualitative"),
    (#"{"q":"peer","min_sample":9,"max_sample":3}"#, "max_sample"),
    (#"{"q":"peer","limits":3}"#, "Did you mean limit? The parameters are query, "),
    (#"{"querry":"peer"}"#, "Unknown parameter “querry”. Did you mean query? "),
    (#"{"query":["a","b"]}"#, "The parameter query can't be a list. It must be text of at most "),
    (#"{"q":["a","b"]}"#, "The parameter q can't be a list. It must be text of at most "),
    (#"{"query":{"text":"a"}}"#, "The parameter query can't be an object. It must be text "),
    (#"{"q":"peer","method":[7]}"#, "The parameter method can't be the number 7. It must be "),
    (
      #"{"q":"peer","method":["hepatitis-c"]}"#,
      "Unknown method “hepatitis-c”. The schema of search lists the codes; list_facets counts "
    ),
    (#"{"q":"peer","query":"peer"}"#, "Use q or query, and only once."),
    (#"{"q":"peer","limit":"three"}"#, "can't be “three”"), (#"{"limit":3.5}"#, "a whole number"),
    (#"["peer"]"#, "Send an object such as"), (#""peer""#, "Send an object such as"),
    (#"{}"#, "Add query, or a filter such as method."),
  ])
  func `a mistake in the arguments is an answer that says how to correct it`(
    arguments: String, hint: String
  ) throws {
    let json = try Self.answer(
      Self.request("tools/call", #"{"name":"search","arguments":\#(arguments)}"#))
    let result = try #require(json?["result"])
    #expect(result["isError"] == true)
    #expect(result["structuredContent"] == nil)
    guard case .array(let content)? = result["content"],
      case .string(let text)? = content.first?["text"]
    else {
      Issue.record("no text")
      return
    }
    #expect(text.contains(hint), "\(text)")
  }

  @Test func `lists of messages belong to one revision`() throws {
    let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#
    let note = #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#
    let start = Self.request("initialize", #"{"protocolVersion":"2025-06-18"}"#)
    func answer(_ messages: String...) throws -> JSONValue? {
      try Self.answer("[" + messages.joined(separator: ",") + "]", version: .march2025)
    }
    #expect(try answer(note) == nil)
    #expect(
      try answer(ping, note, ping) == [
        ["id": 1, "jsonrpc": "2.0", "result": [:]], ["id": 1, "jsonrpc": "2.0", "result": [:]],
      ])
    guard case .array(let refused)? = try answer("3", start) else {
      Issue.record("no list")
      return
    }
    #expect(refused.map { $0["error"]?["code"] } == [-32600, -32600])
    #expect(try answer()?["error"]?["code"] == -32600)
    let many = [String](repeating: ping, count: 33).joined(separator: ",")
    #expect(try answer(many)?["error"]?["code"] == -32600)
    for version in [MCPVersion.november2024, .june2025, .november2025] {
      #expect(try Self.answer("[\(ping)]", version: version)?["error"]?["code"] == -32600)
    }
  }

  @Test func `bytes that are not UTF-8 are reported`() throws {
    var session = try Self.session()
    // A parser that guesses the encoding would take this for UTF-16.
    for bytes in [[0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], [0x22, 0xC3, 0x22]] as [[UInt8]] {
      let body = try #require(session.answer(bytes).body)
      #expect(try JSONValue(body)["error"]?["code"] == -32700)
    }
  }
}
