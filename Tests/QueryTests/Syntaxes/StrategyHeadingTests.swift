import Query
import Testing

/// Headings, comments and captions in strategies, and lines that continue on the next.
struct StrategyHeadingTests {
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
}
