import Foundation
import TestSupport
import Testing

/// Schemathesis sends requests that `/openapi.json` allows and forbids, and checks the responses
/// against it.
struct SchemathesisTests {
  static let environment = PythonEnvironment("schemathesis", packages: ["schemathesis==4.32.5"])

  static let lacking: Comment? =
    environment == nil ? "Schemathesis can't be installed." : nil

  /// The checks: the server never fails, and its responses are as described.
  ///
  /// An allowed request may still be refused, because OpenAPI cannot say that two limits contradict
  /// each other.
  static let checks = [
    "not_a_server_error", "status_code_conformance", "content_type_conformance",
    "response_schema_conformance", "response_headers_conformance", "unsupported_method",
    "allow_header_conformance",
  ]

  @Test(.enabled(if: environment != nil, lacking))
  func `answers are as /openapi.json says`() throws {
    let environment = try #require(Self.environment)
    // The requests include corrections, which change the index.
    let library = try TemporaryFolder()
    defer { library.remove() }
    let index = try CorpusIndex.build(in: library)
    let server = try ServerProcess(["--port", "0", "--quiet"], index: index)
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let run = try ExternalProgram(
      environment.python.deletingLastPathComponent().appending(path: "schemathesis").path,
      [
        "run", server.address + "/openapi.json", "--max-examples", "8", "--no-shrink",
        "--seed", "1", "--phases", "examples,coverage,fuzzing", "--suppress-health-check", "all",
        "--checks", Self.checks.joined(separator: ","),
      ], in: temporary.url, limit: 600)
    let report = run.text + run.errors
    #expect(run.status == 0, "\(report.suffix(4000))")
    #expect(
      report.contains("No issues found") || report.contains("passed"), "\(report.suffix(1000))")
    #expect(server.stop() == 0)
  }
}
