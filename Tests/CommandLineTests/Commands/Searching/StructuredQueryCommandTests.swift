import Foundation
import Testing
import peerlit

/// What the command line prints for structured queries, searches of other platforms and strategies.
struct StructuredQueryCommandTests {
  @Test(arguments: [
    (
      "peer AND (burnout OR stress",
      """
      peerlit: Unmatched “(” at character 10. Add “)” where the group ends.
        peer AND (burnout OR stress
                 ^

      """
    ),
    (
      "a OR b)",
      """
      peerlit: Unmatched “)” at character 7. Remove it, or add “(” before it.
        a OR b)
              ^

      """
    ),
    (
      "互助 AND",
      """
      peerlit: “AND” without a term on both sides at character 4. Add the missing term, or write “and” to search for the word.
        互助 AND
             ^

      """
    ),
    (
      "titel:peer AND support",
      """
      peerlit: Unknown field “titel:” at character 1. Did you mean “title:”?
        titel:peer AND support
        ^

      """
    ),
  ])
  func `a malformed query is shown with its mistake`(query: String, error: String) throws {
    for command in [["search", query], ["facets", query], ["map", "method", "condition", query]] {
      let capture = try CorpusIndex.run(command)
      #expect(capture.errorText == error)
      #expect(capture.status == .usage)
      #expect(capture.output.isEmpty)
    }
    #expect(try CorpusIndex.run(["search", "--plain", query]).status != .usage)
  }

  @Test func `a mistake in a long query is seen with what precedes it`() throws {
    let long = String(repeating: "peer OR ", count: 50) + "(support"
    let lines = try CorpusIndex.run(["search", long]).errorText.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("  …") && lines[1].hasSuffix("(support"))
    let caret = try #require(lines[2].firstIndex(of: "^"))
    #expect(
      lines[2].distance(from: lines[2].startIndex, to: caret)
        == lines[1].distance(from: lines[1].startIndex, to: lines[1].lastIndex(of: "(") ?? caret))
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
  }

  @Test func `a note on plain text is printed before the hits, on standard error`() throws {
    let capture = try CorpusIndex.run(["search", "peer (support"])
    #expect(capture.status == .found)
    #expect(
      capture.errorText == "peerlit: Unmatched “(” at character 6. Searched as plain words.\n")
    #expect(!capture.outputText.contains("Unmatched"))
  }

  @Test func `a search of another platform says how it runs`() throws {
    let capture = try CorpusIndex.run(["search", "(peer$ adj3 (support$ or work$)).ti."])
    #expect(
      capture.errorText.hasPrefix(
        "peerlit: Recognised as a search written for Ovid. It runs as: "
          + "title:(peer* NEAR/2 (support* OR work*))\n"))
  }

  private func strategy(_ text: String, _ options: String...) throws -> Capture {
    let path = URL.temporaryDirectory.appending(path: "strategy-\(UUID().uuidString).txt")
    try Data(text.utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    return try CorpusIndex.run(["search", "--strategy", path.path] + options)
  }

  @Test func `a strategy is printed line by line`() throws {
    let capture = try strategy(
      "1. peer$.ti. (123)\n2. zzz.ti. (4)\n3. or/1-2 (127)\n4. english.la. (5)\n")
    #expect(
      capture.outputText == """
        Note: Recognised as a search written for Ovid.

        Note: The counts of results at the ends of 4 lines, 1 to 4, are not searched.

        1  peer$.ti.
           Runs as: title:peer*
           5 documents

        2  zzz.ti.
           Runs as: title:zzz
           0 documents

        3  or/1-2
           Runs as: title:peer* OR title:zzz
           5 documents

        4  english.la.
           nothing to run
           Note: “english.la.” (language) has no equivalent and was ignored.

        """)
  }

  @Test func `a strategy as a table`() throws {
    let capture = try strategy("title:peer*\n#1 AND zzz", "--format", "tsv")
    #expect(
      capture.outputText == """
        line\ttext\tquery\tdocuments\tnotes
        1\ttitle:peer*\ttitle:peer*\t5\t
        2\t#1 AND zzz\ttitle:peer* AND zzz\t0\t

        """)
    #expect(capture.status == .nothing)
  }

  @Test func `a strategy that can't be read is an error`() throws {
    #expect(try CorpusIndex.run(["search", "--strategy", "/nowhere"]).status == .trouble)
    #expect(try strategy("1 peer.ti.\n2 (lay.ti.").status == .usage)
    #expect(try strategy("peer", "--format", "trec").status == .usage)
  }
}
