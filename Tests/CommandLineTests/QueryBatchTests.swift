import Foundation
import Testing
import peerlit

struct QueryBatchTests {
  @Test func `each line is a query, and what is none is told with its line`() {
    let text = """
      {"_id": "q1", "text": "role clarity", "metadata": {}}

      {"_id": 7, "text": "é\\u00e9"}\r
      {"_id": "q3"}
      not JSON
      """
    let message = "not an object with “_id” and “text”; the query is left out."
    #expect(
      QueryBatch(Data(text.utf8), name: "q.jsonl").lines == [
        .query(id: "q1", text: "role clarity"), .query(id: "7", text: "éé"),
        .unreadable("q.jsonl, line 4: \(message)"), .unreadable("q.jsonl, line 5: \(message)"),
      ])
  }

  @Test func `a file that is not there is named`() {
    #expect(throws: (any Error).self) { try QueryBatch(path: "/nowhere/q.jsonl") }
  }
}
