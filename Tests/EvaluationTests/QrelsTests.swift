import TestSupport
import Testing
import peerlit_evaluate

struct QrelsTests {
  @Test(arguments: [
    "query-id\tcorpus-id\tscore\nq\ta\t2\nq\tb\t0\n",
    "q 0 a 2\nq 0 b 0\n",
    "q\ta\t2\r\nq\tb\t0\r\n\r\n",
  ])
  func `both forms are read`(_ text: String) throws {
    let folder = try TemporaryFolder()
    let qrels = try Qrels(contentsOf: folder.file("qrels.tsv", text))
    #expect(qrels == Qrels(["q": ["a": 2, "b": 0]]))
  }

  @Test func `an error names the wrong line`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("qrels.tsv", "query-id\tcorpus-id\tscore\nq\ta\t2\nq\tb\n")
    #expect(
      throws: EvaluationError.malformed(
        path: file.path, line: 3, expected: "query, document and a whole number as grade")
    ) {
      try Qrels(contentsOf: file)
    }
  }

  @Test func `a missing file is reported`() throws {
    let folder = try TemporaryFolder()
    #expect {
      try Qrels(contentsOf: folder.url.appending(path: "none.tsv"))
    } throws: { error in
      guard case EvaluationError.unreadable = error else { return false }
      return true
    }
  }
}
