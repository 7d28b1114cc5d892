import TestSupport
import Testing
import peerlit_evaluate

struct RunTests {
  @Test func `hits are ordered by score, then by ID in reverse`() {
    let run = Run(["q": [.init("a", 1), .init("c", 1), .init("b", 2), .init("d", 1.00000001)]])
    // In single precision, d has the same score as a and c.
    #expect(run.ranking(of: "q") == ["b", "d", "c", "a"])
    #expect(run.ranking(of: "other").isEmpty)
  }

  @Test func `a run survives being written and read`() throws {
    let run = Run(["q2": [.init("a", 0.5)], "q1": [.init("b", 2), .init("a", 3.25)]])
    let text = run.text(name: "test")
    #expect(
      text == "q1 Q0 a 1 3.25 test\nq1 Q0 b 2 2.0 test\nq2 Q0 a 1 0.5 test\n")
    let folder = try TemporaryFolder()
    let again = try Run(contentsOf: folder.file("run.txt", text))
    #expect(again.text(name: "test") == text)
  }

  @Test func `a document that occurs twice is refused`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("run.txt", "q Q0 a 1 2 x\nq Q0 a 2 1 x\n")
    #expect(
      throws: EvaluationError.repeatedDocument(
        path: file.path, line: 2, query: "q", document: "a")
    ) {
      try Run(contentsOf: file)
    }
  }
}
