import Foundation
import TestSupport
import Testing

/// Runs the examples in docs/http.md against a server.
struct CallersTests {
  /// The last code block in a language on the page.
  static func block(_ language: String) throws -> String {
    let parts = try Project.text("docs/http.md").components(separatedBy: "```\(language)\n")
    return try #require(parts.last?.components(separatedBy: "\n```").first)
  }

  static func has(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  /// The output of a program, which must succeed.
  static func print(_ program: String, _ arguments: [String]) throws -> String {
    let run = try ExternalProgram(program, arguments)
    #expect(run.status == 0, "\(program): \(run.errors)")
    return run.text
  }

  @Test(
    .enabled(if: has("curl"), "curl is not installed."))
  func `curl prints the JSON of a search`() throws {
    let server = try ServerProcess()
    let script = try Self.block("sh").replacing("http://127.0.0.1:7700", with: server.address)
    let printed = try Self.print("sh", ["-c", script])
    #expect(try JSONSchema("search").faults(in: printed).isEmpty)
    #expect(printed.contains("\"rank\":1"))
  }

  @Test(
    .enabled(if: has("python3"), "Python is not installed."))
  func `Python prints titles and sections`() throws {
    let server = try ServerProcess()
    let script = try Self.block("python").replacing("http://127.0.0.1:7700", with: server.address)
    let lines = try Self.print("python3", ["-c", script]).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.contains { $0.contains("peer") && $0.contains(" - ") })
  }

  @Test(
    .enabled(if: has("node"), "Node.js is not installed."))
  func `JavaScript prints titles`() throws {
    let server = try ServerProcess()
    let script = try Self.block("js").replacing("http://127.0.0.1:7700", with: server.address)
    let lines = try Self.print("node", ["--input-type=module", "--eval", script])
      .split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("1 ") == true)
  }
}
