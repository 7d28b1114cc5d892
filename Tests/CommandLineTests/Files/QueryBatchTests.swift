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

  @Test func `a query with the id of an earlier one is reported`() {
    let objects = """
      {"_id":"a","text":"peer"}
      {"_id":"a","text":"hiv"}
      {"_id":"b","text":"hiv"}
      """
    #expect(
      QueryBatch(Data(objects.utf8), name: "q.txt").lines == [
        .query(id: "a", text: "peer"),
        .unreadable("q.txt, line 2: the id “a” is already used in line 1; skipped."),
        .query(id: "b", text: "hiv"),
      ])
    let mixed = "peer\n\n{\"_id\":1,\"text\":\"hiv\"}\n{\"_id\":\"5\",\"text\":\"hcv\"}\nlay"
    #expect(
      QueryBatch(Data(mixed.utf8), name: "q.txt").lines == [
        .query(id: "1", text: "peer"),
        .unreadable("q.txt, line 3: the id “1” is already used in line 1; skipped."),
        .query(id: "5", text: "hcv"),
        .unreadable("q.txt, line 5: the id “5” is already used in line 4; skipped."),
      ])
  }

  @Test(
    arguments: [
      (
        [0x93] + Array("peer work".utf8) + [0x94],
        "peerlit: The text is not UTF-8, so it was read as Windows-1252. If characters are wrong, "
          + "save it as UTF-8.\n"
      ),
      (
        Array("pe".utf8) + [0xFF] + Array("er".utf8),
        "peerlit: The text is not UTF-8, so it was read as Windows-1252. If characters are wrong, "
          + "save it as UTF-8.\n"
      ),
      ([0xFF, 0xFE, 0x70, 0x00, 0x65, 0x00, 0x65, 0x00, 0x72, 0x00, 0x0A, 0x00], ""),
      ([0xEF, 0xBB, 0xBF] + Array("“peer work”".utf8), ""),
    ] as [([UInt8], String)])
  func `a note says if the encoding of queries is guessed`(bytes: [UInt8], note: String) throws {
    let capture = Capture()
    capture.input = [bytes]
    let console = capture.console()
    #expect(try QueryBatch(path: "-", console: console).lines.count == 1)
    try console.flush()
    #expect(capture.errorText == note)
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
