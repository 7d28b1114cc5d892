import Foundation
import TestSupport
import Testing

/// A client that openapi-python-client generates asks a server.
struct OpenAPIClientTests {
  static let environment = PythonEnvironment(
    "openapi", packages: ["openapi-python-client==0.29.1", "openapi-spec-validator==0.9.0"])

  static let lacking: Comment? =
    environment == nil ? "openapi-python-client can't be installed here." : nil

  @Test(.enabled(if: lacking == nil, lacking))
  func `a generated client has a typed answer for every route`() throws {
    // The requests include corrections, which change the index.
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let index = try CorpusIndex.build(in: temporary)
    let server = try ServerProcess(["--port", "0", "--quiet"], index: index)
    let printed = try CallersTests.print(
      try #require(Self.environment).python.path,
      [Project.root.appending(path: "Tests/Clients/openapi_client.py").path, server.address])
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [String: Any])
    let types = try #require(report["types"] as? [String: String])
    #expect(types["search"] == "SearchResponse")
    #expect(types["getDocument"] == "DocumentResponse")
    #expect(types["getFacets"] == "FacetsResponse")
    #expect(types["getMap"] == "MapResponse")
    #expect(types["exportRecords"] == "str" && types["drawMap"] == "str")
    let drawing = report["drawing"] as? String
    #expect(drawing?.hasPrefix("<svg ") == true && drawing?.contains("Setting") == true)
    #expect((report["titles"] as? [String])?.count == 3)
    #expect(report["total"] as? Int == 5)
    #expect(report["documents"] as? Int == 5)
    #expect(report["lines"] as? Int == 3)
    #expect(report["similar"] as? Int == 2)
    #expect(types["correctDocument"] == "DocumentResponse")
    #expect(report["corrected"] as? Int == 45)
    #expect(
      report["refused_change"] as? [String] == [
        "bad_value", "Write sample_size=45, sample_size=none or sample_size=auto.",
      ])
    let beginnings = [
      "ris": "TY  - ", "nbib": "PMID- ", "bibtex": "@", "csl-json": "[", "csv": "", "jsonl": "{",
    ]
    for (format, beginning) in beginnings {
      let text = report["records_\(format)"] as? String
      #expect(text?.isEmpty == false && text?.hasPrefix(beginning) == true, "\(format)")
    }
    #expect(report["openapi"] as? String == "3.1.0")
    let refused = report["error"] as? [Any] ?? []
    #expect(refused.last as? String == "unknown_code")
    #expect(server.stop() == 0)
  }
}
