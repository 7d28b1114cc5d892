import Foundation
import TestSupport
import Testing
import peerlit_evaluate

struct TestCollectionTests {
  static func make(_ folder: TemporaryFolder) throws {
    _ = try folder.file("corpus.jsonl", #"{"_id":"a","title":"t","text":"x"}"# + "\n")
    _ = try folder.file(
      "queries.jsonl", #"{"_id":"q1","text":"one"}"# + "\n" + #"{"_id":"q2","text":"two"}"# + "\n")
    _ = try folder.file("qrels/dev.tsv", "query-id\tcorpus-id\tscore\nq1\ta\t1\n")
    _ = try folder.file("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq2\ta\t1\n")
  }

  @Test func `a folder is opened`() throws {
    let folder = try TemporaryFolder()
    try Self.make(folder)
    let whole = try TestCollection(folder: folder.url)
    #expect(whole.topics.map(\.text) == ["one", "two"])
    #expect(whole.qrels.grades.count == 2)
    let part = try TestCollection(folder: folder.url, split: "dev")
    #expect(part.topics == [Topic(id: "q1", text: "one")])
  }

  @Test(arguments: ["corpus.jsonl", "queries.jsonl", "qrels"])
  func `an error names what is missing`(_ name: String) throws {
    let folder = try TemporaryFolder()
    try Self.make(folder)
    try FileManager.default.removeItem(at: folder.url.appending(path: name))
    #expect(
      throws: EvaluationError.notACollection(
        path: folder.url.path, missing: name == "qrels" ? "qrels/*.tsv" : name)
    ) {
      try TestCollection(folder: folder.url)
    }
  }
}
