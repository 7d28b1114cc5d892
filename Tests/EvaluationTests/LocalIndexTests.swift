import TestSupport
import Testing
import peerlit_evaluate

struct LocalIndexTests {
  @Test func `the documents of a collection are ranked`() throws {
    let folder = try TemporaryFolder()
    let corpus = try folder.file(
      "corpus.jsonl",
      [
        #"{"_id":"a","title":"Mentors in dialysis","text":"Peer mentors visit patients."}"#,
        #"{"_id":"b","title":"Breastfeeding","text":"Counselling of mothers by volunteers."}"#,
      ].joined(separator: "\n") + "\n")
    let index = try LocalIndex(corpus: corpus)
    for configuration in LocalIndex.Configuration.allCases {
      let run = try index.run(
        [Topic(id: "q1", text: "dialysis mentor"), Topic(id: "q2", text: "zebra")], configuration)
      #expect(run.ranking(of: "q1") == ["a"])
      #expect(run.hits["q2"] == [])
    }
  }

  @Test func `a corpus that is not indexed completely is refused`() throws {
    let folder = try TemporaryFolder()
    let corpus = try folder.file(
      "corpus.jsonl", #"{"_id":"a","title":"x","text":"y"}"# + "\n" + "{broken\n")
    #expect(throws: EvaluationError.unindexed(path: corpus.path, records: 1)) {
      try LocalIndex(corpus: corpus)
    }
  }
}
