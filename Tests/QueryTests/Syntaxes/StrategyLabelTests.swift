import Query
import Testing

/// Searches with a label before them.
struct StrategyLabelTests {
  @Test(arguments: [
    ("Scopus:", "TITLE(peer)", QuerySyntax.scopus), ("Web of Science:", "TI=(peer)", .wos),
    ("Web of Science Core Collection -", "TI=peer", .wos), ("PubMed:", "peer[ti]", .pubmed),
    ("PubMed/MEDLINE:", "(peer[ti])", .pubmed), ("MEDLINE (Ovid):", "(peer).ti.", .ovid),
    ("Medline via Ovid:", "peer.ti.", .ovid), ("Embase:", "peer.ti.", .ovid),
    ("CINAHL:", "TI (peer)", .ebsco), ("Query:", "peer[ti]", .pubmed),
    ("Search string:", "peer[ti]", .pubmed), ("Population:", "(peer)[ti]", .pubmed),
    ("Population:", "peer.ti.", .ovid), ("P:", "peer[ti]", .pubmed),
    ("Concept 1:", "peer[ti]", .pubmed), ("Concept 2 (peers):", "peer[ti]", .pubmed),
    ("Concept B:", "(peer[ti])", .pubmed), ("Keywords:", "peer[ti]", .pubmed),
    ("MeSH terms:", "(peer[ti])", .pubmed), ("Free text:", "peer.ti.", .ovid),
    ("Title/abstract:", "peer[ti]", .pubmed), ("Full search strategy:", "peer[ti]", .pubmed),
    ("Peer terms:", "(peer[ti])", .pubmed), ("Mental health keywords:", "peer[ti]", .pubmed),
    ("Study design search terms:", "peer.ti.", .ovid),
    ("Search strategy for PubMed (2 May 2021):", "peer[ti]", .pubmed), ("WoS:", "TI=peer", .wos),
  ])
  func `a label before a search is skipped`(
    label: String, search: String, syntax: QuerySyntax
  ) throws {
    let skipped = "“\(label)” is not part of the strategy and was skipped."
    let text = "\(label) \(search)"
    let strategy = try StrategyReader().read(text)
    #expect(strategy.syntax == syntax)
    #expect(strategy.lines.map(\.query.queryText) == ["title:peer"])
    #expect(strategy.notes == [skipped])
    let query = try QueryParser().parse(text)
    #expect(query.queryText == "title:peer")
    #expect(query.notes.contains(skipped))
  }

  @Test(arguments: [
    "1. Population: peer.ti.\n2. Intervention: lay.ti.\n3. 1 and 2",
    "Population: peer.ti.\nIntervention: lay.ti.\n1 and 2",
    "P: peer[ti]\nI: lay[ti]\nCombined: #1 AND #2",
    "Concept 1: (peer[ti])\nConcept 2: lay[ti]\n#1 AND #2",
    "Population: title:peer\nIntervention: title:lay\n#1 AND #2",
    "EBSCO Concept 1: TI peer\nConcept 2: TI lay\n1 AND 2",
    "Concept 1: TI peer\nConcept 2: TI lay\n1 AND 2",
    "Concept 1: peer.TI.\nConcept 2: lay.TI.\n1 AND 2",
  ])
  func `labels of lines are skipped`(text: String) throws {
    let strategy = try StrategyReader().read(text)
    #expect(
      strategy.lines.map(\.query.queryText) == [
        "title:peer", "title:lay", "title:peer AND title:lay",
      ])
    #expect(
      strategy.notes.count { $0.hasSuffix(":” is not part of the strategy and was skipped.") } > 1)
  }

  @Test func `labels of terms in peerlit's own language are skipped`() throws {
    #expect(
      try StrategyReader().numbered(
        "Peer terms: \"peer support\"\nStudy terms: trial OR random*\n#1 AND #2") == [
          "1: \"peer support\"", "2: trial OR random*",
          "3: \"peer support\" AND (trial OR random*)",
        ])
  }

  @Test(arguments: [
    ("Search string: (peer OR lay) AND hiv", "Search string:"),
    ("PubMed: (peer OR lay) AND hiv", "PubMed:"),
    ("Population: (peer OR lay) AND hiv", "Population:"),
  ])
  func `a label before a query in peerlit's own language is skipped`(
    text: String, label: String
  ) throws {
    let query = try QueryParser().parse(text)
    #expect(query.queryText == "(peer OR lay) AND hiv")
    #expect(query.notes == ["“\(label)” is read as a label and is not searched."])
    let error = try #require(throws: QueryError.self) { try QueryParser().parse(text + ")") }
    #expect(
      error.description.hasPrefix("Unmatched “)” at character \(text.count + 1)."))
  }

  @Test(arguments: [
    "Peer support: (peer OR lay) AND hiv", "Population: peer AND hiv", "Setting: (peer or lay)",
  ])
  func `other words before a colon are searched`(text: String) throws {
    #expect(try QueryParser().parse(text).notes.allSatisfy { !$0.contains("is read as a label") })
  }

  @Test(arguments: [
    "Concept 1: peers\nConcept 2: lay people\n1 AND 2",
    "Concept 1 (who): peers\nConcept 2 (who): lay people\n#1 AND #2",
    "Search 1: peers\nSearch 2: lay people\n1 AND 2",
  ])
  func `concepts with words and a line that combines them are lines`(text: String) throws {
    #expect(
      try StrategyReader().numbered(text) == [
        "1: peers", "2: lay people", "3: peers AND (lay people)",
      ])
    #expect(StrategyReader.isStrategy(text))
  }

  @Test func `concepts before the lines of a search are headings`() throws {
    let strategy = try StrategyReader().read(
      "Concept 1: peers\npeer[ti]\nConcept 2: lay people\nlay[ti]\n#1 AND #2")
    #expect(
      strategy.lines.map(\.query.queryText) == [
        "title:peer", "title:lay", "title:peer AND title:lay",
      ])
  }

  @Test(arguments: [
    ("Concept 1: peer[ti]\nConcept 2: lay[ti]", "Concept 1 AND Concept 2", true),
    ("P: peer[ti]\nI: lay[ti]", "P AND I", true),
    ("Population:\npeer[ti]\nIntervention:\nlay[ti]", "Population AND Intervention", true),
    ("# Concept 1\npeer.ti.\n# Concept 2\nlay.ti.", "Concept 1 and Concept 2", true),
    ("Population: peer[ti]\nIntervention: lay[ti]", "Population AND recovery", false),
    ("Population: peer[ti]\nIntervention: lay[ti]", "Population", false),
  ])
  func `a line of names of labels is searched as words, with a note`(
    labelled: String, names: String, hasNote: Bool
  ) throws {
    let strategy = try StrategyReader().read("\(labelled)\n\(names)")
    #expect(strategy.lines.count == 3)
    let note = "“\(names)” is searched as words. To combine lines, write their numbers."
    #expect(strategy.lines.last?.query.notes.contains(note) == hasNote)
  }

  @Test func `a label inside a wrapped search is skipped`() throws {
    let query = try QueryParser().parse(
      "Population: (peer[ti])\nAND Intervention: (lay[ti])\nNOT\nOutcome: hiv[ti]")
    #expect(query.queryText == "title:peer AND title:lay AND NOT title:hiv")
    #expect(query.notes.count { $0.hasSuffix("was skipped.") } == 3)
  }

  @Test(arguments: [
    // In Ovid, a colon truncates a word.
    ("outcome: adj2 measure.ti.", QuerySyntax.ovid, "title:(outcome* NEAR/1 measure)"),
    ("Population: or lay.ti.", .ovid, "Population* OR title:lay"),
    ("\"Peers: impact\"[ti]", .pubmed, "title:\"Peers impact\""),
    ("C:N ratio[ti]", .pubmed, "title:\"C N ratio\""), ("Search: peer[ti]", .pubmed, "title:peer"),
    ("TITLE: (peer)", .wos, "title:peer"),
    ("peer[ti] AND \"control: placebo\"[ti]", .pubmed, "title:peer AND title:\"control placebo\""),
  ])
  func `other words before a colon are no labels`(
    text: String, syntax: QuerySyntax, expected: String
  ) throws {
    let strategy = try StrategyReader().read(text, syntax: syntax)
    #expect(strategy.lines.map(\.query.queryText) == [expected])
    #expect(strategy.notes.isEmpty)
    #expect(strategy.lines.allSatisfy { $0.query.notes.isEmpty })
  }

  @Test func `a label that may begin a title is one if other lines have labels`() throws {
    let strategy = try StrategyReader().read(
      "1. Population: lay people.ti.\n2. Intervention: peer support.ti.\n3. 1 and 2",
      syntax: .ovid)
    #expect(
      strategy.lines.map(\.query.queryText) == [
        "title:\"lay people\"", "title:\"peer support\"",
        "title:\"lay people\" AND title:\"peer support\"",
      ])
    let single = try StrategyReader().read("Patients: partners in care[ti]", syntax: .pubmed)
    #expect(single.lines.map(\.query.queryText) == ["title:\"Patients partners in care\""])
    #expect(
      single.lines.first?.query.notes == [
        "“Patients:” before the search is searched as words. If it is a label, delete it."
      ])
    let capitals = try StrategyReader().read("1. PATIENTS: PARTNERS IN CARE.TI.", syntax: .ovid)
    #expect(capitals.notes.isEmpty)
    #expect(
      capitals.lines.first?.query.notes.contains(
        "“PATIENTS:” before the search is searched as words. If it is a label, delete it.") == true)
  }

  @Test(arguments: [
    ("COVID-19: TI=(peer)", QuerySyntax.wos), ("COVID-19: (TI=peer)", .wos),
    ("Peer support: (peer[ti])", .pubmed),
    ("Lay people: TITLE(peer)", .scopus),
  ])
  func `words that may be a label are searched, with a note`(
    text: String, syntax: QuerySyntax
  ) throws {
    let strategy = try StrategyReader().read(text, syntax: syntax)
    #expect(strategy.notes.isEmpty)
    let label = text.prefix { $0 != ":" }
    #expect(
      strategy.lines.first?.query.notes == [
        "“\(label):” before the search is searched as words. If it is a label, delete it."
      ])
    #expect(strategy.lines.first?.query.queryText.hasSuffix("AND title:peer") == true)
  }
}
