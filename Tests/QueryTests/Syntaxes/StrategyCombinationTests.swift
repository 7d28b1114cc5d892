import Query
import Testing

/// Lines of strategies that combine or limit other lines.
struct StrategyCombinationTests {
  @Test(arguments: [
    (
      ["peer.ti.", "limit 1 to yr=\"2000-2005\"", "1 not 2"],
      "title:peer AND NOT (title:peer AND year:2000..2005)"
    ),
    (
      ["peer.ti.", "limit 1 to yr=\"2000-2005\"", "lay.ti.", "2 or 3"],
      "title:peer AND year:2000..2005 OR title:lay"
    ),
    (["peer.ti.", "limit 1 to (yr=\"2000\" or yr=\"2002\")"], "title:peer year:2000 year:2002"),
    (
      ["randomized controlled trial.pt.", "animals.ti.", "1 not 2", "peer.ti.", "3 and 4"],
      "(method:randomised-trial OR type:\"randomized controlled trial\") AND NOT title:animals AND "
        + "title:peer"
    ),
    (
      ["randomized controlled trial.pt.", "random*.ti.", "1 or 2", "peer.ti.", "4 not 3"],
      "title:peer AND NOT (type:\"randomized controlled trial\" OR title:random*)"
    ),
    (["peer.ti.", "from 1 keep 1-5"], "title:peer"),
    // The limit has no equivalent, so that excluding its line would exclude line 1.
    (["peer.ti.", "limit 1 to animals", "1 not 2"], "title:peer"),
    (["letter.pt. or english.lg.", "peer.ti. and 1"], "title:peer"),
    (["peer.ti.", "limit 1 to animals", "lay.ti. or 2", "1 not 3"], "title:peer"),
    (["peer.ti.", "lay.ti.", "1 not (2 and english.la. not letter.pt.)"], "title:peer"),
  ])
  func `limits of lines stay with them`(lines: [String], expected: String) throws {
    let text = lines.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
    let strategy = try StrategyReader().read(text, syntax: .ovid)
    #expect(strategy.lines.last?.query.queryText == expected)
    if text.contains("animals\n") {
      #expect(
        strategy.lines.last?.query.notes.contains { $0.hasPrefix("NOT was ignored") } == true)
    }
  }

  @Test(arguments: [
    (
      "#1 peer[ti]\n#2 lay[ti] AND 2000:2005[dp]\n#3 #1 NOT #2",
      "title:peer AND NOT (title:lay AND year:2000..2005)", QuerySyntax.pubmed
    ),
    (
      "#1 TI=peer\n#2 #1 AND DT=(Review)\n#3 TI=lay AND #1 NOT #2",
      "title:lay AND title:peer AND NOT (title:peer AND type:review)", .wos
    ),
    (
      "1 title:peer\n2 title:lay year:2000..2005\n3 #1 NOT #2",
      "title:peer AND NOT (title:lay AND year:2000..2005)", .peerlit
    ),
    (
      "1 title:peer\n2 title:lay OR method:cohort\n3 1 not 2",
      "title:peer AND NOT (title:lay OR method:cohort)", .peerlit
    ),
    (
      "1 title:peer\n2 title:lay year:2000..2005\n3 1 not 2",
      "title:peer AND NOT (title:lay AND year:2000..2005)", .peerlit
    ),
    (
      "1 title:peer\n2 title:lay year:2000..2005\n3 (#1 OR #2) AND hiv",
      "(title:peer OR title:lay AND year:2000..2005) AND hiv", .peerlit
    ),
    ("1 method:cohort\n2 title:lay\n3 1 not 2", "NOT title:lay method:cohort", .peerlit),
  ])
  func `lines with filters combine exactly`(text: String, expected: String, syntax: QuerySyntax)
    throws
  {
    let found = try StrategyReader().read(text, syntax: syntax).lines.last?.query
    #expect(found?.queryText == expected)
    let again = try QueryParser().parse(expected)
    #expect(again.tree.description == found?.tree.description)
    #expect(again.filter == found?.filter)
  }

  @Test func `a line that was left out is named where others refer to it`() throws {
    let strategy = try StrategyReader().read(
      "1. english.la.\n2. peer.ti.\n3. 1 and 2\n4. 2 not 1", syntax: .ovid)
    for line in strategy.lines.suffix(2) {
      #expect(line.query.queryText == "title:peer")
      #expect(
        line.query.notes.contains("Line 1 contains nothing searchable and was left out."))
    }
    let ignored = "NOT was ignored, because nothing is left of what it excludes."
    #expect(strategy.lines.map { $0.query.notes.contains(ignored) } == [false, false, false, true])
  }

  @Test(arguments: [
    (
      "1. peer.ti.\n2. 1 or 3\n3. lay.ti.", 20,
      "Reference to line 3, which is not an earlier line,"
    ),
    ("1. peer.ti.\n2. 1 or 4\n3. lay.ti.", 20, "Reference to the missing line 4"),
    ("1. peer.ti.\n2. lay.ti.\n2. work.ti.\n3. 1 or 2", 23, "Second line with the number 2"),
    ("#1 peer.ti.\n#1 lay.ti.\n#2 work.ti.", 12, "Second line with the number 1"),
  ])
  func `lines that are missing, later or repeated`(text: String, position: Int, problem: String)
    throws
  {
    let error = try #require(throws: QueryError.self) {
      try StrategyReader().read(text, syntax: .ovid)
    }
    guard case .malformed(let mistake) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(mistake.problem == problem)
    #expect(mistake.position == position)
  }
}
