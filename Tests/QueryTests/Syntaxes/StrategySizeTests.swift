import Query
import Testing

/// How many lines a strategy may have, and how much work they may cause.
struct StrategySizeTests {
  @Test(arguments: ["\n", "\r\n"])
  func `a strategy may have two thousand lines`(end: String) throws {
    let lines = (0..<2001).map { _ in "" }
    let strategy = try StrategyReader().read("1. peer" + lines.joined(separator: end))
    #expect(strategy.lines.map(\.query.queryText) == ["peer"])
    let error = try #require(throws: QueryError.self) {
      try StrategyReader().read("1. peer" + (lines + [""]).joined(separator: end))
    }
    #expect(error.description.hasPrefix("More than 2000 lines at line 2001, character 1."))
  }

  @Test func `a text of very many lines is not a strategy`() throws {
    let start = ContinuousClock.now
    for count in [390, 6000] {
      let text = "1 a\n" + String(repeating: "b\n", count: count) + "2 c"
      _ = try QueryParser().parse(text)
      #expect(StrategyReader.isStrategy(text) == (count < 400))
      // The second search is not among the lines that are looked at.
      #expect(StrategyReader.isStrategy(text, isLong: true) == (count < StrategyReader.mostLines))
    }
    #expect(throws: QueryError.self) {
      try StrategyReader().read(String(repeating: "peer\n", count: 3000))
    }
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func `a query that is a strategy of too many lines is refused or has a note`() throws {
    func text(_ line: String, _ count: Int = 402, _ end: String = "\n") -> String {
      (1...count).map { "\($0). \(line)" }.joined(separator: end)
    }
    let problem = "More than 400 lines in a query at line 401, character 1."
    for structured in [
      text("title:peer"), text("peer AND lay", 402, "\r\n"), text("title:a", 2500),
    ] {
      let error = try #require(throws: QueryError.self) { try QueryParser().parse(structured) }
      #expect(
        error.description == problem + " Run them as a strategy: with --strategy FILE, with POST "
          + "/strategy, or with the form at /search-strategy.")
    }
    let plain = try QueryParser().parse(text("peer support"))
    #expect(plain.notes.first == problem + " Searched as plain words.")
    var request = SearchRequest(text("peer support"))
    request.line = 2
    #expect(throws: QueryError.self) { try QueryParser().parse(request) }
    // Other languages have no text that is plain, so that the lines are read.
    let ovid = try QueryParser().parse(text("peer.ti."))
    #expect(
      ovid.notes.first?.hasPrefix("Recognised as a search written for Ovid, line 402.") == true)
    // One query of many lines.
    let single = try QueryParser().parse(
      Array(repeating: "peer OR", count: 402).joined(separator: "\n") + " lay")
    #expect(single.queryText.hasSuffix("OR lay") && single.notes.isEmpty)
    #expect(try QueryParser().parse(text("peer AND lay"), plain: true).notes.isEmpty)
  }

  @Test func `a long line of references and a word is read in linear time`() throws {
    let start = ContinuousClock.now
    let references = (1...60).map { "#\($0)" }.joined(separator: " AND ")
    let lines = (1...60).map { "\($0). peer\n" }.joined() + "61. \(references) AND hiv"
    _ = try QueryParser().parse(lines)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test(arguments: [QuerySyntax.peerlit, .ovid])
  func `lines that each double the one before are refused`(syntax: QuerySyntax) throws {
    let lines = (2...40).map { number in
      let before = number - 1
      return syntax == .ovid
        ? "\(number). (\(before) and x\(number).ti.) or \(before)"
        : "\(number). (#\(before) AND x\(number)) OR #\(before)"
    }
    let text = (["1. peer"] + lines).joined(separator: "\n")
    let error = try #require(throws: QueryError.self) {
      try StrategyReader().read(text, syntax: syntax)
    }
    #expect(
      error.description.hasPrefix(
        "More than a million characters in all referenced lines at line 1"))
    #expect(error.description.hasSuffix("or divide the strategy."))
  }
}
