import Query
import Testing

/// Strategies and multi-line searches that are pasted as a query.
struct PastedStrategyTests {
  @Test func `a pasted strategy runs as its last line`() throws {
    let query = try QueryParser().parse("1 peer.ti.\n2 lay.ti.\n3 or/1-2")
    #expect(query.queryText == "title:peer OR title:lay")
    #expect(
      query.notes.first?.hasPrefix("Recognised as a search written for Ovid, line 3.") == true)
  }

  @Test func `a multi-line query is one query`() throws {
    let query = try QueryParser().parse("TITLE(peer)\nAND\nTITLE(lay)")
    #expect(query.syntax == .scopus)
    #expect(query.queryText == "title:peer AND title:lay")
  }

  @Test(arguments: [
    ("1. peer\n2. lay", true), ("#1 peer\n#2 lay\n#3 #1 AND #2", true),
    ("peer.ti.\nlay.ti.\n1 or 2.", true), ("peer.ti.\nlay.ti.\n1 or 2 [Peers]", true),
    ("peer.ti.\nlay.ti.\n1 or 2", true), ("TI=peer\nTI=lay\n#1 OR #2 (345)", true),
    ("exp Peer Group/\nlay.ti.\nor/1-2", true), ("S1 TI peer\nS2 TI lay\nS3 S1 OR S2", true),
    ("#1001 TI=peer\n#1002 TI=lay", true), ("S1002 TI lay\nS1001 TI peer", true),
    // A multi-line query.
    ("TITLE(peer)\nAND\nTITLE(lay)", false), ("peer support for people\nwith hepatitis C", false),
    ("diabetes type\n1 or 2", false), ("peer\nsupport\nworkers", false), ("1. peer", false),
    ("2019 peer support\n2020 lay", false), ("10974959\n31234567", false), ("peer", false),
    ("", false), ("\n\n", false),
  ])
  func `numbered lines, and lines that combine others, are a strategy`(
    text: String, expected: Bool
  ) {
    #expect(StrategyReader.isStrategy(text) == expected)
  }

  @Test(
    arguments: [
      ("1. peer\n2. lay\n3. #1 AND #2", nil, "peer AND lay"),
      ("1. peer\n2. lay\n3. #1 AND #2", 2, "lay"),
      ("1 peer$.ti.\n2 lay.ti.\n3 or/1-2", 1, "title:peer*"),
      ("peer", 1, "peer"),
    ] as [(String, Int?, String)])
  func `any line of a pasted strategy can be run`(text: String, line: Int?, expected: String)
    throws
  {
    var request = SearchRequest(text)
    request.line = line
    let query = try QueryParser().parse(request)
    #expect(query.queryText == expected)
    #expect(query.isLiteral == text.contains("\n"))
  }

  @Test(arguments: [
    ("1. peer\n2. lay", 3, "There is no line 3. Choose a line from 1 to 2."),
    (
      "peer", 2,
      "There is no line 2. The query is a single search; number the lines of a strategy."
    ),
  ])
  func `a missing line is an error`(text: String, line: Int, message: String) throws {
    var request = SearchRequest(text)
    request.line = line
    for plain in [false, true] where !plain || text == "peer" {
      request.plain = plain
      let error = try #require(throws: QueryError.self) { try QueryParser().parse(request) }
      #expect(error.description == message)
    }
  }

  @Test func `a text that was read is used for the same request only`() throws {
    var request = SearchRequest("1. peer\n2. lay\n3. #1 AND #2")
    let reading = try QueryParser().read(request)
    #expect(reading.query.queryText == "peer AND lay")
    #expect(reading.strategy?.lines.map(\.number) == [1, 2, 3])
    request.reading = reading
    #expect(request.strategy == reading.strategy)
    #expect(try QueryParser().read(request) == reading)
    request.line = 1
    #expect(request.strategy == nil)
    #expect(try QueryParser().parse(request).queryText == "peer")
    // It looks like a strategy, but is searched as words.
    #expect(try QueryParser().read(SearchRequest("1. what is #7?\n2. peers")).strategy == nil)
  }

  @Test func `notes of lines that the line does not use are not its notes`() throws {
    let text = "1. peer.ti.\n2. english.la.\n3. lay.ti.\n4. 1 or 3\n5. 2 or 3"
    let query = try QueryParser().parse(text)
    #expect(query.notes.contains { $0.contains("english.la.") })
    var request = SearchRequest(text)
    request.line = 4
    let other = try QueryParser().parse(request)
    #expect(other.queryText == "title:peer OR title:lay")
    #expect(other.notes.count == 1)
  }

  @Test func `a numbered list of plain words is never malformed`() throws {
    let query = try QueryParser().parse("1. what is #7?\n2. peers")
    #expect(query.tree.description.contains("what"))
    #expect(
      query.notes.first?.hasSuffix(" at line 1, character 12. Searched as plain words.") == true)
    let other = try QueryParser().parse("1. peer\r\n2. support #7")
    #expect(
      other.notes.first
        == "Reference to the missing line 7 at line 2, character 12. Searched as plain words.")
    #expect(throws: QueryError.self) { try QueryParser().parse("1. peer\n2. #7 AND lay") }
  }
}
