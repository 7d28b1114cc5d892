import Query
import Testing

/// Operators that are joined to a word, because a space is missing.
struct MissingSpaceTests {
  @Test(
    arguments: [
      ("1or 2", .ovid, "1or", "1 or"), ("1 or2", .ovid, "or2", "or 2"),
      ("1or2", .ovid, "1or2", "1 or 2"), ("1&2", .ovid, "1&2", "1 and 2"),
      ("1AND 2", .ovid, "1AND", "1 AND"), ("#1OR #2", .pubmed, "#1OR", "#1 OR"),
      ("#1 OR#2", .pubmed, "OR#2", "OR #2"), ("#1AND#2", .wos, "#1AND#2", "#1 AND #2"),
      ("#1AND #2", .scopus, "#1AND", "#1 AND"), ("S1OR S2", .ebsco, "S1OR", "S1 OR"),
      ("1AND 2", .peerlit, "1AND", "1 AND"),
      ("1 AND2", .peerlit, "AND2", "AND 2"), ("#1AND#2", .peerlit, "#1AND#2", "#1 AND #2"),
    ] as [(String, QuerySyntax, String, String)])
  func `references to lines without spaces are errors`(
    line: String, syntax: QuerySyntax, word: String, separated: String
  ) throws {
    let lines: [QuerySyntax: String] = [
      .ovid: "1. peer.ti.\n2. lay.ti.\n3. ", .pubmed: "#1 peer[ti]\n#2 lay[ti]\n#3 ",
      .wos: "#1 TI=peer\n#2 TI=lay\n#3 ", .scopus: "#1 TITLE(peer)\n#2 TITLE(lay)\n#3 ",
      .ebsco: "S1 TI peer\nS2 TI lay\nS3 ", .peerlit: "1. peer\n2. lay\n3. ",
    ]
    let error = try #require(throws: QueryError.self) {
      try StrategyReader().read((lines[syntax] ?? "") + line, syntax: syntax)
    }
    #expect(error.description.hasPrefix("Missing space in “\(word)” at line 3, character "))
    #expect(
      error.description.hasSuffix(
        "Write \(separated). To search for the word, put it in quotation marks."))
  }

  @Test(
    arguments: [
      ("(peer adj3support).ti.", .ovid, "adj3 support"),
      ("(peeradj3 support).ti.", .ovid, "peer adj3"),
      ("peer$or lay$.ti.", .ovid, "peer$ or"), ("peer* ANDlay.ti.", .ovid, "AND lay"),
      ("TI (peer N3support*)", .ebsco, "N3 support*"), ("TI (peerN3 support)", .ebsco, "peer N3"),
      ("TI peer*AND TI lay*", .ebsco, "peer* AND"), ("peer*OR lay*[ti]", .pubmed, "peer* OR"),
      ("TI=(peerNEAR/3 support)", .wos, "peer NEAR/3"), ("TI=(peerAND lay)", .wos, "peer AND"),
      ("TITLE(peer*OR lay)", .scopus, "peer* OR"), ("peer*OR lay* AND hiv", .peerlit, "peer* OR"),
      ("peer AND (lay ORhiv)", .peerlit, "OR hiv"),
      ("title:a peerNEAR/3 b", .peerlit, "peer NEAR/3"),
    ] as [(String, QuerySyntax, String)])
  func `operators without spaces are errors`(
    text: String, syntax: QuerySyntax, separated: String
  ) throws {
    let error = try #require(throws: QueryError.self) {
      try QueryParser().parse(text, syntax: syntax)
    }
    #expect(error.description.hasPrefix("Missing space in “"))
    #expect(
      error.description.hasSuffix(
        "Write \(separated). To search for the word, put it in quotation marks."))
  }

  @Test func `an operator without a space in plain words has a note`() throws {
    #expect(
      try QueryParser().parse("peerOR lay").notes
        == ["“peerOR” is searched as a word. For an operator, write peer OR."])
  }

  @Test(
    arguments: [
      ("(mentor* or navigator).ti.", .ovid), ("(doct?or or tum?or).ti.", .ovid),
      ("N95 masks.ti.", .ovid), ("TI (W3C N3 standard)", .ebsco),
      ("SENSOR AND DOCTOR", .peerlit), ("ORs AND hiv", .peerlit), ("NOTCH1 AND hiv", .peerlit),
      ("\"peerOR\" AND hiv", .peerlit), ("ANDROGEN[ti] AND band[ti]", .pubmed),
    ] as [(String, QuerySyntax)])
  func `words that end or begin like an operator are words`(
    text: String, syntax: QuerySyntax
  ) throws {
    _ = try QueryParser().parse(text, syntax: syntax)
  }

  // MARK: References without a mark, in peerlit's own language

  @Test(arguments: [
    ("1 AND year:2010..2022", "peer* year:2010..2022"), ("1 NOT child*", "peer* NOT child*"),
    ("(1 OR 2) AND hiv", "(peer* OR lay) AND hiv"), ("hiv AND 2", "hiv AND lay"),
    ("hiv AND (1 OR 2)", "hiv AND (peer* OR lay)"),
  ])
  func `a number beside an operator is a line`(line: String, expected: String) throws {
    let strategy = try StrategyReader().read("1. peer*\n2. lay\n3. \(line)", syntax: .peerlit)
    let query = try #require(strategy.lines.last?.query)
    #expect(query.queryText == expected)
    #expect(query.notes.first?.contains("read as line") == true)
  }

  @Test(arguments: [
    "type 2 AND hiv", "type 1 OR 2", "1 OR 2 years", "title:(1 OR 2) AND hiv", "\"1 AND 2\" OR hiv",
    "9 AND hiv", "phase 1 AND hiv", "1 and hiv",
  ])
  func `other numbers are words`(line: String) throws {
    let strategy = try StrategyReader().read("1. peer*\n2. lay\n3. \(line)", syntax: .peerlit)
    let query = try #require(strategy.lines.last?.query)
    #expect(!query.queryText.contains("peer*"))
    #expect(query.notes.allSatisfy { !$0.contains("read as line") })
  }
}
