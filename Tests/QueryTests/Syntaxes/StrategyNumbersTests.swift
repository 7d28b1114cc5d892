import Query
import Testing

/// Strategies whose line numbers and hit counts are in unusual places.
struct StrategyNumbersTests {
  private static let searches = ["1: title:peer", "2: title:lay", "3: title:peer AND title:lay"]

  private func lines(_ strategy: Strategy) -> [String] {
    strategy.lines.map { "\($0.number): \($0.query.queryText)" }
  }

  // MARK: Hit counts before the searches

  @Test(arguments: [
    "# 1 345 TI=peer\n# 2 333 TI=lay\n# 3 12 #1 AND #2",
    "# 3 12 #1 AND #2\n# 2 333 TI=lay\n# 1 345 TI=peer",
    "# 1\t345\tTI=peer\n# 2\t1,333\tTI=lay\n# 3\t12\t#1 AND #2",
    "1 345 peer.ti.\n2 333 lay.ti.\n3 12 1 and 2", "1 5 peer.ti.\n2 3 lay.ti.\n3 2 1 and 2",
    "1 12 345 peer.ti.\n2 1 333 lay.ti.\n3 12 1 and 2",
    "#1 345 peer[ti]\n#2 333 lay[ti]\n#3 12 #1 AND #2",
    "S1 345 TI peer\nS2 333 TI lay\nS3 12 S1 AND S2",
    "#1 345 TITLE(peer)\n#2 333 TITLE(lay)\n#3 12 #1 AND #2",
  ])
  func `hit counts before the searches`(text: String) throws {
    let strategy = try StrategyReader().read(text)
    #expect(lines(strategy) == Self.searches)
    #expect(
      strategy.notes == ["Lines 1 to 3: the hit counts before the searches were removed."])
  }

  @Test(arguments: [
    ("1 12 step*.ti.\n2 24 hour*.ti.\n3 1 or 2", ["12 step*", "24 hour*"]),
    ("1 2019 report.ti.\n2 2020 report.ti.", ["2019 report", "2020 report"]),
    ("1 12 step.ti.\n2 lay.ti.\n3 1 or 2", ["12 step"]),
  ])
  func `numbers that are words of the searches`(text: String, phrases: [String]) throws {
    let strategy = try StrategyReader().read(text, syntax: .ovid)
    for (line, phrase) in zip(strategy.lines, phrases) {
      #expect(line.query.queryText == "title:\"\(phrase)\"")
      #expect(line.query.notes.isEmpty)
    }
    #expect(strategy.notes.isEmpty)
  }

  @Test func `a large number before a search that may be a word has a note`() throws {
    let strategy = try StrategyReader().read("1 333 peer.ti.\n2 lay.ti.\n3 1 or 2", syntax: .ovid)
    #expect(strategy.lines[0].query.queryText == "title:\"333 peer\"")
    #expect(
      strategy.lines[0].query.notes == [
        "“333” at the beginning is searched. If it is a hit count, put a tab after it."
      ])
  }

  // MARK: Hit counts with labels

  private static let history: [QuerySyntax: [String]] = [
    .ovid: ["1. peer.ti.", "2. lay.ti.", "3. 1 and 2"],
    .pubmed: ["#1 peer[ti]", "#2 lay[ti]", "#3 #1 AND #2"],
    .wos: ["1: TI=(peer)", "2: TI=lay", "3: #1 AND #2"],
    .scopus: ["#1 TITLE(peer)", "#2 TITLE(lay)", "#3 #1 AND #2"],
    .ebsco: ["S1 TI peer", "S2 TI lay", "S3 S1 AND S2"],
    .peerlit: ["1. title:peer", "2. title:lay", "3. 1 and 2"],
  ]

  @Test(arguments: [
    "\tDate Run: Mon Nov 30 2026 16:48:29 GMT+0200 (CEST)\tResults: 23456",
    " Results: 23456\tDate Run: Mon Nov 30 2026 16:48:29 GMT+0200 (CEST)", " Results: 23456",
    " (n=23456)", " (N = 23,456)", " [n=23456]", " n = 23456", " – n = 23456", ", n=23456",
    " Hits: 23456", " hits=23456", " Records: 23 456", " Items found: 23456", " – 23456",
    " - 23,456", " — 23456", " → 23456", " => 23456", " Number of results: 23456",
    " No. of hits: 23456", "; Results: 23456.", " (Results: 23456)", " (23456 results)",
    " 23456 citations", " 23456 records found", " 23456 articles retrieved", "\tResults 23456",
    " Hit count: 23456", " Search results = 23456", " | Total: 23456", " – 23456 articles",
    " = 23456 results", " (23456 articles)", " 23456 hits on 12 May 2021", " - 23,456 papers.",
    " = 23456 records (12 May 2021)", " (n = 23456 records)", " Total: 23456 articles",
    " 23456 results on 2021-05-12",
  ])
  func `hit counts with labels and signs`(count: String) throws {
    for (syntax, searches) in Self.history {
      let text = searches.map { $0 + count }.joined(separator: "\n")
      let strategy = try StrategyReader().read(text, syntax: syntax)
      #expect(lines(strategy) == Self.searches, "\(text)")
      #expect(
        strategy.notes == ["Lines 1 to 3: the hit counts at the end were removed."], "\(text)")
    }
  }

  @Test func `a count with a label after a single search`() throws {
    let query = try QueryParser().parse("(\"peer\"[ti]) AND lay[ti] = 123 results")
    #expect(query.queryText == "title:peer AND title:lay")
    #expect(query.notes.last == "Line 1: the hit count at the end was removed.")
    // Here, they are words.
    let strategy = try StrategyReader().read("top 100 articles", syntax: .ovid)
    #expect(strategy.lines.map(\.query.queryText) == ["\"top 100 articles\""])
    #expect(strategy.notes.isEmpty)
  }

  @Test(arguments: [
    "123 results", "123 records", "123 hits on 12 May 2021", "A total of 1,234 articles",
    "45 studies (3 May 2021)", "= 45 citations", "123 records in PubMed", "(45 results)",
  ])
  func `a count with a label on a line of its own is skipped`(count: String) throws {
    let skipped = "“\(count)” is not part of the strategy and was skipped."
    for text in [
      "peer[ti]\nlay[ti]\n#1 AND #2\n\(count)", "1 peer.ti.\n2 lay.ti.\n3 1 and 2\n\(count)",
      "peer[ti]\n\(count)\nlay[ti]\n\(count)\n#1 AND #2",
    ] {
      let strategy = try StrategyReader().read(text)
      #expect(lines(strategy) == Self.searches, "\(text)")
      #expect(strategy.notes.allSatisfy { $0 == skipped } && !strategy.notes.isEmpty, "\(text)")
    }
  }

  @Test func `a count that has the number of the next line is that line`() throws {
    let strategy = try StrategyReader().read("1 peer\n2 records\n3 1 or 2", syntax: .ovid)
    #expect(lines(strategy) == ["1: peer", "2: records", "3: peer OR records"])
    #expect(
      strategy.lines[1].query.notes == [
        "“2 records” is read as line 2, not as a hit count."
      ])
  }

  @Test func `the search history that Web of Science exports`() throws {
    let text = """
      # Database: Web of Science Core Collection

      # Searches:

      1: TI=(peer)\tDate Run: Thu Sep 21 2023 16:48:29 GMT+0200 (CEST)\tResults: 23456
      2: TI=(lay)\tDate Run: Thu Sep 21 2023 16:49:29 GMT+0200 (CEST)\tResults: 7
      3: #1 AND #2\tDate Run: Thu Sep 21 2023 16:50:29 GMT+0200 (CEST)\tResults: 0
      """
    let strategy = try StrategyReader().read(text)
    #expect(strategy.syntax == .wos)
    #expect(lines(strategy) == Self.searches)
    #expect(strategy.notes.last == "Lines 1 to 3: the hit counts at the end were removed.")
    // A line without others.
    let single = try QueryParser().parse("TI=(peer) Date Run: Thu Sep 21 2023 Results: 23456")
    #expect(single.queryText == "title:peer")
    #expect(single.notes.last == "Line 1: the hit count at the end was removed.")
  }

  @Test(arguments: [
    ("1. covid – 19\n2. lay\n3. 1 or 2", QuerySyntax.ovid, "\"covid 19\""),
    ("S1 TI peer AND PY 2010 – 2020\nS2 TI lay", .ebsco, "title:peer year:2010..2020"),
    ("S1 AN 109000001\nS2 TI lay", .ebsco, "id:109000001"),
    ("1. peer.ti. and 2010 - 2015.yr.\n2. lay.ti.", .ovid, "title:peer year:2010..2015"),
    ("#1 TITLE(peer) AND PUBYEAR > 2010\n#2 TITLE(lay)", .scopus, "title:peer year:2011.."),
    ("1. title:peer n:25\n2. title:lay", .peerlit, "title:peer n:25"),
  ])
  func `numbers that only look like counts`(text: String, syntax: QuerySyntax, expected: String)
    throws
  {
    let strategy = try StrategyReader().read(text, syntax: syntax)
    #expect(strategy.lines.first?.query.queryText == expected)
    #expect(strategy.notes.isEmpty)
  }

  // MARK: Numbers on lines of their own

  @Test(arguments: [
    ("1\npeer.ti.\n11\n2\nlay.ti.\n396\n3\n1 and 2\n2", 3),
    // Counts that are the number of the next line, or zero.
    ("1\npeer.ti.\n2\n2\nlay.ti.\n3\n3\n1 and 2\n0", 3),
    ("1.\npeer.ti.\n\n2.\nlay.ti.\n\n3.\n1 and 2", 0),
    ("# 3\n122\n#1 AND #2\n# 2\n1,234,567\nTI=lay\n# 1\n5,678\nTI=peer", 3),
    ("#1\npeer[ti]\n345\n#2\nlay[ti]\n333\n#3\n#1 AND #2\n12", 3),
    ("S1\nTI peer\n345\nS2\nTI lay\n333\nS3\nS1 AND S2\n12", 3),
    // Only some numbers.
    ("1 peer.ti.\n2\nlay.ti.\n3 1 and 2", 0), ("1 peer.ti.\n2 lay.ti.\n3\n1 and\n2", 0),
  ])
  func `numbers on lines of their own`(text: String, counts: Int) throws {
    let strategy = try StrategyReader().read(text)
    #expect(lines(strategy) == Self.searches)
    #expect(
      strategy.notes
        == (counts > 0 ? ["The \(counts) hit counts on lines of their own were removed."] : []))
  }

  // MARK: Pages

  @Test(arguments: ["12", "12 Supplementary Appendix", "Page 3 of 9", "2 Appendix", "Supplement 1"])
  func `a page number or a running head inside a wrapped line`(head: String) throws {
    let strategy = try StrategyReader().read(
      "1. (peer support or\n\n\(head)\n\npeer led).ti.\n2. lay.ti.")
    #expect(lines(strategy) == ["1: title:(\"peer support\" OR \"peer led\")", "2: title:lay"])
    #expect(strategy.notes == ["“\(head)” is not part of the strategy and was skipped."])
  }

  @Test func `numbers beyond those of lines`() throws {
    let largest = "#9,223,372,036,854,775,807\n5\npeer.ti.\n1\nlay.ti.\n2\n1 and 2"
    let strategy = try? StrategyReader().read(largest, syntax: .ovid)
    #expect(strategy?.lines.contains { $0.query.queryText == "title:lay" } != false)
  }

  @Test func `a number that ends a term inside a group has a note`() throws {
    let strategy = try StrategyReader().read("1. (peer support\n12\nor lay).ti.\n2. hiv.ti.")
    #expect(lines(strategy) == ["1: title:(\"peer support 12\" OR lay)", "2: title:hiv"])
    #expect(
      strategy.lines[0].query.notes == ["“12” is read as the continuation of line 1."])
  }

  // MARK: Several lines or databases in one

  @Test(arguments: [
    ("1. peer.ti. 2. lay.ti. 3. 1 and 2", QuerySyntax.ovid, 13),
    ("1 peer.ti. 2 lay.ti. 3 1 and 2", .ovid, 12),
    ("1. peer.ti. 123 2. lay.ti. 45 3. 1 and 2 6", .ovid, 17),
    ("1. exp Peer Group/ 2. lay.ti.", .ovid, 20),
    ("#1 \"peer support\"[tiab] #2 HCV[tiab] #3 #1 AND #2", .pubmed, 25),
    ("#1 \"peer support\"[tiab]#2 HCV[tiab]", .pubmed, 24),
    ("S1 TI peer S2 AB lay S3 S1 AND S2", .ebsco, 12),
    ("1: TI=(peer) 2: TI=(lay) 3: #1 AND #2", .wos, 14),
    ("1. peer* 2. lay people 3. 1 AND 2", .peerlit, 10),
    ("#1 peer OR mutual #2 type 2 diabetes #3 #1 AND #2", .peerlit, 19),
    ("1 peer 2 lay 3 1 AND 2", .peerlit, 8),
    ("1) title:peer 2) title:lay 3) (1 or 2) 345", .peerlit, 15),
  ])
  func `lines that were joined into one are an error`(
    text: String, syntax: QuerySyntax, place: Int
  ) throws {
    let error = try #require(throws: QueryError.self) {
      try StrategyReader().read(text, syntax: syntax)
    }
    #expect(
      error.description
        == "Line 2 on the same line as line 1 at character \(place). Put each numbered line on a line "
        + "of its own.")
  }

  @Test(arguments: ["1. peer* 2. lay people 3. 1 AND 2", "#1 peer OR a #2 lay #3 #1 AND #2"])
  func `a query of lines in peerlit's own language on one line is an error`(text: String) throws {
    let error = try #require(throws: QueryError.self) { try QueryParser().parse(text) }
    #expect(error.description.hasPrefix("Line 2 on the same line as line 1 at character "))
  }

  @Test func `plain words in joined lines are searched, with a note`() throws {
    #expect(
      try QueryParser().parse("1. peer 2. lay 3. 1 and 2").notes.first
        == "Line 2 on the same line as line 1 at character 9. Searched as plain words.")
  }

  @Test(arguments: [
    "1. peer 2. lay people", "1 year 2 groups 3 AND 4", "phase 1 OR phase 2 AND 3",
    "1. Introduction 2. Methods 3. Results",
  ])
  func `numbers without a combination are words`(text: String) throws {
    let notes = try QueryParser().parse(text).notes
    #expect(!notes.contains { $0.contains("on the same line") })
  }

  @Test(arguments: [
    ("1. peer.ti. and (type 2 diabetes).ti.\n2. lay.ti.", QuerySyntax.ovid),
    ("#1 peer[ti] 2 step*[ti]\n#2 lay[ti]", .pubmed),
    ("#1 peer[ti] S2 cells[ti]\n#2 lay[ti]", .pubmed),
    ("1\tpeer.ti.\t2\tAdvanced\n2\tlay.ti.\t3\tAdvanced", .ovid),
  ])
  func `numbers inside a line are not those of other lines`(
    text: String, syntax: QuerySyntax
  ) throws {
    #expect(try StrategyReader().read(text, syntax: syntax).lines.map(\.number) == [1, 2])
  }

  @Test(arguments: [
    "1. peer.ti.\n2. lay.ti.\n3. 1 and 2\nEmbase\n1. peer.ti.\n2. lay.ti.\n3. 1 and 2",
    "1 peer.ti.\n2 lay.ti.\n3 1 and 2\nEmbase\n1 peer.ti.\n2 lay.ti.\n3 1 and 2",
    "#3 1 and 2\n#2 lay.ti.\n#1 peer.ti.\nEmbase\n#3 1 and 2\n#2 lay.ti.\n#1 peer.ti.",
  ])
  func `the searches of two databases are an error`(text: String) throws {
    let error = try #require(throws: QueryError.self) {
      try StrategyReader().read(text, syntax: .ovid)
    }
    let number = text.hasPrefix("#3") ? 3 : 1
    #expect(
      error.description
        == "Second line with the number \(number) at line 5, character 1. Paste the search of one "
        + "database at a time, or give each line a different number.")
  }

  @Test func `a second database between lines without numbers is an error`() throws {
    let text = "MEDLINE (Ovid)\npeer.ti.\nlay.ti.\n1 and 2\nEmbase (Ovid)\npeer.ti.\n1 and 2"
    let error = try #require(throws: QueryError.self) { try StrategyReader().read(text) }
    #expect(
      error.description
        == "A second database, “Embase (Ovid)”, at line 5, character 1. Paste the search of one "
        + "database at a time.")
    // Before and after the lines, it is the same.
    let strategy = try StrategyReader().read(
      "Ovid MEDLINE\nMEDLINE (Ovid)\npeer.ti.\nlay.ti.\n1 and 2\nMEDLINE, 3 May 2023")
    #expect(lines(strategy) == Self.searches)
  }

  // MARK: A single line

  @Test(arguments: [
    ("1 Peer Group/ or peer.ti.", QuerySyntax.ovid, "1: subject:\"Peer Group\" OR title:peer"),
    ("1 exp Peer Group/", .ovid, "1: subject:\"Peer Group\""),
    ("3 exp Peer Group/ or lay.ti.", .ovid, "3: subject:\"Peer Group\" OR title:lay"),
    ("1 (peer).ti.", .ovid, "1: title:peer"), ("1 TI peer", .ebsco, "1: title:peer"),
    ("1 TI=(peer)", .wos, "1: title:peer"), ("1 TITLE(peer)", .scopus, "1: title:peer"),
    ("1 (peer[ti])", .pubmed, "1: title:peer"), ("1 \"peer\"[ti]", .pubmed, "1: title:peer"),
  ])
  func `the number of a single line before what begins a search`(
    text: String, syntax: QuerySyntax, expected: String
  ) throws {
    let strategy = try StrategyReader().read(text, syntax: syntax)
    #expect(lines(strategy) == [expected])
    #expect(try QueryParser().parse(text, syntax: syntax).queryText == expected.dropFirst(3))
  }

  @Test(arguments: [
    ("1 year mortality.ti.", QuerySyntax.ovid, "1: title:\"1 year mortality\"", "1"),
    ("1 peer[ti]", .pubmed, "1: title:\"1 peer\"", "1"),
    ("12 Peer Group/", .ovid, "1: subject:\"12 Peer Group\"", "12"),
    ("12 step.ti.", .ovid, "1: title:\"12 step\"", ""),
    ("5 year survival.ti.", .ovid, "1: title:\"5 year survival\"", ""),
  ])
  func `a number that may be that of a single line is searched, with a note`(
    text: String, syntax: QuerySyntax, expected: String, number: String
  ) throws {
    let strategy = try StrategyReader().read(text, syntax: syntax)
    #expect(lines(strategy) == [expected])
    let note =
      "“\(number)” at the beginning is searched. If it is the number of the line, write "
      + "“\(number).”."
    #expect(strategy.lines[0].query.notes == (number.isEmpty ? [] : [note]))
  }

  // MARK: Bullets and labels

  @Test(arguments: [
    "□ 1 peer.ti.\n□ 2 lay.ti.\n□ 3 1 and 2", "• 1. peer.ti.\n• 2. lay.ti.\n• 3. 1 and 2",
    "\u{F0B7} 1 peer.ti.\n\u{F0B7} 2 lay.ti.\n\u{F0B7} 3 1 and 2",
    "- 1. peer.ti.\n- 2. lay.ti.\n- 3. 1 and 2", "* #1 peer[ti]\n* #2 lay[ti]\n* #3 #1 AND #2",
    "(1) peer.ti.\n(2) lay.ti.\n(3) 1 and 2", "(1) peer[ti]\n(2) lay[ti]\n(3) (1) AND (2)",
    "Line 1: peer.ti.\nLine 2: lay.ti.\nLine 3: 1 and 2",
    "Search 1: peer.ti.\nSearch 2: lay.ti.\nSearch 3: Search 1 and Search 2",
    "Line 1. peer[ti]\nLine 2. lay[ti]\nLine 3. #1 AND #2",
    "Search 1 peer.ti.\nSearch 2 lay.ti.\nSearch 3 1 and 2",
    "Set 1 peer.ti.\nSet 2 lay.ti.\nSet 3 Set 1 and Set 2",
    "L1 peer.ti.\nL2 lay.ti.\nL3 L1 and L2", "L1. peer[ti]\nL2. lay[ti]\nL3. (L1) AND L2",
  ])
  func `bullets and words before numbers`(text: String) throws {
    let strategy = try StrategyReader().read(text)
    #expect(lines(strategy) == Self.searches)
    #expect(strategy.notes.isEmpty)
  }

  @Test func `a vertebra is no reference to a line`() throws {
    let strategy = try StrategyReader().read(
      "L1 (L4 or L5).ti.\nL2 vertebra L1.ti.\nL3 L1 and L2", syntax: .ovid)
    #expect(
      lines(strategy) == [
        "1: title:(L4 OR L5)", "2: title:\"vertebra L1\"",
        "3: title:(L4 OR L5) AND title:\"vertebra L1\"",
      ])
  }

  @Test func `numbered headings are not searches`() throws {
    let strategy = try StrategyReader().read(
      "Search 1: peers\npeer.ti.\nSearch 2: lay people\nlay.ti.\n1 and 2", syntax: .ovid)
    #expect(lines(strategy) == Self.searches)
    #expect(strategy.notes.count == 2)
  }

  @Test(arguments: [
    ("a. peer.ti.\nb. lay.ti.", "“a” as the number of a line at line 1, character 1."),
    ("Terms:\ni) peer.ti.\nii) lay.ti.", "“i” as the number of a line at line 2, character 1."),
    (
      "Population:\nOutcomes:",
      "Only headings and comments, such as “Population:”, at line 1, character 1."
    ),
  ])
  func `letters as numbers, and only headings, are errors`(text: String, message: String) throws {
    let error = try #require(throws: QueryError.self) {
      try StrategyReader().read(text, syntax: .ovid)
    }
    #expect(error.description.hasPrefix(message))
  }
}
