import Query
import Testing

/// Limits and filters on lines of strategies.
struct StrategyLimitTests {
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
    #expect(try StrategyReader().numbered(text, syntax) == ["1: \(expected)"])
    // The same as a query.
    #expect(try QueryParser().parse(text, syntax: syntax).queryText == expected)
    // A search after them is another line.
    let more = syntax == .wos ? "TI=lay" : syntax == .ebsco ? "TI lay" : "lay[ti]"
    #expect(
      try StrategyReader().numbered(text + "\n" + more, syntax) == [
        "1: \(expected)", "2: title:lay",
      ])
  }

  @Test(arguments: ["..l/ 1 yr=2010-2020", "l/ 1 yr=2010-2020", "limit 1 to yr=2010-2020"])
  func `older limits of Ovid are read`(line: String) throws {
    let found = try StrategyReader().numbered("1. peer.ti.\n2. \(line)", .ovid)
    #expect(found.last == "2: title:peer year:2010..2020")
  }

  @Test(arguments: ["1 peer.ti.\n2 ..l/ 1 yr=2010", "1. peer.ti.\n2...l/ 1 yr=2010"])
  func `full stops of a command are not those of its number`(text: String) throws {
    let line = try StrategyReader().read(text, syntax: .ovid).lines.last
    #expect(line?.text == "..l/ 1 yr=2010")
    #expect(line?.query.queryText == "title:peer year:2010")
  }

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
}
