import Foundation
import JSON
import SeededRandom
import Service
import Testing

/// For any input, the reply is a message of the protocol or nothing, and the next call works.
struct MCPFuzzTests {
  private static let seeds = [
    #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}"#,
    #"{"jsonrpc":"2.0","id":"x","method":"tools/list","params":{"cursor":null}}"#,
    #"{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"search","arguments":"#
      + #"{"q":"a \"b\" NEAR/3 c*","limit":2,"method":["review","none"],"year":"2010.."}}}"#,
    #"{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"similar","arguments":"#
      + #"{"id":"peers-hcv-2023"}}}"#,
    #"{"jsonrpc":"2.0","id":6,"method":"tools/call","params":{"name":"get_document","arguments":"#
      + #"{"id":"peers-hcv-2023","section":"2","offset":3,"limit":4}}}"#,
    #"[{"jsonrpc":"2.0","id":5,"method":"ping"},{"jsonrpc":"2.0","method":"x"}]"#,
  ]

  private static let splices = [
    "null", "[]", "{}", "\"\"", "-1", "1e400", "99999999999999999999", "9223372036854775807",
    "-9223372036854775808", "\u{0}", "\\ud800",
    "\\u0000",
    "{\"jsonrpc\":", "\"id\":", "[[[[", "💥", "\"q\":", "true", "\n", "-0.0", "NaN",
  ]

  private func expectMessage(_ json: JSONValue) {
    #expect(json["jsonrpc"] == "2.0")
    #expect((json["result"] == nil) != (json["error"] == nil))
    switch json["id"] {
    case .string, .integer, .number: break
    case .null: #expect(json["error"] != nil)
    default: Issue.record("no id")
    }
  }

  @Test func `broken messages`() throws {
    var random = SplitMix64(seed: 20_250_618)
    var session = try MCPSessionTests.session()
    for round in 0..<3000 {
      var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int(random.next() % 9)))
        case 1: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
        case 2:
          let splice = Self.splices[Int(random.next() % UInt64(Self.splices.count))]
          bytes.insert(contentsOf: splice.utf8, at: place)
        default: bytes.removeSubrange(place...)
        }
      }
      guard let body = session.answer(bytes).body else { continue }
      #expect(!body.contains(UInt8(ascii: "\n")))
      switch try JSONValue(body) {
      case .array(let messages): for message in messages { expectMessage(message) }
      case let message: expectMessage(message)
      }
    }
    let ping = session.answer(Array(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#.utf8))
    #expect(ping.body != nil)
  }

  @Test func `deep and long messages`() throws {
    var session = try MCPSessionTests.session()
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
      "\"" + String(repeating: "x", count: 1_000_000) + "\"",
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"q":""#
        + String(repeating: "peer ", count: 100_000) + "\"}}}",
    ] {
      let body = try #require(session.answer(Array(text.utf8)).body)
      expectMessage(try JSONValue(body))
    }
  }
}
