import Foundation
import Testing
import peerlit

struct QueryBatchTests {
  @Test func `each line is a query; other lines are reported`() {
    let text = """
      {"_id": "q1", "text": "role clarity", "metadata": {}}

      {"_id": 7, "text": "é\\u00e9"}\r
      {"_id": "q3"}
      not JSON
      """
    let message = "not an object with “_id” and “text”; skipped."
    #expect(
      QueryBatch(Data(text.utf8), name: "q.jsonl").lines == [
        .query(id: "q1", text: "role clarity"), .query(id: "7", text: "éé"),
        .unreadable("q.jsonl, line 4: \(message)"), .unreadable("q.jsonl, line 5: \(message)"),
      ])
  }

  @Test func `plain lines are queries`() {
    let text = "\u{FEFF}role clarity\r\n\n  burnout {x} \n"
    #expect(
      QueryBatch(Data(text.utf8), name: "q.txt").lines
        == [.query(id: "1", text: "role clarity"), .query(id: "3", text: "burnout {x}")])
  }

  @Test func `objects among plain lines are queries`() {
    let text = "peer support\n{\"_id\":\"q2\",\"text\":\"hepatitis\"}\n{\"_id\":\"q3\"}\n{x} and\n"
    #expect(
      QueryBatch(Data(text.utf8), name: "q.txt").lines == [
        .query(id: "1", text: "peer support"), .query(id: "q2", text: "hepatitis"),
        .unreadable("q.txt, line 3: not an object with “_id” and “text”; skipped."),
        .query(id: "4", text: "{x} and"),
      ])
  }

  @Test func `standard input is read`() throws {
    let capture = Capture()
    capture.input = ["{\"_id\":\"1\",", "\"text\":\"a\"}\n"].map { Array($0.utf8) }
    let batch = try QueryBatch(path: "-", console: capture.console())
    #expect(batch.lines == [.query(id: "1", text: "a")])
  }

  @Test func `a missing file is named`() throws {
    let capture = try CorpusIndex.run(["search", "--queries", "/nowhere/q.jsonl"])
    #expect(capture.status == .trouble)
    #expect(capture.errorText.hasPrefix("peerlit: Can't read /nowhere/q.jsonl: "))
  }
}
