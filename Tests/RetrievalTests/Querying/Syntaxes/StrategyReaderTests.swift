import Query
import Testing

/// Pasted multi-line strategies.
struct StrategyReaderTests {
  // Publication types with those below them in MeSH.
  private static let reviews =
    "type:review OR type:\"consensus development conference\" OR "
    + "type:\"consensus development conference nih\""
  private static let randomised =
    "type:\"randomized controlled trial\" OR type:\"equivalence trial\" OR "
    + "type:\"pragmatic clinical trial\""
  private static let trials =
    "type:\"clinical trial\" OR type:\"adaptive clinical trial\" OR "
    + "type:\"clinical trial phase i\" OR type:\"clinical trial phase ii\" OR "
    + "type:\"clinical trial phase iii\" OR type:\"clinical trial phase iv\" OR "
    + "type:\"controlled clinical trial\" OR \(randomised)"

  private func lines(_ text: String, _ syntax: QuerySyntax? = nil) throws -> [String] {
    try StrategyReader().read(text, syntax: syntax).lines.map {
      "\($0.number): \($0.query.queryText)"
    }
  }

  @Test(arguments: [
    // Full stops, spaces, hashes, tabs.
    "1. peer.ti.\n2. lay.ti.\n3. or/1-2", "1 peer.ti.\n2 lay.ti.\n3 1 or 2",
    "#1 peer.ti.\n#2 lay.ti.\n#3 #1 or #2", "1\tpeer.ti.\n2\tlay.ti.\n3\tor/1-2",
    "1) peer.ti.\r\n2) lay.ti.\r\n3) 1 or 2\r\n", "1 - peer.ti.\n2 - lay.ti.\n3 - or/1,2",
    "1.peer.ti.\n\n2.lay.ti.\n\n3.or/1–2",
    // Hit counts.
    "1. peer.ti. (12345)\n2. lay.ti. (678)\n3. or/1-2 (13000)",
    "1 peer.ti. 12345\n2 lay.ti. 678\n3 1 or 2 13000",
    "1\tpeer.ti.\t12,345\n2\tlay.ti.\t678\n3\tor/1-2\t13,000",
    "1 | peer.ti. | 12345\n2 | lay.ti. | 678\n3 | 1 or 2 | 13000",
    "1\tpeer.ti.\t12345\tAdvanced\tDisplay Results\n2\tlay.ti.\t678\tAdvanced\n3\t1 or 2\t13000\tAdvanced",
    // A heading, a wrapped line.
    "Database: Ovid MEDLINE(R) ALL <1946 to March 01, 2024>\nSearch Strategy:\n-----\n1 peer.ti.\n2 lay.ti.\n3 1 or\n2",
  ])
  func `numbers, counts and wrapped lines`(text: String) throws {
    #expect(
      try lines(text, .ovid) == ["1: title:peer", "2: title:lay", "3: title:peer OR title:lay"])
  }

  @Test(arguments: [
    "S3 | S1 OR S2 | Limiters - Publication Year: 2010-2020 | 13\nS2 | TI lay | | 6\nS1 | TI peer | | 7",
    "| # | Query | Limiters | Results |\n|---|---|---|---|\n| S1 | TI peer | | 7 |\n| S2 | TI lay | | 6 |\n| S3 | S1 OR S2 | Limiters - Publication Year: 2010-2020 | 13 |",
  ])
  func `a table with bars`(text: String) throws {
    let strategy = try StrategyReader().read(text)
    #expect(strategy.syntax == .ebsco)
    #expect(
      strategy.lines.map { "\($0.number): \($0.query.queryText)" } == [
        "1: title:peer", "2: title:lay", "3: (title:peer OR title:lay) year:2010..2020",
      ])
    #expect(try QueryParser().parse(text).queryText == "(title:peer OR title:lay) year:2010..2020")
  }

  @Test(arguments: [
    "1 | Peers | peer*.ti. | 12\n2 | HIV | hiv.ti. | 3\n3 | Both | 1 and 2 | 1",
    "| # | Concept | Search | Hits |\n| 1 | Peers | peer*.ti. | 12 |\n| 2 | HIV | hiv.ti. | 3 |\n| 3 | Both | 1 and 2 | 1 |",
    "1\tPeers\tpeer*.ti.\t12\n2\tHIV\thiv.ti.\t3\n3\tBoth\t1 and 2\t1",
    "#1 | Peers | peer*[ti] | 12\n#2 | HIV | hiv[ti] | 3\n#3 | Both | #1 AND #2 | 1",
  ])
  func `a column of concepts is skipped`(text: String) throws {
    let strategy = try StrategyReader().read(text)
    #expect(
      strategy.lines.map { "\($0.number): \($0.query.queryText)" } == [
        "1: title:peer*", "2: title:hiv", "3: title:peer* AND title:hiv",
      ])
    for concept in ["Peers", "HIV", "Both"] {
      #expect(
        strategy.notes.contains("“\(concept)” is not part of the strategy and was skipped."))
    }
  }

  @Test(arguments: [
    "1\tpeer*.ti.\t12\tPeers\n2\thiv.ti.\t3\tHIV\n3\t1 and 2\t1\tBoth",
    "| # | Search | Hits | Comment |\n| 1 | peer*.ti. | 12 | Peers |\n| 2 | hiv.ti. | 3 | HIV |\n| 3 | 1 and 2 | 1 | Both |",
    "#1 | peer*[ti] | 12 | Peers\n#2 | hiv[ti] | 1,234 | HIV\n#3 | #1 AND #2 | n = 1 | Both",
  ])
  func `a column of comments after the hit counts is skipped`(text: String) throws {
    let strategy = try StrategyReader().read(text)
    #expect(
      strategy.lines.map { "\($0.number): \($0.query.queryText)" } == [
        "1: title:peer*", "2: title:hiv", "3: title:peer* AND title:hiv",
      ])
    for comment in ["Peers", "HIV", "Both"] {
      #expect(
        strategy.notes.contains("“\(comment)” is not part of the strategy and was skipped."))
    }
  }

  @Test(arguments: [
    #"""
    Search number,Query,Sort By,Filters,Search Details,Results,Time
    3,#1 AND #2,,English,"(""peer group""[MeSH Terms]) AND (""hiv""[Title])","1,234",05:33:01
    2,hiv[ti],,,"""hiv""[Title]","45,678",05:32:01
    1,"peer[ti] OR ""peer group""[mh:noexp]",,,"""peer""[Title]","12,345",05:31:01
    """#,
    "No.,Search,Hits\r\n#1,\"peer[ti] OR \r\n\"\"peer group\"\"[mh:noexp]\",12\r\n#2,hiv[ti],3\r\n#3,#1 AND #2,1",
  ])
  func `comma-separated values`(text: String) throws {
    let strategy = try StrategyReader().read(text)
    #expect(strategy.syntax == .pubmed)
    #expect(
      strategy.lines.map { "\($0.number): \($0.query.queryText)" } == [
        "1: title:peer OR subject:\"peer group\"", "2: title:hiv",
        "3: (title:peer OR subject:\"peer group\") AND title:hiv",
      ])
    #expect(StrategyReader.isStrategy(text))
    let query = try QueryParser().parse(text)
    #expect(query.queryText == "(title:peer OR subject:\"peer group\") AND title:hiv")
  }

  @Test(arguments: ["peer, lay\nquery, search", "Query\npeer", "1 peer|lay|work\n2 hiv"])
  func `other texts are not tables`(text: String) throws {
    #expect(!(try StrategyReader().read(text, syntax: .ovid).lines.isEmpty))
    #expect(
      try StrategyReader().read(text, syntax: .ovid).lines.map(\.text).joined(separator: "\n")
        .contains("|") == text.contains("|"))
  }

  @Test func `lines refer to lines`() throws {
    let text = """
      1 peer.ti.
      2 (support or work).ti.
      3 1 and 2
      4 review.ti.
      5 3 not 4
      6 limit 5 to (english language and yr="2010 -Current")
      7 remove duplicates from 6
      8 (1 or 2) and 4
      """
    let strategy = try StrategyReader().read(text)
    #expect(strategy.syntax == .ovid)
    #expect(
      strategy.lines.map(\.query.queryText) == [
        "title:peer", "title:(support OR work)", "title:peer AND title:(support OR work)",
        "title:review", "title:peer AND title:(support OR work) AND NOT title:review",
        "title:peer AND title:(support OR work) AND NOT title:review year:2010..",
        "title:peer AND title:(support OR work) AND NOT title:review year:2010..",
        "(title:peer OR title:(support OR work)) AND title:review",
      ])
    #expect(strategy.lines[5].query.notes.contains { $0.contains("english language") })
    #expect(strategy.lines[6].query.notes.contains { $0.contains("remove duplicates") })
  }

  @Test(arguments: [
    ("S1 TI peer\nS2 TI lay\nS3 S1 OR S2", QuerySyntax.ebsco),
    ("S3 S1 OR S2\nS2 TI lay\nS1 TI peer", .ebsco),
    ("S1 TI peer 1,234\nS2 TI lay 56\nS3 S1 OR S2 1,280", .ebsco),
    ("#1 TI=peer\n#2 TI=lay\n#3 #1 OR #2", .wos),
    ("#3 #2 OR #1\n#2 TI=lay\n#1 TI=peer", .wos),
    ("#1 peer[ti]\n#2 lay[ti]\n#3 #1 OR #2", .pubmed),
    ("1 peer[ti]\n2 lay[ti]\n3 1 OR 2", .pubmed),
    ("# 3\t12\t#2 OR #1\n# 2\t4,567\tTI=lay\n# 1\t1,234\tTI=peer", .wos),
    ("#1 TITLE(peer)\n#2 TITLE(lay)\n#3 #1 OR #2", .scopus),
    ("1 title:peer\n2 title:lay\n3 1 or 2", .peerlit),
    ("title:peer\ntitle:lay\n#1 OR #2", .peerlit),
  ])
  func `every platform has numbered lines`(text: String, syntax: QuerySyntax) throws {
    let found = try lines(text, syntax)
    #expect(found.count == 3)
    #expect(["3: title:peer OR title:lay", "3: title:lay OR title:peer"].contains(found[2]))
  }

  @Test(arguments: [
    (QuerySyntax.ovid, "", ". ", "peer.ti.", "lay.ti.", "or/1001-1002"),
    (.ovid, "", ". ", "peer.ti.", "lay.ti.", "1001 or 1002"),
    (.ebsco, "S", " ", "TI peer", "TI lay", "S1001 OR S1002"),
    (.wos, "#", " ", "TI=peer", "TI=lay", "#1001 OR #1002"),
    (.pubmed, "#", " ", "peer[ti]", "lay[ti]", "#1001 OR #1002"),
    (.peerlit, "", ". ", "title:peer", "title:lay", "#1001 OR #1002"),
    (.peerlit, "", ". ", "title:peer", "title:lay", "1001 or 1002"),
  ])
  func `lines are numbered beyond a thousand`(
    syntax: QuerySyntax, mark: String, end: String, first: String, second: String, last: String
  ) throws {
    let searches = Array(repeating: first, count: 1001) + [second, last]
    let text = searches.enumerated().map { "\(mark)\($0 + 1)\(end)\($1)" }
      .joined(separator: "\n")
    let found = try lines(text, syntax)
    #expect(found.count == 1003)
    #expect(found.last == "1003: title:peer OR title:lay")
  }

  @Test func `a number of four digits without a mark is a year`() throws {
    #expect(try lines("1. peer.ti.\n2. 1 and 2019", .ovid).last == "2: title:peer AND 2019")
    #expect(
      try lines("1. peer and\n2019 report\n2. lay", .ovid) == [
        "1: peer AND \"2019 report\"", "2: lay",
      ])
  }

  /// A text, and the line and character of its mistake as they are reported.
  @Test(arguments: [
    ("1. peer\n2. #1 AND (lay", "Unmatched “(” at line 2, character 11."),
    ("1. peer method:qualitativ\n2. lay", "Unknown method “qualitativ” at line 1, character 16."),
    (
      "1. peer\n2. #1 AND method:qualitativ",
      "Unknown method “qualitativ” at line 2, character 18."
    ),
    (
      "1. peer\r\n2. lay\r\n3. #1 AND #8",
      "Reference to the missing line 8 at line 3, character 11."
    ),
    ("1. peer.ti.\n2. lay.ti. or 7", "Reference to the missing line 7 at line 2, character 15."),
    (
      "1. peer.ti.\n2. lay.ti.\n3. or/1-2, 8",
      "Reference to the missing line 8 at line 3, character 12."
    ),
    (
      "1. peer.ti.\n2. lay.ti.\n3. or/1-2,1005",
      "Reference to the missing line 1005 at line 3, character 11."
    ),
    (
      "1. peer.ti.\n2. lay.ti.\n3. or/5-1203",
      "Reference to the missing line 5 at line 3, character 7."
    ),
    (
      "1. peer.ti.\n2. lay.ti.\n3. 1200-1300/or",
      "Reference to the missing line 1200 at line 3, character 4."
    ),
    ("1. title:peer\n2. or/1,1005", "Reference to the missing line 1005 at line 2, character 9."),
    (
      "1. peer.ti.\n2. limit 9 to yr=\"2010\"",
      "Reference to the missing line 9 at line 2, character 10."
    ),
    ("S1 TI peer\nS2 S1 AND S7", "Reference to the missing line 7 at line 2, character 11."),
    ("1. peer\n2. lay\n3. 1 or 9", "Reference to the missing line 9 at line 3, character 9."),
    ("1 peer.ti.\n2 (lay.ti.\n3 1 or 2", "Unmatched “(” at line 2, character 3."),
    // The file of a history, as PubMed writes it.
    (
      "Search number,Query,Results\n1,peer[ti],3\n2,\"(\"\"lay people\"\"[ti]\",5",
      "Unmatched “(” at line 3, character 4."
    ),
    (
      "Search number,Query,Results\r\n1,peer[ti],3\r\n2,\"lay[ti] \r\n OR (work[ti]\",5",
      "Unmatched “(” at line 4, character 5."
    ),
    (
      "Search | Query | Results\n1 | peer[ti] | 3\n2 | (lay[ti] | 5",
      "Unmatched “(” at line 3, character 5."
    ),
  ])
  func `a mistake is reported where it is in the text as pasted`(
    text: String, message: String
  ) throws {
    let error = try #require(throws: QueryError.self) { try StrategyReader().read(text) }
    switch error {
    case .malformed(let mistake):
      #expect(mistake.text == text)
      #expect(mistake.message == message)
      #expect(!mistake.fix.isEmpty)
    case .unknownCode(_, _, _, _, let whole):
      #expect(whole == text)
      #expect(error.description.hasPrefix(message))
    default: Issue.record("\(error)")
    }
  }

  @Test(arguments: ["\n", "\r\n"])
  func `a strategy may have two thousand lines`(end: String) throws {
    let lines = (0..<2001).map { _ in "" }
    #expect(throws: Never.self) {
      try StrategyReader().read("1. peer" + lines.joined(separator: end))
    }
    let error = try #require(throws: QueryError.self) {
      try StrategyReader().read("1. peer" + (lines + [""]).joined(separator: end))
    }
    #expect(error.description.hasPrefix("More than 2000 lines at line 2001, character 1."))
  }

  @Test func `a mistake is reported in the whole text`() throws {
    let text = "1 peer.ti.\n2 (lay.ti.\n3 1 or 2"
    let error = try #require(throws: QueryError.self) { try StrategyReader().read(text) }
    guard case .malformed(let mistake) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(mistake.position == 13)
    #expect(mistake.problem == "Unmatched “(”")
  }

  @Test func `single quotation marks enclose phrases in a strategy`() throws {
    let strategy = try StrategyReader().read(
      "#1 'peer support'\n#2 ‘lay work’ OR hiv\n#3 #1 AND #2")
    #expect(
      strategy.lines.map(\.query.queryText) == [
        "\"peer support\"", "\"lay work\" OR hiv", "\"peer support\" AND (\"lay work\" OR hiv)",
      ])
    #expect(strategy.lines.allSatisfy { $0.query.notes.isEmpty })
  }

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
    ("peer[ti]\nAND\nlay[ti] OR hiv[ti]", QuerySyntax.pubmed, "AND"),
    ("peer[ti] AND lay[ti]\nor\nhiv[ti] AND work[ti]", .pubmed, "OR"),
    ("TI peer OR TI lay\nAND\nTI hiv", .ebsco, "AND"),
    ("TI=peer\nNOT\nTI=lay OR TI=hiv", .wos, "NOT"),
    ("peer.ti. or lay.ti.\nand\n(hiv or work).ti.", .ovid, "AND"),
  ])
  func `an operator that does not join the lines around it has a note`(
    text: String, syntax: QuerySyntax, name: String
  ) throws {
    let query = try QueryParser().parse(text, syntax: syntax)
    #expect(
      query.notes.contains(
        "“\(name)” on a line of its own joins the terms beside it, not the whole lines around it. "
          + "To join the lines, put each in parentheses."), "\(query.notes)")
  }

  @Test(arguments: [
    ("(peer[ti] OR lay[ti])\nAND\n(hiv[ti] OR work[ti])", QuerySyntax.pubmed),
    ("peer[ti] OR lay[ti]\nAND\nhiv[ti]", .pubmed),
    ("(peer[ti]\nAND\nlay[ti] OR hiv[ti])", .pubmed),
    ("TITLE(peer) OR TITLE(lay)\nAND\nTITLE(hiv)", .scopus),
    ("TI peer\nAND\nTI lay NOT TI hiv", .ebsco), ("TI peer AND TI lay\nOR\nTI hiv", .ebsco),
    ("\"peer or lay\".ti.\nand\nhiv.ti.", .ovid),
  ])
  func `an operator that joins the lines around it has none`(
    text: String, syntax: QuerySyntax
  ) throws {
    let query = try QueryParser().parse(text, syntax: syntax)
    #expect(query.notes.allSatisfy { !$0.contains("on a line of its own") }, "\(query.notes)")
  }

  // MARK: Combinations

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

  // MARK: Headings

  @Test(arguments: [
    "1. peer.ti.\nPopulation\n2. lay.ti.\n3. 1 or 2",
    "1. peer.ti.\nConcept two\n2. lay.ti.\n3. 1 or 2",
    "# Concept 1: peers\n1. peer.ti.\n# Concept 2: lay people\n2. lay.ti.\n3. 1 or 2",
    "1. peer.ti.\nOutcomes of interest:\n2. lay.ti.\nCombined\n3. 1 or 2",
    "1. peer.ti. (123)\nLay people\n2. lay.ti. (45)\n3. 1 or 2 (160)",
    "1. peer.ti. 123\nComment: broad\n2. lay.ti. 45\n3. 1 or 2 160",
    "1. peer.ti.\n2. lay.ti.\n3. 1 or\n// all\n2",
    "1. peer.ti.\n2. lay.ti.\n3. 1 or 2\nSearched on 3 May",
    "S1 Text. Full search strategies\n1. peer.ti.\n2. lay.ti.\n3. 1 or 2",
    "S1 Appendix: MEDLINE (searched August 12th)\n1. peer.ti.\n2. lay.ti.\n3. 1 or 2",
  ])
  func `headings and comments are left out and reported`(text: String) throws {
    let strategy = try StrategyReader().read(text, syntax: .ovid)
    let found = strategy.lines.map(\.query.queryText)
    #expect(found == ["title:peer", "title:lay", "title:peer OR title:lay"])
    let remarks = text.split(separator: "\n").filter { !$0.contains(/^\d(\.|$)/) }
    for remark in remarks {
      #expect(
        strategy.notes.contains("“\(remark)” is not part of the strategy and was skipped."),
        "\(strategy.notes)")
    }
  }

  @Test(arguments: [
    // Too short to be wrapped, so that words with a capital are a heading.
    (
      "1. peer support\nPopulation\n2. lay\n3. 1 or 2", ["\"peer support\"", "lay"], ["Population"]
    ),
    (
      "1. peer support\nTypes of help (any)\n2. lay\nAll, combined\n3. 1 or 2",
      ["\"peer support\"", "lay"], ["Types of help (any)", "All, combined"]
    ),
    // As long as the text is wide, so that it is wrapped.
    (
      "1. peer support for people who live in rural\nAustralia\n2. lay\n3. 1 or 2",
      ["\"peer support for people who live in rural Australia\"", "lay"], []
    ),
    // An operator, or an open field, is continued in any case.
    ("1. peer or\nSupport\n2. lay\n3. 1 or 2", ["peer OR Support", "lay"], []),
    ("1. peer.ti,\nab.\n2. lay\n3. 1 or 2", ["title:peer OR abstract:peer", "lay"], []),
  ])
  func `a heading after words is distinguished from wrapped words`(
    text: String, queries: [String], skipped: [String]
  ) throws {
    let strategy = try StrategyReader().read(text, syntax: .ovid)
    #expect(strategy.lines.dropLast().map(\.query.queryText) == queries)
    #expect(
      strategy.notes == skipped.map { "“\($0)” is not part of the strategy and was skipped." })
  }

  /// One rule decides whether a line continues on the next, with and without numbers.
  @Test(arguments: [
    ("peer and", "support", QuerySyntax.ovid), ("peer", "or support", .ovid),
    ("peer adj3", "support", .ovid), ("exp", "Peer Group/", .ovid), ("(peer", "support)", .ovid),
    ("\"peer", "support\"", .ovid), ("peer.ti,", "ab.", .ovid), ("peer", "adj3 support", .ovid),
    ("peer near3", "support", .ovid), ("peer", "near3 support", .ovid),
    ("peer N3", "support", .ebsco), ("TITLE(peer W/3", "support)", .scopus),
    ("TS=(peer NEAR/3", "support)", .wos), ("peer NEAR/3", "support", .peerlit),
    ("peer[tiab] OR", "support[tiab]", .pubmed), ("peer-", "led", .peerlit),
  ])
  func `an incomplete line continues on the next`(
    first: String, second: String, syntax: QuerySyntax
  )
    throws
  {
    let other = syntax == .pubmed ? "lay[ti]" : "lay"
    func read(_ lines: [String]) throws -> [String] {
      try StrategyReader().read(lines.joined(separator: "\n"), syntax: syntax).lines
        .map(\.query.queryText)
    }
    let numbered = try read(["1. \(first)", second, "2. \(other)"])
    let joined = try read(["1. \(first) \(second)", "2. \(other)"])
    let plain = try read([first, second, other])
    #expect(numbered == joined)
    #expect(numbered == plain)
    #expect(numbered.count == 2)
  }

  @Test(arguments: [
    ("peer support,", "mentoring"), ("someone to talk to", "loneliness"), ("room w2", "support"),
    ("types of exp", "support"), ("type 2,", "diabetes"),
  ])
  func `a complete line does not continue on the next`(first: String, second: String) throws {
    // A number before a comma can be one of a list.
    let count = first.hasSuffix("2,") ? 1 : 2
    let strategy = try StrategyReader().read("\(first)\n\(second)", syntax: .peerlit)
    #expect(strategy.lines.count == count)
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

  // MARK: Pasted as a query

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

  // MARK: Histories

  @Test(arguments: [
    (
      "1\tTITLE(peer)\t12,345 document results\n2\tTITLE(lay)\t6 document results\n3\t#1 OR #2\t7 results",
      QuerySyntax.scopus
    ),
    (
      "#1\tTI=(peer)\t1,234\tSCI-EXPANDED, SSCI\n#2\tTI=(lay)\t56\tSSCI\n#3\t#1 OR #2\t1,280\tESCI",
      .wos
    ),
    (
      "#1\tAdd\tSearch peer[Title]\t45678\t05:32:01\n#2\tAdd\tSearch lay[Title]\t678\t05:33:01\n#3\tAdd\tSearch #1 OR #2\t46000\t05:34:01",
      .pubmed
    ),
  ])
  func `histories of platforms give only the words of the searches`(
    text: String, syntax: QuerySyntax
  ) throws {
    #expect(
      try lines(text, syntax) == ["1: title:peer", "2: title:lay", "3: title:peer OR title:lay"])
  }

  @Test func `the years of a refinement are kept beside a count`() throws {
    let found = try lines(
      "#1\tTI=(peer)\t1,234\n#2\t#1\t34\n\tRefined by: PUBLICATION YEARS: (2019 OR 2018) AND DOCUMENT TYPES: (REVIEW ARTICLE)",
      .wos)
    #expect(found.last == "2: title:peer AND type:review year:2018..2019")
  }

  @Test(arguments: [
    (
      "TI=peer\nTimespan: 2010-01-01 to 2015-12-31 (Publication Date)", QuerySyntax.wos,
      "title:peer year:2010..2015"
    ),
    ("TI=peer\nIndexes=SSCI Timespan=2010-2015\n", .wos, "title:peer year:2010..2015"),
    (
      "TI=peer\nRefined by: DOCUMENT TYPES: ( REVIEW )\nTimespan=2010-2015", .wos,
      "title:peer AND type:review year:2010..2015"
    ),
    (
      "TI peer\n\nLimiters - Publication Year: 2010-2015\nSearch modes - Boolean/Phrase", .ebsco,
      "title:peer year:2010..2015"
    ),
    ("TI peer\nRerun\nView Results (123)", .ebsco, "title:peer"),
    (
      "TI peer\nInterface - EBSCOhost\nSearch Screen - Advanced Search\nDatabase - CINAHL", .ebsco,
      "title:peer"
    ),
    (
      "peer[ti]\nFilters: Review\nSort by: Most Recent", .pubmed,
      "title:peer AND (\(reviews))"
    ),
  ])
  func `limits on lines of their own belong to the search before them`(
    text: String, syntax: QuerySyntax, expected: String
  ) throws {
    #expect(try lines(text, syntax) == ["1: \(expected)"])
    // The same as a query.
    #expect(try QueryParser().parse(text, syntax: syntax).queryText == expected)
    // A search after them is another line.
    let more = syntax == .wos ? "TI=lay" : syntax == .ebsco ? "TI lay" : "lay[ti]"
    #expect(try lines(text + "\n" + more, syntax) == ["1: \(expected)", "2: title:lay"])
  }

  @Test(arguments: ["..l/ 1 yr=2010-2020", "l/ 1 yr=2010-2020", "limit 1 to yr=2010-2020"])
  func `older limits of Ovid are read`(line: String) throws {
    let found = try lines("1. peer.ti.\n2. \(line)", .ovid)
    #expect(found.last == "2: title:peer year:2010..2020")
  }

  @Test(arguments: ["1 peer.ti.\n2 ..l/ 1 yr=2010", "1. peer.ti.\n2...l/ 1 yr=2010"])
  func `full stops of a command are not those of its number`(text: String) throws {
    let line = try StrategyReader().read(text, syntax: .ovid).lines.last
    #expect(line?.text == "..l/ 1 yr=2010")
    #expect(line?.query.queryText == "title:peer year:2010")
  }

  // MARK: Limits

  @Test(arguments: [
    (
      "limit 1 to (english language and\nyr=\"2010 -Current\")", "title:peer year:2010..",
      ["“english language” has no equivalent and was ignored."]
    ),
    ("limit 1 to yr=\"2010 -\nCurrent\"", "title:peer year:2010..", []),
    ("limit 1 to\nyr=\"2010-2015\"", "title:peer year:2010..2015", []),
    ("limit\n1 to yr=\"2010-2015\"", "title:peer year:2010..2015", []),
    ("limit 1 to yr=\"2010 -Current\".", "title:peer year:2010..", []),
    ("limit 1 to yr=\"2010-2015\" [Date]", "title:peer year:2010..2015", []),
    (
      "limit 1 to english language.", "title:peer",
      ["“english language” has no equivalent and was ignored."]
    ),
    (
      "remove duplicates\nfrom 1", "title:peer",
      [
        "“remove duplicates from 1” has no equivalent: duplicates are merged when they are indexed."
      ]
    ),
    (
      "remove duplicates from 1.", "title:peer",
      [
        "“remove duplicates from 1.” has no equivalent: duplicates are merged when they are indexed."
      ]
    ),
  ])
  func `commands of Ovid may be wrapped or end with a full stop`(
    command: String, expected: String, notes: [String]
  ) throws {
    let query = try #require(
      try StrategyReader().read("1. peer.ti.\n2. \(command)").lines.last?.query)
    #expect(query.queryText == expected)
    #expect(query.notes == notes)
  }

  @Test(arguments: [
    (
      "1. peer support\n2. depression\n3. 1 and 2\n4. limit 3 to english language",
      "\"peer support\" AND depression", QuerySyntax.ovid
    ),
    (
      "1 peer support\n2 depression\n3 1 and 2\n4 remove duplicates from 3",
      "\"peer support\" AND depression", .ovid
    ),
    ("S1 TI peer\nS2 S1 AND PY 2010-2015", "title:peer year:2010..2015", .ebsco),
    ("1. TI peer\n2. S1 AND PY 2010-2015", "title:peer year:2010..2015", .ebsco),
    ("S1 peer support\nS2 depression\nS3 (S1) OR S2", "\"peer support\" OR depression", .ebsco),
  ])
  func `a command or a reference shows the platform`(
    text: String, expected: String, syntax: QuerySyntax
  ) throws {
    let strategy = try StrategyReader().read(text)
    #expect(strategy.syntax == syntax)
    #expect(strategy.isRecognised)
    #expect(strategy.lines.last?.query.queryText == expected)
    #expect(try QueryParser().parse(text).syntax == syntax)
  }

  @Test(
    arguments: [
      (
        "Search: #1 Filters: Randomized Controlled Trial, Humans, English, from 2010 - 2020",
        "title:peer AND (method:randomised-trial OR \(randomised)) "
          + "year:2010..2020",
        ["Humans", "English"]
      ),
      (
        "Search: #1 Filters: Review, Systematic Review Sort by: Most Recent",
        "title:peer AND (\(reviews) OR method:systematic-review OR type:\"systematic review\")", []
      ),
      (
        "#1 Sort by: Publication Date Filters: Review",
        "title:peer AND (\(reviews))", []
      ),
      (
        "#1 Filters: Adult: 19+ years, Female, Free full text, Meta-Analysis, from 2015/3/1 - 3000/12/12",
        "title:peer AND (method:meta-analysis OR type:\"meta analysis\") year:2015..",
        ["Adult: 19+ years", "Female", "Free full text"]
      ),
      ("#1 Filters: from 1000/1/1 - 2012/12/31", "title:peer year:..2012", []),
      (
        "#1 Filters: Review, Clinical Trial",
        "title:peer AND (\(reviews) OR method:non-randomised-trial,randomised-trial OR \(trials))",
        []
      ),
      // A type without an equivalent is an alternative, which must not be excluded.
      ("#1 Filters: Review, Journal Article", "title:peer", ["Journal Article"]),
      (
        "#1 Filters: Publication date from 2010/01/01 to 2020/12/31; Review; English",
        "title:peer AND (\(reviews)) year:2010..2020", ["English"]
      ),
      // A year alone is not a hit count.
      ("#1 Filters: Review, 2020", "title:peer AND (\(reviews)) year:2020", []),
      ("#1 Filters: 2019", "title:peer year:2019", []),
      ("#1 Filters: English, 2015, 2016", "title:peer year:2015..2016", ["English"]),
      // Any other number after filters is one.
      ("#1 Filters: Review 89", "title:peer AND (\(reviews))", []),
      ("#1 Filters: English, from 2010 - 2020 89", "title:peer year:2010..2020", ["English"]),
      ("#1 - Schema: all", "title:peer", []),
      ("#1 - Schema: all Filters: Review 89", "title:peer AND (\(reviews))", []),
    ] as [(String, String, [String])])
  func `filters of PubMed with an equivalent are applied`(
    line: String, expected: String, leftOut: [String]
  ) throws {
    let query = try #require(
      try StrategyReader().read("#1 peer[ti]\n#2 \(line)", syntax: .pubmed).lines.last?.query)
    #expect(query.queryText == expected)
    let notes = query.notes.filter { $0.contains("was ignored") }
    #expect(notes == leftOut.map { "“\($0)” has no equivalent and was ignored." })
  }

  @Test(arguments: [
    ("2010-2015", "2010..2015"), ("2010 – 2015", "2010..2015"), ("2010 to 2015", "2010..2015"),
    ("2010:2015", "2010..2015"), ("from 2010 to 2015", "2010..2015"),
    ("from 2010 - 2015", "2010..2015"), ("between 2010 and 2015", "2010..2015"),
    ("published 2010-2015", "2010..2015"), ("2010/01/01-2015/12/31", "2010..2015"),
    ("2010/01/01 to 2015/12/31", "2010..2015"), ("20100101-20151231", "2010..2015"),
    ("since 2010", "2010.."), ("2010-", "2010.."), ("2010-present", "2010.."),
    ("2010 onwards", "2010.."), ("from 2010", "2010.."), ("after 2010", "2011.."),
    ("until 2015", "..2015"), ("up to 2015", "..2015"), ("-2015", "..2015"),
    ("before 2015", "..2014"), ("in 2015", "2015"),
    ("Publication date from 2010/01/01", "2010.."), ("Publication years: 2010-2015", "2010..2015"),
  ])
  func `filters of years in PubMed`(filter: String, years: String) throws {
    for label in ["Filters:", "Filters activated:"] {
      for (list, others) in [("English; \(filter)", 1), ("\(filter), Humans", 1), (filter, 0)] {
        let text = "#1 peer[ti]\n#2 lay[ti]\n#3 #1 AND #2\n\(label) \(list)"
        let query = try #require(try StrategyReader().read(text).lines.last?.query)
        #expect(query.queryText == "title:peer AND title:lay year:\(years)", "\(text)")
        #expect(query.notes.count == others, "\(query.notes)")
      }
    }
  }

  @Test(arguments: [
    (
      "S1 TI peer\nS2 S1 – Limiters - Published Date: 20100101-20201231; Language: English (199)",
      QuerySyntax.ebsco
    ),
    ("S1 TI peer\nS2 S1; Limiters - Publication Year: 2010-2020", .ebsco),
    ("#1 TI=peer\n#2 #1 – Timespan: 2010-2020", .wos),
    ("#1 peer[ti]\n#2 #1, Filters: from 2010 - 2020", .pubmed),
  ])
  func `a sign before limits is not part of the search`(text: String, syntax: QuerySyntax) throws {
    let query = try #require(try StrategyReader().read(text, syntax: syntax).lines.last?.query)
    #expect(query.queryText == "title:peer year:2010..2020")
  }

  @Test func `a filter of PubMed that depends on the day says what to write`() throws {
    let query = try #require(
      try StrategyReader().read("#1 peer[ti]\n#2 #1 Filters: in the last 5 years", syntax: .pubmed)
        .lines.last?.query)
    #expect(
      query.notes == [
        "“in the last 5 years” depends on the day of the search and was left out; limit the years "
          + "instead."
      ])
  }

  @Test(arguments: [
    (
      "1. peer.ti.\n2. limit 1 to randomized controlled trial", QuerySyntax.ovid,
      "title:peer AND (method:randomised-trial OR type:\"randomized controlled trial\")"
    ),
    (
      "1. peer.ti.\n2. limit 1 to (english and (review or meta-analysis))", .ovid,
      "title:peer AND (type:review OR method:meta-analysis OR type:\"meta analysis\")"
    ),
    (
      "1. peer.ti.\n2. limit 1 to \"review articles\"", .ovid,
      "title:peer AND type:review"
    ),
    (
      "1. peer.ti.\n2. limit 1 to systematic reviews", .ovid,
      "title:peer AND (method:systematic-review OR type:\"systematic review\")"
    ),
    (
      "1. peer.ti.\n2. limit 1 to (clinical trial, all or randomized controlled trial)", .ovid,
      "title:peer AND (method:non-randomised-trial,randomised-trial OR \(trials) OR method:randomised-trial)"
    ),
    ("1. peer.ti.\n2. limit 1 to clinical trial", .ovid, "title:peer AND type:\"clinical trial\""),
    (
      "1. peer.ti.\n2. limit 1 to pragmatic clinical trial", .ovid,
      "title:peer AND type:\"pragmatic clinical trial\""
    ),
    (
      "1. peer.ti.\n2. limit 1 to published erratum", .ovid,
      "title:peer AND (type:\"published erratum\" OR type:erratum OR type:correction)"
    ),
    (
      "1. peer.ti.\n2. limit 1 to clinical study", .ovid,
      "title:peer AND type:\"clinical study\""
    ),
    (
      "1. peer.ti.\n2. limit 1 to (congresses or news)", .ovid,
      "title:peer AND (type:congresses OR type:congress OR type:news)"
    ),
    (
      "1. peer.ti.\n2. limit 1 to clinical trial, phase iii", .ovid,
      "title:peer AND type:\"clinical trial phase iii\""
    ),
    (
      "1. peer.ti.\n2. limit 1 to (conference abstract or editorial)", .ovid,
      "title:peer AND (type:\"conference abstract\" OR type:editorial OR type:\"editorial material\")"
    ),
    (
      "S1 TI peer\nS2 S1\tLimiters - Publication Type: Systematic Review; English", .ebsco,
      "title:peer AND (method:systematic-review OR type:\"systematic review\")"
    ),
    (
      "#1 TI=peer\n#2 #1 Refined by: LANGUAGES: (ENGLISH) AND DOCUMENT TYPES: (REVIEW)", .wos,
      "title:peer AND type:review"
    ),
  ])
  func `publication types in limits of other platforms are applied`(
    text: String, syntax: QuerySyntax, expected: String
  ) throws {
    let query = try #require(try StrategyReader().read(text, syntax: syntax).lines.last?.query)
    #expect(query.queryText == expected)
  }

  @Test func `a line that may be a heading is reported if it is read`() throws {
    let strategy = try StrategyReader().read(
      "1. peer support\nworkers\n2. lay.ti.", syntax: .ovid)
    #expect(strategy.lines.map(\.query.queryText) == ["\"peer support workers\"", "title:lay"])
    #expect(
      strategy.lines[0].query.notes == ["“workers” is read as the continuation of line 1."])
  }

  @Test func `headings between lines without numbers are left out`() throws {
    let strategy = try StrategyReader().read(
      "# Concept 1\npeer[ti]\nConcept 2:\nlay[ti]\n#1 OR #2", syntax: .pubmed)
    #expect(
      strategy.lines.map(\.query.queryText) == [
        "title:peer", "title:lay", "title:peer OR title:lay",
      ])
    #expect(strategy.notes.count == 2)
  }

  @Test(arguments: [
    "Ovid MEDLINE", "MEDLINE (Ovid SP)", "PubMed (searched 2 May 2021)",
    "Scopus (Elsevier), 3 May 2023, 1,245 results", "Searched 5 June 2020",
    "APA PsycInfo (Ovid), 1806 to July Week 3 2021", "Search date: 3rd February 2018. Hits: 1,034",
    "Search strategy for PsycINFO (EBSCOhost)", "Date of search: 19/10/2023",
    "Number of hits: 1,203",
    "Web of Science (Clarivate), SCI-EXPANDED, SSCI – 22 March 2023",
    "Table S1: Ovid MEDLINE(R) ALL <1946 to October 18, 2023>", "PubMed (n = 1,203)",
    "Search Strategy for PubMed (n = 345)", "Search terms used in PubMed", "Query in PubMed",
    "Search History", "Search terms used",
    "Search string for Scopus", "Final search strategy used for MEDLINE via Ovid (n=12)",
  ])
  func `a line that says where or when a search was run is no search`(caption: String) throws {
    let shown = caption.replacing("–", with: "-")
    let skipped = "“\(shown)” is not part of the strategy and was skipped."
    for (syntax, searches) in [
      (QuerySyntax.ovid, "peer.ti.\nlay.ti.\n1 or 2"), (.pubmed, "peer[ti]\nlay[ti]\n#1 OR #2"),
      (.wos, "TI=peer\nTI=lay\n#1 OR #2"),
    ] {
      for text in ["\(caption)\n\(searches)", "\(searches)\n\(caption)"] {
        let strategy = try StrategyReader().read(text)
        #expect(strategy.syntax == syntax)
        #expect(
          strategy.lines.map(\.query.queryText) == [
            "title:peer", "title:lay", "title:peer OR title:lay",
          ])
        #expect(strategy.notes == [skipped])
      }
    }
    // Around a single search, which is pasted as a query.
    let query = try QueryParser().parse("\(caption)\n(peer OR\nlay)[ti]")
    #expect(query.queryText == "title:(peer OR lay)")
    #expect(query.notes.last == skipped)
  }

  @Test func `a caption after a single search is skipped`() throws {
    let query = try QueryParser().parse("(peer OR\nlay)[ti]\nSearched 5 June 2020", syntax: .pubmed)
    #expect(query.queryText == "title:(peer OR lay)")
    #expect(
      query.notes.last == "“Searched 5 June 2020” is not part of the strategy and was skipped.")
  }

  @Test(arguments: ["PubMed OR\nlay[ti]", "PubMed\nOR lay[ti]", "lay[ti] OR\nPubMed"])
  func `the name of a database beside an operator is a term`(text: String) throws {
    for isStrategy in [true, false] {
      let strategy = try StrategyReader().read(text, syntax: .pubmed, isStrategy: isStrategy)
      #expect(strategy.lines.count == 1)
      #expect(strategy.lines.first?.query.queryText.contains("PubMed") == true)
    }
  }

  @Test(arguments: [
    "medline indexed journals", "pubmed OR embase", "scopus[ti]", "peers who were searched",
    "Global Health", "search terms in psychology", "terms used in pubmed titles",
    "12 step programs",
    "100 most cited articles", "12 studies in children",
  ])
  func `a search may contain the name of a database`(search: String) throws {
    let strategy = try StrategyReader().read("\(search)\nlay[ti]", syntax: .pubmed)
    #expect(strategy.lines.count == 2)
    #expect(strategy.notes.isEmpty)
  }

  @Test(arguments: [
    "limit 1 to \"reviews (best balance of sensitivity and specificity)\"",
    "limit 1 to reviews (best balance of sensitivity and specificity)",
  ])
  func `a limit with “and” in it is one limit`(line: String) throws {
    let query = try #require(
      try StrategyReader().read("1. peer.ti.\n2. \(line)", syntax: .ovid).lines.last?.query)
    #expect(query.queryText == "title:peer")
    #expect(query.notes.count == 1)
  }

  /// The labels of histories limit nothing: there is one index, and no expansion.
  @Test(arguments: [
    (
      "#1\tTI=(peer)\nIndexes=SCI-EXPANDED, A&HCI Timespan=All years\t2,500\n#2\tTI=(lay)\nIndexes=SCI-EXPANDED, A&HCI Timespan=All years\t500\n#3\t#1 NOT #2\nDocType=All document types; Language=All languages;\t2,000",
      QuerySyntax.wos
    ),
    (
      "#1 TITLE: (peer)\nTimespan: All years. Indexes: SCI-EXPANDED, SSCI.\n#2 TITLE: (lay)\nDatabases= WOS, MEDLINE Timespan=All years\nSearch language=Auto\n#3 #1 NOT #2",
      .wos
    ),
    (
      "S1\tTI peer\tExpanders - Apply related words; Also search within the full text of the articles\nSearch modes - Boolean/Phrase\t500\nS2\tTI lay\tExpanders - Apply equivalent subjects\nSearch modes - Boolean/Phrase\t100\nS3\tS1 NOT S2\tSearch modes - Boolean/Phrase\tInterface - EBSCOhost Search Screen - Advanced Search Database - CINAHL;ERIC\t400",
      .ebsco
    ),
  ])
  func `NOT works in a history with labels`(text: String, syntax: QuerySyntax) throws {
    let strategy = try StrategyReader().read(text)
    #expect(strategy.syntax == syntax)
    #expect(
      strategy.lines.map(\.query.queryText) == [
        "title:peer", "title:lay", "title:peer AND NOT title:lay",
      ])
  }

  @Test(arguments: [
    (
      "#,Query,Limiters/Expanders,Results\nS3,S1 AND S2,Limiters - Published Date: 20100101-20201231,45\nS2,TI hepatitis,Search modes - Boolean/Phrase,\"9,000\"\nS1,TI peer,Search modes - Boolean/Phrase,\"30,000\"",
      QuerySyntax.ebsco
    ),
    (
      "No,Query,Limiters,Results\n1,TI peer*,,45\n2,TI hepatitis,,9\n3,S1 AND S2,Published Date: 20100101-20201231,4",
      .ebsco
    ),
    (
      "#,Search Query,Timespan,Results\n1,TI=peer,,45\n2,TI=hepatitis,,9\n3,#1 AND #2,2010-2020,4",
      .wos
    ),
    (
      "Search,Query,Filters,Results\n1,peer[ti],,45\n2,hepatitis[ti],,9\n3,#1 AND #2,from 2010 - 2020,4",
      .pubmed
    ),
  ])
  func `limits in a table of comma-separated values are applied`(
    text: String, syntax: QuerySyntax
  ) throws {
    let strategy = try StrategyReader().read(text)
    #expect(strategy.syntax == syntax)
    #expect(strategy.lines.count == 3)
    let last = strategy.lines.last?.query.queryText.replacing("peer*", with: "peer")
    #expect(last == "title:peer AND title:hepatitis year:2010..2020")
  }

  @Test func `the first column of a table may be called Search`() throws {
    let text = #"""
      Search,Query,Results
      1,"peer[ti] OR ""peer work*""[ti]","12,345"
      2,hepatitis[ti],100
      3,#1 AND #2,4
      """#
    #expect(
      try lines(text) == [
        "1: title:peer OR title:\"peer work*\"", "2: title:hepatitis",
        "3: (title:peer OR title:\"peer work*\") AND title:hepatitis",
      ])
  }

  @Test(arguments: [
    ("#1 TITLE: (peer)\nTimespan: All years. Indexes: SCI-EXPANDED, SSCI.", QuerySyntax.wos),
    ("#1 peer[ti] 123", .pubmed), ("1 peer.ti. 123", .ovid), ("1. peer.ti. (123)", .ovid),
    ("#1 peer[ti]", .pubmed), ("S1 TI peer*\t12", .ebsco),
  ])
  func `a strategy may have one line`(text: String, syntax: QuerySyntax) throws {
    let strategy = try StrategyReader().read(text)
    #expect(strategy.syntax == syntax)
    #expect(
      strategy.lines.map { $0.query.queryText.replacing("*", with: "") } == ["title:peer"])
    let query = try QueryParser().parse(text)
    #expect(query.queryText.replacing("*", with: "") == "title:peer")
  }

  // MARK: Counts

  @Test(arguments: [
    ("1 and 2 345", "title:peer AND title:lay"), ("1 or 2 567", "title:peer OR title:lay"),
    ("1 not 2 123", "title:peer AND NOT title:lay"), ("1 and 2 12 345", "title:peer AND title:lay"),
    ("1 and 2 1 234 567", "title:peer AND title:lay"),
    ("(1 and 2) 345", "title:peer AND title:lay"),
    ("1 and 2 345,678", "title:peer AND title:lay"), ("or/1-2 345", "title:peer OR title:lay"),
    ("limit 1 to yr=\"2000-2005\" 345", "title:peer year:2000..2005"),
    ("limit 1 to english language 345", "title:peer"), ("1 and 2", "title:peer AND title:lay"),
  ])
  func `a count after the number of a line`(line: String, expected: String) throws {
    let strategy = try StrategyReader().read(
      "1. peer.ti. 1234\n2. lay.ti. 567\n3. \(line)", syntax: .ovid)
    #expect(strategy.lines.last?.query.queryText == expected)
  }

  @Test(arguments: [
    // After a tab, two spaces, in parentheses, with groups of digits, after a word.
    ("peer support\t12\nrecovery", ["peer support", "recovery"]),
    ("peer support  12\nrecovery", ["peer support", "recovery"]),
    ("peer support (12)\nrecovery", ["peer support", "recovery"]),
    ("peer support 1,234\nrecovery", ["peer support", "recovery"]),
    ("peer support 12 results\nrecovery", ["peer support", "recovery"]),
    // After references to other lines.
    (
      "peer support\nrecovery\n#1 AND #2 34",
      ["peer support", "recovery", "peer support AND recovery"]
    ),
  ])
  func `a marked count is reported and not searched`(text: String, expected: [String]) throws {
    let strategy = try StrategyReader().read(text, syntax: .peerlit)
    #expect(
      strategy.lines.map(\.text) == expected.prefix(2) + (expected.count > 2 ? ["#1 AND #2"] : []))
    #expect(strategy.notes.count == 1)
    #expect(strategy.notes.first?.hasSuffix(": the hit count at the end was removed.") == true)
  }

  @Test func `a number after the end of a query is a count`() throws {
    let strategy = try StrategyReader().read(
      "peer$.ti,ab. 12\nexp Peer Group/ 7\nlay.ti.\nhiv.ti. 5", syntax: .ovid)
    #expect(
      strategy.lines.map(\.text) == ["peer$.ti,ab.", "exp Peer Group/", "lay.ti.", "hiv.ti."])
    #expect(strategy.notes == ["Lines 1, 2, 4: the hit counts at the end were removed."])
  }

  @Test(arguments: [
    // All lines end with a number.
    ("peer support 123\nrecovery 45\n#1 AND #2 6", [true, true]),
    // Most do, and these are too large for words.
    ("peer support 123\nrecovery 456\nlay worker", [true, true]),
    // Years and small numbers are words, unless all lines end with a number and one is large.
    ("peer support 2019\nrecovery 2020", [false, false]),
    ("covid 19\ndiabetes type 2", [false, false]),
    ("peer support 123\ndiabetes type 2", [true, false]),
    ("peer support 123\ndiabetes type 2\nrecovery 456\nlay worker", [true, false]),
    // One line among others without a number.
    ("peer support 123\nrecovery", [false, false]),
    ("crisis line 988\nrecovery\nlay", [false, false]),
    // A single line.
    ("peer support 123", [false]),
  ])
  func `a number after one space`(text: String, isCount: [Bool]) throws {
    let strategy = try StrategyReader().read(text, syntax: .peerlit)
    for (line, isCount) in zip(strategy.lines, isCount) {
      #expect(text.split(separator: "\n").map(String.init).contains(line.text) != isCount)
      let note = line.query.notes.first { $0.contains("read as a hit count") }
      #expect((note != nil) == isCount)
    }
  }

  @Test func `a large number that is searched is reported`() throws {
    let strategy = try StrategyReader().read("peer support 123\nrecovery", syntax: .peerlit)
    #expect(strategy.lines[0].text == "peer support 123")
    #expect(
      strategy.lines[0].query.notes == [
        "“123” at the end is searched. If it is a hit count, put it in parentheses or after a "
          + "tab."
      ])
  }
}
