import Query
import Testing

/// Lines that only combine others, wherever they are looked for.
struct LineCombinationTests {
  /// A combination of two lines in the notation of each platform, and in those of appendices.
  private static let combinations: [String] = [
    "1 or 2", "1 OR 2", "(1 or 2)", "((1) or (2))", "#1 or #2", "#1 OR #2", "or/1-2", "OR/1,2",
    "or/ 1, 2", "1-2/or", "{or #1-#2}", "{or 1-2}", "{OR #1, #2}",
  ]

  /// Other searches, some of which begin like a combination.
  private static let others: [String] = [
    "1 or 2 year follow-up", "1 to 2", "1 or two", "1 or", "or 2", "1-2", "2019", "24/7",
    "or peers", "a or b", "{or peers}", "1 2",
  ]

  @Test(arguments: combinations)
  func `a combination is read in any language`(line: String) throws {
    let searches: [QuerySyntax: String] = [
      .ovid: "1. peer.ti.\n2. lay.ti.", .peerlit: "1. title:peer\n2. title:lay",
    ]
    for (syntax, lines) in searches {
      // A full stop, a comment, a hit count and its sign may follow.
      for end in ["", ".", " [Both]", " [Both].", " 345", " = 345", " (345)", ". 345"] {
        let text = "\(lines)\n3. \(line)\(end)"
        let query = try #require(
          try StrategyReader().read(text, syntax: syntax).lines.last?.query, "\(text)")
        #expect(query.queryText == "title:peer OR title:lay", "\(text)")
        #expect(query.notes.isEmpty, "\(text)")
      }
    }
  }

  @Test(arguments: combinations)
  func `a combination makes lines without numbers a strategy`(line: String) {
    for end in ["", ".", " [Both]", " 345", " (345)"] {
      #expect(StrategyReader.isStrategy("peer.ti.\nlay.ti.\n\(line)\(end)"), "\(line)\(end)")
    }
  }

  @Test(arguments: others)
  func `other lines are no combinations`(line: String) {
    #expect(!StrategyReader.isStrategy("peer.ti.\nlay.ti.\n\(line)"))
  }

  @Test(arguments: combinations)
  func `a column of combinations is a column of searches`(line: String) throws {
    let strategy = try StrategyReader().read(
      "1\tPeers\tpeer.ti.\t12\n2\tLay people\tlay.ti.\t3\n3\tBoth\t\(line)\t1")
    #expect(strategy.lines.last?.query.queryText == "title:peer OR title:lay")
    #expect(strategy.notes.contains("“Both” is not part of the strategy and was skipped."))
  }

  @Test(arguments: combinations)
  func `a number before a combination is a hit count`(line: String) throws {
    let strategy = try StrategyReader().read(
      "1 345 peer.ti.\n2 333 lay.ti.\n3 12 \(line)", syntax: .ovid)
    let found = strategy.lines.map { $0.query.queryText }
    #expect(found == ["title:peer", "title:lay", "title:peer OR title:lay"])
  }

  @Test(arguments: [
    "1 OR 2", "#1 or #2", "(#1 OR #2) AND NOT #3", "{or #1-#2}", "#1 AND #2 [Both]", "1-2/OR",
  ])
  func `a query that is only a combination is an error`(query: String) throws {
    let error = try #require(throws: QueryError.self) { try QueryParser().parse(query) }
    #expect(error.description.hasPrefix("The query only refers to other lines at character 1."))
  }

  @Test(arguments: [
    ("1 or 2", "(any 1 or 2)"), ("2019 AND 2020", "(and 2019 2020)"),
    ("24 and 7", "(any 24 and 7)"), ("1-2/or", "1-2/or"), ("1 to 2", "(any 1 to 2)"),
  ])
  func `a query of numbers may be words`(query: String, tree: String) throws {
    #expect(try QueryParser().parse(query).tree.description == tree)
  }
}
