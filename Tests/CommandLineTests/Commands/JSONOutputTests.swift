import JSON
import Literature
import Testing
import peerlit

/// `--format json` prints JSON, or is refused, whatever other options there are.
struct JSONOutputTests {
  @Test func `the codes of facets`() throws {
    let capture = try CorpusIndex.run(["facets", "--codes", "--format", "json"])
    #expect(capture.status == .found)
    #expect(try JSONSchema("codes").faults(in: capture.outputText) == [])
    guard case .array(let codes)? = try JSONValue(capture.output)["codes"] else {
      Issue.record("no codes")
      return
    }
    #expect(codes.count == Vocabulary.standard.entries.count)
    #expect(codes.first?["facet"] == "method" && codes.first?["code"] == "randomised-trial")
    #expect(codes.first?["parent"] == .null && codes[1]["parent"] == "randomised-trial")
  }

  @Test func `groups of synonyms`() throws {
    let capture = try CorpusIndex.run(["synonyms", "hbv", "--format", "json"])
    #expect(try JSONSchema("synonyms").faults(in: capture.outputText) == [])
    #expect(
      try JSONValue(capture.output) == [
        "format_version": 1,
        "groups": [
          [
            "forms": ["hbv", "hepatitis b", "hep b", "hepb"], "weight": .number(0.7),
            "source": "in-house",
          ]
        ],
      ])
    let none = try CorpusIndex.run(["synonyms", "qwertyuiop", "--format", "json"])
    #expect(none.status == .nothing)
    #expect(try JSONValue(none.output) == ["format_version": 1, "groups": []])
  }

  @Test func `one setting`() throws {
    let path = try CorpusIndex.path.get()
    let capture = try CorpusIndex.run(["config", "index", "--format", "json"])
    #expect(try JSONSchema("config").faults(in: capture.outputText) == [])
    guard case .array(let settings)? = try JSONValue(capture.output)["settings"] else {
      Issue.record("no settings")
      return
    }
    #expect(settings.map { $0["name"] } == ["index"])
    #expect(settings.first?["value"] == .string(path))
  }

  @Test func `a citation is text`() throws {
    let refused = try CorpusIndex.run([
      "show", "peers-hcv-2023", "--cite", "apa", "--format", "json",
    ])
    #expect(refused.status == .usage && refused.output.isEmpty)
    #expect(refused.errorText.contains("--cite prints a citation as text."))
    #expect(try CorpusIndex.run(["show", "peers-hcv-2023", "--cite", "apa"]).status == .found)
  }
}
