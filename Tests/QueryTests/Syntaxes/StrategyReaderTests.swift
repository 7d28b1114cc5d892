import Query
import Testing

/// Pasted multi-line strategies: how a text is divided into lines.
struct StrategyReaderTests {
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
      try StrategyReader().numbered(text, .ovid) == [
        "1: title:peer", "2: title:lay", "3: title:peer OR title:lay",
      ])
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
    let found = try StrategyReader().numbered(text, syntax)
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
    let found = try StrategyReader().numbered(text, syntax)
    #expect(found.count == 1003)
    #expect(found.last == "1003: title:peer OR title:lay")
  }

  @Test func `a number of four digits without a mark is a year`() throws {
    #expect(
      try StrategyReader().numbered("1. peer.ti.\n2. 1 and 2019", .ovid).last
        == "2: title:peer AND 2019")
    #expect(
      try StrategyReader().numbered("1. peer and\n2019 report\n2. lay", .ovid) == [
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
}
