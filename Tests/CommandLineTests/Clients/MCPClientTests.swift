import Foundation
import Testing

/// Runs the program with the official Python client of the Model Context Protocol.
struct MCPClientTests {
  /// The client, in the version for which these tests were written.
  static let environment = PythonEnvironment("mcp", packages: ["mcp==2.3.0"])

  static let lacking: Comment? =
    environment == nil ? "The Python client of MCP can't be installed here." : nil

  /// The data that the client received.
  private func report(_ arguments: [String]) throws -> [String: Any] {
    let printed = try CallersTests.print(
      try #require(Self.environment).python.path,
      [Project.root.appending(path: "Tests/Clients/mcp_client.py").path] + arguments)
    return try #require(JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [String: Any])
  }

  private func expectAnswers(_ report: [String: Any]) throws {
    #expect(report["protocol"] as? String == "2025-11-25")
    #expect(report["server"] as? String == "peerlit")
    #expect(
      report["tools"] as? [String]
        == ["search", "fetch", "get_document", "similar", "list_facets", "evidence_map"])
    func outcome(_ name: String) -> [String: Any] { report[name] as? [String: Any] ?? [:] }
    func answer(_ name: String) -> [String: Any] {
      outcome(name)["answer"] as? [String: Any] ?? [:]
    }
    let results = try #require(answer("search")["results"] as? [[String: Any]])
    #expect(results.count == 3)
    #expect(results.allSatisfy { ($0["citation"] as? String)?.isEmpty == false })
    for (name, schema) in [
      ("search", "tool-search"), ("offsets", "tool-search"), ("similar", "tool-search"),
      ("document", "tool-document"), ("section", "tool-document"), ("fetch", "tool-fetch"),
      ("facets", "facets"), ("map", "map"),
    ] {
      let json = try JSONSerialization.data(withJSONObject: answer(name))
      let faults = try JSONSchema(schema).faults(in: String(decoding: json, as: UTF8.self))
      #expect(faults.isEmpty, "\(name): \(faults)")
    }
    let first = results[0]["id"] as? String
    #expect(answer("document")["id"] as? String == first)
    #expect(answer("fetch")["id"] as? String == first)
    #expect((answer("document")["text"] as? String)?.count == 500)
    #expect((answer("similar")["results"] as? [Any])?.count == 2)
    #expect(answer("facets")["documents"] as? Int == 5)
    #expect(answer("map")["row_facet"] as? String == "setting")
    #expect((outcome("unknown_code")["failed"] as? String)?.contains("qualitative") == true)
    #expect((outcome("unknown_document")["failed"] as? String)?.contains("no such id") == true)
    #expect((outcome("unknown_argument")["failed"] as? String)?.contains("mean limit?") == true)
    #expect((outcome("empty")["text"] as? String)?.contains("without min_sample") == true)
    #expect(outcome("unknown_tool")["refused"] as? Int == -32602)
  }

  @Test(.enabled(if: lacking == nil, lacking))
  func `over standard input and output`() throws {
    let index = try CorpusIndex.path.get()
    try expectAnswers(report(["stdio", ServerProcess.program.path, "mcp", "--index", index]))
  }

  @Test(.enabled(if: lacking == nil, lacking))
  func `over HTTP`() throws {
    let server = try ServerProcess()
    try expectAnswers(report(["http", server.address + "/mcp"]))
    server.stop()
  }

  @Test(.enabled(if: lacking == nil, lacking))
  func `the example of docs/mcp.md prints passages with citations`() throws {
    let page = try Project.text("docs/mcp.md").components(separatedBy: "```python\n")
    let example = try #require(page.last?.components(separatedBy: "\n```").first)
      .replacing("tools/peerlit", with: ServerProcess.program.path)
      .replacing("[\"mcp\"]", with: "[\"mcp\", \"--index\", \"\(try CorpusIndex.path.get())\"]")
    let printed = try CallersTests.print(
      try #require(Self.environment).python.path, ["-c", example])
    #expect(printed.contains(" — Mitra, Sanjana; Globerman, Jason (2013). "), "\(printed)")
  }
}
