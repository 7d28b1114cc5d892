import Foundation
import Service
import Testing

/// Compares docs/mcp.md with the program.
struct MCPDocumentationTests {
  let text: String

  init() throws {
    text = try Project.text("docs/mcp.md")
  }

  @Test func `every tool is there, with what it takes and gives`() throws {
    let filters = try #require(text.firstMatch(of: /The filters are ([^.]+)\./)).1
    for parameter in Parameter.allFilters { #expect(filters.contains("`\(parameter.name)`")) }
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == MCPTool.standard.count)
    for tool in MCPTool.standard {
      let row = try #require(rows.first { $0.hasPrefix("| `\(tool.name)` |") }, "\(tool.name)")
      for parameter in tool.parameters {
        if let alias = parameter.alias { #expect(row.contains("`\(alias)`")) }
        let isSaid =
          row.contains("`\(parameter.name)`")
          || row.contains(" filters,") && Parameter.allFilters.contains(parameter)
        #expect(isSaid, "\(tool.name) \(parameter.name)")
      }
      #expect(row.contains("(schema/\(tool.schema).json)"))
    }
  }

  @Test func `every revision and error is there`() {
    for version in MCPVersion.allCases { #expect(text.contains(version.rawValue)) }
    for code in JSONRPCError.Code.allCases where code != .internalError {
      #expect(text.contains("−\(-code.rawValue)"), "\(code)")
    }
  }

  @Test(arguments: ["docs/mcp.md", "README.md"])
  func `configurations are JSON`(page: String) throws {
    let blocks = try Project.text(page).components(separatedBy: "```json\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first }.filter { $0.contains("mcpServers") }
    #expect(!blocks.isEmpty)
    for block in blocks {
      let json = try JSONSerialization.jsonObject(with: Data(block.utf8)) as? [String: Any]
      #expect((json?["mcpServers"] as? [String: Any])?["peerlit"] != nil)
    }
  }
}
