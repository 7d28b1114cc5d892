import Appraisal
import Foundation
import Retrieval
import TestSupport
import Testing
import peerlit_evaluate

struct FacetEvaluationTests {
  static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let labelled = project.deletingLastPathComponent()
    .appending(path: "shared/eval/metadata")

  // A property of the suite, so that it outlives the test.
  let folder = Result { try TemporaryFolder() }

  @Test func `right and wrong documents are counted`() throws {
    let lines = [
      #"{"_id":"a","title":"Mentors for people with HIV","text":"We interviewed 31 volunteers.","#
        + #""gold":{"method":["qualitative"],"setting":[],"condition":["hiv"],"sample_size":31,"#
        + #""included_studies":null}}"#,
      #"{"_id":"b","title":"Mentors for people with HIV","text":"Mentors are kind.","#
        + #""gold":{"method":["cohort"],"setting":[],"condition":["stroke"],"sample_size":null,"#
        + #""included_studies":4}}"#,
    ]
    let file = try folder.get().file("facets-two.jsonl", lines.joined(separator: "\n") + "\n")
    let evaluation = try FacetEvaluation(folder: file.deletingLastPathComponent())
    func value(_ name: String) -> Double? { evaluation.figures.first { $0.name == name }?.value }
    #expect(value("sample size exact") == 1)
    #expect(value("included studies exact") == 0.5)
    #expect(value("condition F1") == 0.5)
    #expect(value("method recall") == 0.5)
    #expect(value("evidence verbatim") == 1)
    #expect(evaluation.wrong.contains("b condition: gold [\"stroke\"], found [\"hiv\"]"))
    #expect(evaluation.text.contains("condition F1"))
    let candidates = try FacetCandidates.text(
      FacetGold.sets(in: file.deletingLastPathComponent()))
    #expect(candidates.contains("sample\tfacets-two\ta\t31\tcertain\t"))
    #expect(candidates.contains("count\ta\t31\t"))
    #expect(
      candidates.contains(
        "words\tfacets-two\tb\tare:1 for:1 hiv:1 kind:1 mentor:2 people:1 with:1"))
    #expect(candidates.contains("sample\tfacets-two\tb\t\tcertain\t"))
    #expect(candidates.contains("codes\tcondition\tfacets-two\tb\tstroke\tcertain\t1\t"))
    #expect(candidates.contains("mention\tcondition\tb\thiv\t-1\ttitle\t"))
  }

  @Test func `labels may be stored without their texts`() throws {
    let folder = try folder.get()
    let texts = try folder.file(
      "shared/eval/retrieval/peer/corpus.jsonl",
      #"{"_id":"a","title":"Café mentors","text":"We interviewed 31 volunteers."}"# + "\n"
        + #"{"_id":"b","title":"No labels","text":"Mentors are kind."}"#)
    let labelled = try folder.file("shared/eval/metadata/none.txt", "")
      .deletingLastPathComponent()
    // The range of "interviewed 31"; "é" has two code units.
    let line =
      #"{"_id":"a","gold":{"method":["qualitative"],"sample_size":31},"#
      + #""uncertain":["method"],"evidence":{"sample_size":[[17,31]]}}"#
    let stored = try folder.file("labels/labels-peer.jsonl", line + "\n")
      .deletingLastPathComponent()
    // The texts of these labels do not exist, so they are skipped.
    _ = try folder.file("labels/labels-registry.jsonl", line + "\n")
    let sets = try FacetGold.sets(in: labelled, labels: stored)
    #expect(sets.map(\.set) == ["facets-peer"])
    let gold = try #require(sets.first?.gold.first)
    #expect(gold.document.text == "We interviewed 31 volunteers.")
    #expect(gold.document.sections.map(\.kind) == [.abstract])
    #expect(gold.evidence == ["sample_size": ["interviewed 31"]])
    #expect(gold.uncertain == ["method"])
    #expect(FacetCandidates.text(sets).contains("sample\tfacets-peer\ta\t31\tcertain\t"))
    let wrong = try folder.file("wrong.jsonl", line.replacing("31]]", with: "99]]"))
    #expect(throws: EvaluationError.self) { try FacetGold.read(labels: wrong, texts: texts) }
    let unknown = try folder.file("unknown.jsonl", line.replacing("\"a\"", with: "\"c\""))
    #expect(throws: EvaluationError.self) { try FacetGold.read(labels: unknown, texts: texts) }
  }

  @Test func `held-out documents come first, certain labels next`() throws {
    func line(_ id: String, _ uncertain: String) -> String {
      #"{"_id":"\#(id)","title":"Mentors for people with HIV","text":"Mentors are kind.","#
        + #""gold":{"condition":["hiv"]},"uncertain":[\#(uncertain)]}"#
    }
    let lines = [line("a", ""), line("b", #""condition""#), line("c", "")]
    let file = try folder.get().file("facets-three.jsonl", lines.joined(separator: "\n") + "\n")
    let evaluation = try FacetEvaluation(
      folder: file.deletingLastPathComponent(), heldOut: ["c"])
    let sets = evaluation.figures.filter { $0.name == "condition F1" }
    #expect(
      sets.map(\.set) == ["facets-three, held out", "facets-three, certain", "facets-three"])
    #expect(sets.map { $0.detail.prefix(8) } == ["1 right,", "2 right,", "3 right,"])
    #expect(evaluation.codes.map(\.given) == [3])
    #expect(evaluation.codes.map(\.givenCertain) == [2])
    #expect(evaluation.text.contains("expected calibration error"))
  }

  @Test func `a table of corrections is gold for the documents of an index`() throws {
    let folder = try folder.get()
    let library = try folder.file(
      "x.jsonl",
      #"{"_id":"a","title":"Mentors for people with HIV","text":"We interviewed 31 volunteers."}"#
        + "\n"
        + #"{"_id":"b","title":"Mentors for people with HIV at home","text":"Mentors are kind."}"#)
    let index = library.deletingLastPathComponent().appending(path: "index.sqlite").path
    _ = try Indexer(path: index).index([library.path])
    let table = try folder.file(
      "sample.csv", "id,condition,sample_size\na,hiv,30\nb,stroke,none\n")
    // Earlier corrections do not count as values that the appraiser found.
    let wrong = Correction(
      of: try #require(try Index(path: index).document("b")),
      changes: try Correction.changes(["condition=stroke"]))
    _ = try Indexer(path: index).correct([wrong])
    let gold = try FacetGold.read(corrections: table, index: index)
    let evaluation = FacetEvaluation([("sample", gold)])
    func value(_ name: String) -> Double? { evaluation.figures.first { $0.name == name }?.value }
    #expect(value("condition F1") == 0.5)
    #expect(value("sample size exact") == 0.5)
    #expect(value("method F1") == nil)
    let coded = try folder.file(
      "coded.csv", "id,method,included_studies\na,qualitative,\nb,none,4\n")
    let counted = FacetEvaluation([
      ("sample", try FacetGold.read(corrections: coded, index: index))
    ])
    // An empty cell is not a label.
    let included = counted.figures.first { $0.name == "included studies exact" }
    #expect(included?.detail == "0 of 1")
    let undone = try folder.file("undone.csv", "id,condition\na,hiv\na,auto\nb,hiv\na,stroke\n")
    let labels = try FacetGold.read(corrections: undone, index: index).map {
      $0.labels.codes[.condition]
    }
    #expect(labels == [nil, nil, ["hiv"], ["stroke"]])
    let other = try folder.file("other.csv", "id,condition\nz,hiv\n")
    #expect(throws: EvaluationError.self) {
      try FacetGold.read(corrections: other, index: index)
    }
  }

  @Test func `an interval contains the figure and is narrow for many documents`() {
    var tally = FacetTally()
    for at in 0..<400 { tally.parts.append(.init(right: at % 4 == 0 ? 0 : 1, extra: 1)) }
    let (low, high) = tally.interval(FacetTally.precision)
    let precision = FacetTally.precision(tally.sum)
    #expect(low < precision && precision < high)
    #expect(high - low < 0.1)
  }

  @Test func `documents have the sections that the reader finds`() throws {
    let line =
      #"{"_id":"a","text":"Methods: We interviewed 31 volunteers. Results: They met.","gold":{}}"#
    let file = try folder.get().file("facets-parts.jsonl", line + "\n" + line + "\n")
    let gold = try #require(try FacetGold.read(file))
    #expect(gold.map(\.id) == ["a", "a"])
    #expect(gold.map(\.document.id) == ["a", "a"])
    #expect(gold.map { $0.document.sections.map(\.heading) }.last == ["Methods", "Results"])
    let empty = try folder.get().file("facets-empty.jsonl", #"{"_id":"a","text":"","gold":{}}"#)
    #expect(throws: EvaluationError.self) { try FacetGold.read(empty) }
  }

  @Test func `any of several totals is accepted`() throws {
    let line =
      #"{"_id":"a","text":"We interviewed 31 volunteers.","gold":{"sample_size":[30,31]}}"#
    let file = try folder.get().file("sample-size-one.jsonl", line + "\n")
    let evaluation = try FacetEvaluation(folder: file.deletingLastPathComponent())
    #expect(evaluation.figures.first?.value == 1)
    #expect(evaluation.misses.isEmpty)
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: labelled.path),
      "the labelled documents are not beside this checkout"))
  func `the expected figures are reached`() throws {
    let evaluation = try FacetEvaluation(folder: Self.labelled)
    let measured = evaluation.figures.map {
      Expectations.Figure(
        set: $0.set, configuration: "appraisal", metric: $0.name, value: $0.value)
    }
    let expected = try Expectations(
      contentsOf: Self.project.appending(path: "tools/evaluation/expected.tsv"))
    #expect(expected.figures.count >= 10)
    #expect(expected.shortfalls(of: measured).isEmpty)
  }
}
