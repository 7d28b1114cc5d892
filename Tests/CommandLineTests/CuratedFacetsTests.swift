import Foundation
import TestSupport
import Testing
import peerlit

/// Precedence when a catalogue, a record and the text disagree about a document.
struct CuratedFacetsTests {
  /// A folder with a catalogue and an index of it.
  private struct Shelf {
    private let temporary: TemporaryFolder
    var folder: URL { temporary.url }
    var index: String { folder.appending(path: "index.sqlite").path }
    var records: String { folder.appending(path: "records").path }

    func remove() { temporary.remove() }

    init() throws {
      temporary = try TemporaryFolder()
      let library = URL(filePath: records)
      try FileManager.default.createDirectory(at: library, withIntermediateDirectories: true)
      let lines = """
        {"_id":"a","title":"Mentors for adults with diabetes","text":"Semi-structured interviews \
        were held with 31 adults with diabetes and analysed thematically.","method":["cohort"]}
        {"_id":"b","title":"Mentors for adults with asthma","text":"We interviewed 18 adults with \
        asthma.","condition":["hiv"],"sample_size":17}
        """
      try Data(lines.utf8).write(to: library.appending(path: "x.jsonl"))
      let catalogue = """
        file,id,method,setting,condition,sample_size
        x.jsonl,a,,prison,hypertension,30
        x.jsonl,b,none,,,
        """
      try Data(catalogue.utf8).write(to: library.appending(path: "catalogue.csv"))
      try #require(Capture().run("index", records, "--index", index) == .found)
    }

    func run(_ arguments: String...) -> String {
      let capture = Capture()
      _ = capture.run(arguments, environment: ["PEERLIT_INDEX": index])
      return capture.outputText
    }
  }

  @Test func `the more trusted value is used, and the others are kept`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }

    let text = shelf.run("show", "a")
    #expect(text.contains("Participants: 30 (curated)\nParticipants: 31 (extracted, overridden)\n"))
    #expect(text.contains("Study design: cohort (record)\n    “cohort” [method, record]\n"))
    #expect(text.contains("Study design: qualitative (extracted, overridden)\n"))
    #expect(text.contains("Condition: hypertension (curated)\n"))
    #expect(text.contains("Condition: diabetes (extracted, overridden)\n"))
    #expect(shelf.run("show", "b").contains("Study design: none (curated)\n"))

    for (id, expected) in [
      ("a", ["method": ["cohort"], "setting": ["prison"], "condition": ["hypertension"]]),
      ("b", ["method": [], "condition": ["hiv"]]),
    ] {
      let shown = try object(shelf.run("show", id, "--format", "json"))
      for (facet, codes) in expected { #expect(shown[facet] as? [String] == codes) }
    }
    let a = try object(shelf.run("show", "a", "--format", "json"))
    #expect(a["sample_size"] as? Int == 30)
    let facets = try #require(a["facets"] as? [String: [[String: Any]]])
    #expect(facets["sample_size"]?.map { $0["origin"] as? String } == ["curated", "extracted"])
    #expect(facets["sample_size"]?.map { $0["value"] as? Int } == [30, 31])
  }

  @Test func `filters and counts use the effective value`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let counts = shelf.run("facets", "--format", "tsv")
    for line in ["method\tcohort\t1", "method\tnone\t1", "condition\thiv\t1", "setting\tprison\t1"]
    {
      #expect(counts.contains(line + "\n"), "\(line)")
    }
    for code in ["qualitative", "diabetes", "asthma"] { #expect(!counts.contains("\t\(code)\t")) }
    #expect(shelf.run("mentors", "n:30", "--format", "trec").contains(" a 1 "))
    #expect(shelf.run("mentors", "n:31", "--format", "trec").isEmpty)
  }

  @Test func `an appraisal includes both`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let lines = shelf.run("appraise", shelf.records, "--format", "jsonl").split(separator: "\n")
    let b = try object(String(try #require(lines.last)))
    #expect(b["sample_size"] as? Int == 17)
    let grounds = try #require(
      (b["evidence"] as? [String: [[String: Any]]])?["sample_size"])
    #expect(grounds.map { $0["value"] as? Int } == [17, 18])
    #expect(grounds.map { $0["origin"] as? String } == ["record", "extracted"])
    #expect(grounds.map { $0["text"] as? String } == ["17", "18 adults"])
    #expect(b["method"] as? [String] == [])
  }

  @Test func `an explanation includes the evidence for facets`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let text = shelf.run("asthma", "--explain")
    #expect(text.contains("Participants: 18 (extracted, overridden)\n"))
    #expect(text.contains("“18 adults” [interviewed, text 15–24]\n"))
    let answer = try object(shelf.run("asthma", "--explain", "--format", "json"))
    let hit = try #require((answer["hits"] as? [[String: Any]])?.first)
    let explanation = try #require(hit["explanation"] as? [String: Any])
    let facets = try #require(explanation["facets"] as? [String: [[String: Any]]])
    #expect(facets["condition"]?.map { $0["value"] as? String } == ["hiv", "asthma"])
  }

  private func object(_ json: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }
}
