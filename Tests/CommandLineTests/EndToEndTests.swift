import Answers
import Foundation
import Retrieval
import TestSupport
import Testing
import peerlit

/// Complete runs, from the files of the corpus to the output.
struct EndToEndTests {
  func search(_ arguments: String...) throws -> SearchResponse {
    let capture = try CorpusIndex.run(["search"] + arguments + ["--format", "json"])
    let faults = try JSONSchema("search").faults(in: capture.outputText)
    #expect(faults.isEmpty, "\(faults)")
    return try JSONDecoder().decode(SearchResponse.self, from: Data(capture.output))
  }

  @Test func `the first question of the README`() throws {
    let response = try search("role clarity HCV")
    #expect(response.query.interpreted == "(any role clarity hcv)")
    let sections = response.hits.prefix(3).map(\.passage.section)
    #expect(
      sections.contains { $0.hasSuffix("Clarify roles and integrate peers into the organization") })
    let documents = response.hits.map(\.document.id)
    #expect(documents.contains("peers-hcv-2023"))
    #expect(documents.contains("hepcare-advanced-peers"))
    for hit in response.hits {
      #expect(hit.passage.end - hit.passage.start == hit.passage.text.unicodeScalars.count)
      #expect(!hit.passage.highlights.isEmpty)
    }
  }

  @Test(arguments: [
    (["--method", "qualitative"], 3, false), (["--method", "review"], 1, false),
    (["--condition", "hepatitis-c"], 2, false), (["--min-sample", "21"], 2, true),
    (["--min-sample", "21", "--include-unknown"], 5, false), (["n:none"], 3, false),
    (["--unknown-sample"], 3, false), (["--min-sample", "21", "--unknown-sample"], 5, false),
    // More than any sample, and more than an index can store.
    (["--max-sample", "99999999999"], 2, true), (["--min-sample", "4294967295"], 0, true),
    (["--min-sample", "4294967296", "--include-unknown"], 3, false),
    (["year:2013"], 1, true), (["--year", "none"], 2, false), (["-method:qualitative"], 2, false),
    (["--method=-qualitative"], 2, false), (["--method", "-qualitative"], 2, false),
    (["--method=-none", "--method=-qualitative"], 2, false),
    (["--setting", "community", "--method", "qualitative"], 1, false),
    (["--setting", "community", "--method", "review"], 0, true),
  ])
  func `filters select documents`(arguments: [String], documents: Int, hasNote: Bool) throws {
    for words in [["peer"], []] {
      let capture = try CorpusIndex.run(
        ["search"] + words + arguments + ["--format", "json", "--unit", "document"])
      let response = try JSONDecoder().decode(SearchResponse.self, from: Data(capture.output))
      #expect(response.total.documents == documents, "\(words) \(arguments)")
      #expect(capture.status == (documents > 0 ? .found : .nothing))
      #expect(!response.query.notes.isEmpty == hasNote, "\(response.query.notes)")
    }
  }

  @Test(arguments: [
    "peer-support (", "\"unclosed", "C++ (hcv)", "*", "-mentor peer", "()", "😀",
    "a\u{0}b", "title:", "n:", "\"\"", "互助", "🧑🏽‍⚕️*", "-", "+", "not not not", ")))",
  ])
  func `no plain text is an error`(text: String) throws {
    for format in ["text", "json", "tsv"] {
      let capture = try CorpusIndex.run([text, "--explain", "--facets", "--format", format])
      #expect(capture.status == .found || capture.status == .nothing)
    }
  }

  @Test func `long text is not an error`() throws {
    let words = (0..<10_000).map { "w\($0)" }.joined(separator: " ")
    #expect(try CorpusIndex.run([words]).status == .nothing)
    #expect(try CorpusIndex.run([String(repeating: "(", count: 1_000)]).status == .nothing)
  }

  @Test func `an unknown word is reported with a suggestion`() throws {
    #expect(
      try search("clairty").query.notes == [
        .sentence("“clairty” is not in the index; did you mean “clarity”?")
      ])
    #expect(try search("zzzzzz peer").query.notes == [.sentence("“zzzzzz” is not in the index.")])
    #expect(try search("peer -clairty").query.notes.isEmpty)
  }

  @Test func `a misspelled command is searched for, with a note`() throws {
    let capture = try CorpusIndex.run(["serach", "peer", "--limit", "1"])
    #expect(capture.status == .found)
    #expect(capture.errorText.contains("Did you mean the command “search”?"))
  }

  @Test func `a batch prints each response on a line`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = try temporary.file(
      "queries.jsonl",
      "{\"_id\":\"1\",\"text\":\"role +clarity\"}\n{\"_id\":\"2\",\"text\":\"hcv\"}\n")
    for format in ["json", "jsonl"] {
      let capture = try CorpusIndex.run(["search", "--queries", file.path, "--format", format])
      let answers = try capture.outputText.split(separator: "\n").map {
        try JSONDecoder().decode(SearchResponse.self, from: Data($0.utf8))
      }
      #expect(answers.map(\.query.id) == ["1", "2"])
      #expect(answers.map(\.query.interpreted) == ["(any role clarity)", "hcv"])
    }
    let run = try CorpusIndex.run(["search", "--queries", file.path, "--format", "trec"])
    let lines = run.outputText.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.allSatisfy { $0.count == 6 && $0[1] == "Q0" && $0[5] == "peerlit" })
    #expect(Set(lines.map { $0[0] }) == ["1", "2"])
    for query in ["1", "2"] {
      let ranked = lines.filter { $0[0] == query }
      #expect(ranked.map { Int($0[3]) } == Array(1...ranked.count))
      #expect(Set(ranked.map { $0[2] }).count == ranked.count)
      let scores = ranked.compactMap { Double($0[4]) }
      #expect(scores == scores.sorted(by: >))
    }
  }

  @Test func `a document is shown`() throws {
    let capture = try CorpusIndex.run(["show", "peers-hcv-2023", "--format", "json"])
    #expect(try JSONSchema("document").faults(in: capture.outputText) == [])
    let shown = try CorpusIndex.run(["show", "peers-hcv-2023"]).outputText
    #expect(shown.contains("Participants: 45"))
    let none = try CorpusIndex.run(["show", "nobody-1"])
    #expect(none.status == .nothing)
    #expect(none.errorText.contains("No document “nobody-1”"))
  }

  @Test func `facets, maps, similar documents, statistics and checks`() throws {
    for (arguments, schema) in [
      (["facets"], "facets"), (["facets", "clarity"], "facets"),
      (["map", "method", "condition"], "map"), (["similar", "peers-hcv-2023"], "search"),
      (["stats"], "stats"), (["check"], "check"),
    ] {
      let json = try CorpusIndex.run(arguments + ["--format", "json"])
      #expect(json.status == .found)
      #expect(try JSONSchema(schema).faults(in: json.outputText) == [], "\(arguments)")
      #expect(try CorpusIndex.run(arguments).status == .found)
    }
    let facets = try CorpusIndex.run(["facets", "--format", "tsv"]).outputText
    #expect(facets.contains("\nmethod\tqualitative\t3\n"))
    let list = try CorpusIndex.run(["facets", "--format", "csv"]).outputText
    #expect(list == facets.replacing("\t", with: ","))
    let map = try CorpusIndex.run(["map", "method", "condition", "--format", "tsv"]).outputText
    let cells = map.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(Set(cells.map(\.count)).count == 1)
    let sheet = try CorpusIndex.run(["map", "method", "condition", "--format", "csv"]).outputText
    #expect(sheet == map.replacing("\t", with: ","))
    let nothing = try CorpusIndex.run(["map", "method", "condition", "zebrafish"])
    #expect(nothing.status == .nothing && nothing.output.isEmpty)
    let drawing = try CorpusIndex.run(["map", "method", "condition", "--format", "svg"])
    #expect(drawing.outputText.hasPrefix("<svg ") && drawing.outputText.hasSuffix("</svg>\n"))
    #expect(drawing.outputText.contains(">Qualitative study (3)</text>"))
    #expect(try CorpusIndex.run(["similar", "nobody-1"]).status == .nothing)
    #expect(try CorpusIndex.run(["map", "method", "colour"]).status == .usage)
    #expect(try CorpusIndex.run(["facets", "--codes"]).outputText.contains("    meta-analysis"))
  }

  @Test func `indexing again changes nothing`() throws {
    let capture = try CorpusIndex.run([
      "index", Project.root.appending(path: "corpus").path, "--format", "json",
    ])
    #expect(capture.status == .found)
    #expect(try JSONSchema("account").faults(in: capture.outputText) == [])
    let account = try JSONDecoder().decode(IndexReport.self, from: Data(capture.output))
    #expect(account.records.unchanged == 5)
    #expect(account.records.seen == 5)
    #expect(account.records.addUp)
  }

  @Test func `unreadable input is reported, and the rest is indexed`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let folder = temporary.url
    let file = folder.appending(path: "x.jsonl")
    try Data("{\"_id\":\"a\",\"title\":\"A\",\"text\":\"peer\"}\n{oops\n".utf8).write(to: file)
    let report = folder.appending(path: "report.jsonl").path
    let capture = try CorpusIndex.run([
      "index", file.path, folder.appending(path: "nowhere").path, "--index",
      folder.appending(path: "i.sqlite").path, "--report", report,
    ])
    #expect(capture.status == .trouble)
    #expect(capture.outputText.contains("1 added, 1 failed"))
    #expect(capture.errorText.contains("x.jsonl, line 2: "))
    #expect(capture.errorText.contains("/nowhere: "))
    let lines = try String(contentsOfFile: report, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { #expect(try JSONSchema("incident").faults(in: String(line)) == []) }
  }

  @Test func `appraisals need no index`() throws {
    let capture = Capture()
    let status = capture.run(
      "appraise", Project.root.appending(path: "corpus").path, "--format", "jsonl",
      environment: ["PEERLIT_INDEX": "/nowhere"])
    #expect(status == .found)
    let lines = capture.outputText.split(separator: "\n")
    #expect(lines.count == 5)
    for line in lines { #expect(try JSONSchema("appraisal").faults(in: String(line)) == []) }
    #expect(Capture().run("appraise", "/nowhere") == .trouble)
  }

  @Test func `problems with an index are reported with a fix`() throws {
    let missing = Capture()
    #expect(missing.run("peer", "--index", "/nowhere.sqlite") == .trouble)
    #expect(
      missing.errorText.hasPrefix(
        "peerlit: No index at /nowhere.sqlite. Create one with: peerlit index"))
    let other = Capture()
    #expect(other.run("peer", "--index", #filePath) == .trouble)
    #expect(other.errorText.contains("is not a peerlit index"))
  }
}
