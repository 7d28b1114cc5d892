import Foundation
import Testing
import peerlit

struct MCPCommandTests {
  /// Runs the command with standard input that arrives in these pieces.
  private func run(_ pieces: [String], patience: Int = .max) throws -> Capture {
    let capture = Capture()
    capture.patience = patience
    capture.input = pieces.map { Array($0.utf8) }
    capture.status = capture.run("mcp", "--index", try CorpusIndex.path.get())
    return capture
  }

  private static let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#
  private static let pong = #"{"id":1,"jsonrpc":"2.0","result":{}}"#

  @Test func `one message per line, until the input ends`() throws {
    let whole = try run([Self.ping + "\n", "\n", Self.ping + "\r\n" + Self.ping])
    #expect(whole.outputText == "\(Self.pong)\n\(Self.pong)\n\(Self.pong)\n")
    #expect(whole.errorText.isEmpty)
    #expect(whole.status == .found)
    let nothing = try run([])
    #expect(nothing.outputText.isEmpty && nothing.errorText.isEmpty && nothing.status == .found)
  }

  @Test func `input can arrive in pieces of any size`() throws {
    let pieces = (Self.ping + "\n{\n").map { String($0) }
    let lines = try run(pieces).outputText.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first.map(String.init) == Self.pong)
    #expect(lines.last?.contains("-32700") == true)
  }

  @Test func `the negotiated protocol version is used`() throws {
    let start =
      #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-03-26"}}"#
    let lines = try run([start + "\n[\(Self.ping)]\n"]).outputText.split(separator: "\n")
    #expect(lines.last.map(String.init) == "[\(Self.pong)]")
  }

  @Test func `a closed pipe ends the output`() throws {
    let capture = try run([Self.ping + "\n", Self.ping + "\n"], patience: 3)
    #expect(capture.status == .found)
    #expect(capture.errorText.isEmpty)
  }

  @Test func `a missing index is an error`() {
    let capture = Capture()
    #expect(capture.run("mcp", "--index", "/nowhere.sqlite") == .trouble)
    #expect(capture.outputText.isEmpty)
    #expect(capture.errorText.contains("/nowhere.sqlite"))
  }
}
