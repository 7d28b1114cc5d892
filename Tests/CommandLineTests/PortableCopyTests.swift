import Foundation
import JSON
import Literature
import TestSupport
import Testing
import peerlit

/// `peerlit export --to sqlite`: a file that opens everywhere.
struct PortableCopyTests {
  static let datasette = PythonEnvironment("datasette", packages: ["datasette==0.65.5"])

  private let temporary: TemporaryFolder
  private var folder: URL { temporary.url }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func copy(_ arguments: [String] = [], _ name: String = "copy.sqlite") throws -> Capture {
    try CorpusIndex.run(["export"] + arguments + ["--to", "sqlite", path(name)])
  }

  private func rows(_ sql: String) throws -> JSONValue {
    try #require(
      try SQLClient.python("python3", path("copy.sqlite"), library: nil, [sql]).first)
  }

  @Test(.enabled("needs Python") { CallersTests.has("python3") })
  func `any program searches and filters a copy`() throws {
    #expect(try copy().status == .found)
    #expect(try rows("SELECT count(*) AS n FROM works") == .array([.object(["n": .integer(5)])]))
    let found = try rows(
      """
      SELECT title, year FROM works_fts JOIN works ON work = works_fts.rowid, json_each(method)
      WHERE works_fts MATCH '"peer engagement"' AND value = 'rapid-review'
      """.replacing("SELECT title", with: "SELECT works.title"))
    #expect(
      found
        == .array([
          .object([
            "title": .string(
              "How to support and facilitate peer engagement in service provision roles"),
            "year": .integer(2013),
          ])
        ]))
    let facets = try rows(
      """
      SELECT facet, code, status FROM work_facets_all JOIN works USING (work)
      WHERE year = 2013 AND facet = 'method' AND status = 'counted'
      """)
    #expect(
      facets
        == .array([
          .object([
            "facet": .string("method"), "code": .string("rapid-review"),
            "status": .string("counted"),
          ])
        ]))
    let version = "SELECT value FROM properties WHERE name = 'metadata'"
    #expect(try rows(version) == .array([.object(["value": "1"])]))
    // Not the folders of this machine.
    let sources = try rows("SELECT source FROM works WHERE year = 2013")
    #expect(
      sources == .array([.object(["source": "peer-engagement-rapid-response-2013.txt"])]))
    let texts = try rows("SELECT min(length(text)) > 100 AS whole FROM works")
    #expect(texts == .array([.object(["whole": .integer(1)])]))
  }

  @Test func `a copy contains the documents that a query and filters select`() throws {
    let capture = try copy(["--method", "rapid-review"])
    #expect(capture.status == .found)
    #expect(capture.errorText.contains("1 document in "))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "copy.sqlite", "datasette.json",
      ])
  }

  @Test(arguments: [
    Data("title: Peers\n".utf8), Data("[]".utf8), Data(#"{"databases":[]}"#.utf8),
    // In Latin-1, not UTF-8.
    Data([0x7B, 0x22, 0xE9, 0x22, 0x3A, 0x31, 0x7D]),
  ])
  func `a datasette.json that can't be added to is kept`(contents: Data) throws {
    let settings = folder.appending(path: "datasette.json")
    try contents.write(to: settings)
    #expect(try copy().errorText.contains("so the copy was not added to it"))
    #expect(try Data(contentsOf: settings) == contents)
  }

  @Test func `every copy has its part of datasette.json`() throws {
    func databases() throws -> JSONValue? {
      try JSONValue(Data(contentsOf: folder.appending(path: "datasette.json")))["databases"]
    }
    _ = try copy([], "first.sqlite")
    let first = try #require(try databases()?["first"])
    let settings = #"{"title":"Peers","databases":{"first":{"tables":{}}}}"#
    try Data(settings.utf8).write(to: folder.appending(path: "datasette.json"))
    for _ in 1...2 { #expect(try copy([], "second.db").errorText.contains("datasette") == false) }
    // What a person wrote is kept.
    #expect(try databases()?["first"] == .object(["tables": .object([:])]))
    #expect(try databases()?["second"] == first)
    let json = try String(contentsOfFile: path("datasette.json"), encoding: .utf8)
    #expect(json.contains(#""title" : "Peers""#))
  }

  @Test func `the file can be named by -o`() throws {
    let file = path("named.sqlite")
    let capture = try CorpusIndex.run(["export", "peer", "--to", "sqlite", "-o", file])
    #expect(capture.status == .found && capture.output.isEmpty)
    #expect(capture.errorText.contains(" documents in \(file)."))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["datasette.json", "named.sqlite"])
  }

  @Test(arguments: [["role clarity"], []])
  func `a copy needs a file`(words: [String]) throws {
    let capture = try CorpusIndex.run(["export"] + words + ["--to", "sqlite"])
    #expect(capture.status == .usage)
    #expect(capture.errorText.contains("peerlit export --to sqlite "))
  }

  @Test func `an index is not replaced by its copy`() throws {
    let index = try CorpusIndex.path.get()
    let capture = try CorpusIndex.run(["export", "--to", "sqlite", index])
    #expect(capture.status == .usage)
    #expect(capture.errorText.contains("is the index itself"))
  }

  @Test func `a copy that can't be written is named`() throws {
    let path = folder.appending(path: "missing/copy.sqlite").path
    let capture = try CorpusIndex.run(["export", "--to", "sqlite", path])
    #expect(capture.status == .trouble)
    #expect(
      capture.errorText
        == "peerlit: Can't write to \(path). Check that its folder exists, and that you are allowed "
        + "to write to the folder and the file.\n")
  }

  @Test func `only an older copy is replaced`() throws {
    let other = URL(filePath: try CorpusIndex.path.get())
    try FileManager.default.copyItem(at: other, to: folder.appending(path: "other.sqlite"))
    try Data("text".utf8).write(to: folder.appending(path: "notes.db"))
    for name in ["other.sqlite", "notes.db"] {
      let before = try Data(contentsOf: folder.appending(path: name))
      let capture = try copy([], name)
      #expect(capture.status == .usage)
      #expect(capture.errorText.contains("is not an older copy"))
      #expect(try Data(contentsOf: folder.appending(path: name)) == before)
    }
    for _ in 1...2 { #expect(try copy().status == .found) }
  }

  @Test func `an export that finds nothing does not change a file`() throws {
    let none = try copy(["unfindableword"])
    #expect(none.status == .nothing && none.output.isEmpty)
    let index = try CorpusIndex.path.get()
    #expect(none.errorText.hasSuffix("Nothing found in \(index).\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    #expect(try copy().status == .found)
    let files = ["copy.sqlite", "datasette.json"]
    let before = try files.map { try Data(contentsOf: folder.appending(path: $0)) }
    let again = try copy(["unfindableword"])
    #expect(again.status == .nothing)
    #expect(again.errorText.hasSuffix("copy.sqlite is unchanged.\n"))
    #expect(try files.map { try Data(contentsOf: folder.appending(path: $0)) } == before)
    #expect(try copy(["unfindableword"], "copy.txt").status == .usage)
  }

  @Test(
    .enabled(if: datasette != nil, "Datasette can't be installed."))
  func `Datasette searches a copy, and a facet narrows the rows`() throws {
    #expect(try copy().status == .found)
    let script = Project.root.appending(path: "Tests/Clients/datasette_client.py").path
    let output = try ExternalProgram(
      try #require(Self.datasette).python.path,
      [
        script, path("copy.sqlite"), path("datasette.json"), "/copy/works.json?_shape=objects",
        "/copy/works.json?_shape=objects&_search=training",
        "/copy/works.json?_shape=objects&_search=training&method__arraycontains=rapid-review",
      ])
    guard case .array(let answers) = try JSONValue(output.text.utf8) else {
      Issue.record("\(output.errors)")
      return
    }
    let counts = answers.map { answer -> Int in
      if case .array(let rows) = answer["rows"] { rows.count } else { -1 }
    }
    #expect(counts == [5, 3, 1])
    // The settings beside the copy make Datasette count facets without being asked.
    let facets = answers.first?["facet_results"]
    for name in FacetDefinition.codes.map(\.name.rawValue) + ["year"] {
      #expect(facets?["results"]?[name] != nil || facets?[name] != nil, "\(name)")
    }
  }
}
