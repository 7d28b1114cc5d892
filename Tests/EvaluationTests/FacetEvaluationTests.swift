import Foundation
import TestSupport
import Testing
import peerlit_evaluate

struct FacetEvaluationTests {
  static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let labelled = project.deletingLastPathComponent()
    .appending(path: "shared/eval/metadata")

  // Kept by the suite, so that it outlives the test.
  let folder = Result { try TemporaryFolder() }

  @Test func countsRightAndWrongDocuments() throws {
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
    let candidates = try FacetCandidates.text(folder: file.deletingLastPathComponent())
    #expect(candidates.contains("sample\ta\t31\t31\t"))
    #expect(candidates.contains("sample\tb\t-\t\t\t"))
  }

  @Test func acceptsEitherOfSeveralTotals() throws {
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
  func reachesItsFigures() throws {
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
