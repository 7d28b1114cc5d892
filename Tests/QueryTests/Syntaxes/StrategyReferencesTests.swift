import Query
import Testing

/// References to lines, with what authors write after them.
struct StrategyReferencesTests {
  private static let searches: [QuerySyntax: [String]] = [
    .ovid: ["1. peer.ti.", "2. lay.ti.", "3. "], .pubmed: ["#1 peer[ti]", "#2 lay[ti]", "#3 "],
    .wos: ["#1 TI=peer", "#2 TI=lay", "#3 "], .scopus: ["#1 TITLE(peer)", "#2 TITLE(lay)", "#3 "],
    .ebsco: ["S1 TI peer", "S2 TI lay", "S3 "],
    .peerlit: ["1. title:peer", "2. title:lay", "3. "],
  ]

  private func last(_ line: String, _ syntax: QuerySyntax) throws -> Query? {
    let text = Self.searches[syntax, default: []].joined(separator: "\n") + line
    return try StrategyReader().read(text, syntax: syntax).lines.last?.query
  }

  @Test(arguments: [
    ("1 or 2.", QuerySyntax.ovid), ("1 or 2;", .ovid), ("1 or 2,", .ovid), ("1 or 2 .", .ovid),
    ("(1 or 2).", .ovid), ("or/1-2.", .ovid), ("or/1-2;", .ovid), ("or/1,2.", .ovid),
    ("1 or 2 [Population]", .ovid), ("1 or 2 [Population].", .ovid),
    ("(1 or 2) [Population]", .ovid), ("or/1-2 [Population]", .ovid),
    ("1 or 2 = 12", .ovid), ("1 or 2: 12", .ovid), ("1 or 2 : 12", .ovid),
    ("1 or 2. 12", .ovid), ("1 or 2 [Population] 12", .ovid), ("or/1-2 = 345", .ovid),
    ("#1 OR #2.", .pubmed), ("#1 OR #2,", .pubmed), ("#1 OR #2: 12", .pubmed),
    ("#1 OR #2 = 12", .pubmed), ("1 OR 2.", .pubmed),
    ("#1 OR #2.", .wos), ("#1 OR #2;", .wos), ("#1 OR #2 = 12", .wos),
    ("#1 OR #2.", .scopus), ("#1 OR #2 = 12", .scopus),
    ("S1 OR S2.", .ebsco), ("S1 OR S2;", .ebsco), ("S1 OR S2 = 12", .ebsco),
    ("(S1 OR S2).", .ebsco),
    ("1 or 2.", .peerlit), ("1 or 2 [Population]", .peerlit), ("or/1-2.", .peerlit),
    ("1 or 2 = 12", .peerlit),
    // As in the Cochrane Library.
    ("{or #1-#2}", .peerlit), ("{OR #1, #2}", .peerlit), ("{or 1-2} 345", .peerlit),
    ("{or #1-#2}", .ovid), ("{or #1-#2}", .pubmed), ("{or #1-#2}", .wos), ("{or #1,#2}", .scopus),
    ("{OR S1-S2}", .ebsco), ("{or #1 #2}", .peerlit), ("{or 1 - 2}", .peerlit),
    ("{or #1 #2}", .ovid), ("{or #1 #2}", .pubmed), ("{or #1 #2}", .scopus),
    // PubMed accepts operators in lower case as well.
    ("#1 or #2", .pubmed), ("1 or 2", .pubmed), ("(#1 or #2)", .pubmed), ("#1 or lay[ti]", .pubmed),
    ("peer[ti] or #2", .pubmed), ("1 or lay[ti]", .pubmed),
    ("#1 or #2", .wos), ("#1 or #2", .scopus), ("s1 or s2", .ebsco),
  ])
  func `punctuation, counts and comments after a reference`(line: String, syntax: QuerySyntax)
    throws
  {
    let query = try #require(try last(line, syntax))
    #expect(query.queryText == "title:peer OR title:lay")
    #expect(query.notes.isEmpty)
  }

  // MARK: Words before numbers, and combinations without a number

  @Test(
    arguments: [
      ("search 1 OR search 2", .ovid), ("Search 1 or 2", .ovid), ("line #1 or line #2", .ovid),
      ("(set 1 or set 2) 345", .ovid), ("search 1 or lay.ti.", .ovid), ("lines 1 or 2.", .ovid),
      ("search 1 OR search 2", .pubmed), ("query #1 OR query #2", .pubmed),
      ("search 1 OR search 2", .wos), ("search 1 OR search 2", .scopus),
      ("search 1 OR search 2", .ebsco), ("search 1 OR search 2", .peerlit),
    ] as [(String, QuerySyntax)])
  func `words before the numbers of lines are no terms`(line: String, syntax: QuerySyntax) throws {
    #expect(try last(line, syntax)?.queryText == "title:peer OR title:lay")
  }

  @Test(
    arguments: [
      ("search 1", "title:peer"), ("line 2 therapy.ti.", "title:\"line 2 therapy\""),
      ("first line 2.ti.", "title:\"first line 2\""), ("set 9.ti.", "title:\"set 9\""),
      (
        "(search 1 or search 2) not hiv.ti.",
        "(title:peer OR title:lay) AND NOT title:hiv"
      ),
    ])
  func `a word and a number are a reference only as an operand`(
    line: String, expected: String
  ) throws {
    #expect(try last(line, .ovid)?.queryText == expected)
  }

  @Test(arguments: [
    ("1. peer.ti.\n2. lay.ti.\n1 AND 2", "1 AND 2"),
    ("1. peer.ti.\n2. lay.ti. 345\nand/1-2", "and/1-2"),
    ("#1 peer[ti]\n#2 lay[ti]\n#1 AND #2", "#1 AND #2"),
    ("S1 TI peer\nS2 TI lay\nS1 AND S2", "S1 AND S2"),
    ("1. title:peer\n2. title:lay\n1 AND 2", "1 AND 2"),
    ("1. peer.ti.\n2. lay.ti.\n(1 and 2) 345", "(1 and 2) 345"),
    ("Search 1: peer[ti]\nSearch 2: lay[ti]\nSearch 1 AND Search 2", "1 AND 2"),
  ])
  func `a combination without a number is the next line`(text: String, line: String) throws {
    let strategy = try StrategyReader().read(text)
    #expect(
      strategy.lines.map { "\($0.number): \($0.query.queryText)" } == [
        "1: title:peer", "2: title:lay", "3: title:peer AND title:lay",
      ])
    #expect(
      strategy.lines.last?.query.notes.first
        == "“\(line)”, which has no number, is read as line 3.")
  }

  @Test(arguments: [
    (
      "1 peer.ti.\n2 (line 1 or line 2).ti.",
      ["1: title:peer", "2: title:(\"line 1\" OR \"line 2\")"]
    ),
    (
      "Search 1\npeer.ti.\nSearch 2\nlay.ti.\nSearch 1 AND Search 2",
      ["1: title:peer", "2: title:lay", "3: title:peer AND title:lay"]
    ),
  ])
  func `words before numbers that are no references stay`(
    text: String, expected: [String]
  ) throws {
    #expect(try StrategyReader().numbered(text, .ovid) == expected)
  }

  @Test func `a wrapped term with numbers is no line`() throws {
    let strategy = try StrategyReader().read(
      "1. hiv\n2. diabetes type\n1 or 2\n3. 1 AND 2", syntax: .peerlit)
    #expect(strategy.lines.map(\.number) == [1, 2, 3])
  }

  @Test(arguments: [
    "Search 1: peer[ti]\nSearch 2: lay[ti]\nSearch 1 AND Search 2",
    "peer[ti]\nlay[ti]\nsearch 1 AND search 2",
  ])
  func `words before numbers in lines without numbers`(text: String) throws {
    #expect(
      try StrategyReader().numbered(text) == [
        "1: title:peer", "2: title:lay", "3: title:peer AND title:lay",
      ])
  }

  @Test(arguments: [
    ("#1 AND #2 [Population]", QuerySyntax.wos), ("#1 AND #2 [Population]", .scopus),
    ("S1 AND S2 [Population]", .ebsco), ("(S1 AND S2) [Population]", .ebsco),
  ])
  func `a comment in brackets is named where the platform has none`(
    line: String, syntax: QuerySyntax
  ) throws {
    let query = try #require(try last(line, syntax))
    #expect(query.queryText == "title:peer AND title:lay")
    #expect(query.notes == ["“[Population]” is read as a comment and is not searched."])
  }

  @Test(arguments: [
    ("S1 AND S2 Population", QuerySyntax.ebsco, "No operator after the reference “S2”"),
    ("#1 AND #2 [Population]", .pubmed, "Unknown field tag “[Population]”"),
    ("1 or 2 (Population)", .ovid, "Missing operator"),
  ])
  func `other words after a reference are an error`(
    line: String, syntax: QuerySyntax, problem: String
  ) throws {
    let error = try #require(throws: QueryError.self) { try last(line, syntax) }
    #expect(error.description.hasPrefix(problem))
  }

  @Test(arguments: [
    ("1 or 2 year follow-up.ti.", QuerySyntax.ovid, "title:peer OR title:\"2 year follow up\"")
  ])
  func `a number before a word is a word, with a note after other references`(
    line: String, syntax: QuerySyntax, expected: String
  ) throws {
    let query = try #require(try last(line, syntax))
    #expect(query.queryText == expected)
    #expect(
      query.notes == [
        "“2” before “year” is searched as a word. If it is a reference to a line, write an operator "
          + "after it, or put a comment in square brackets."
      ])
  }

  @Test(arguments: [
    ("OR 1-2", QuerySyntax.ovid, "Write or/1-2."), ("or 1, 2", .ovid, "Write or/1,2."),
    ("1 or/2", .ovid, "Write or/1,2."), ("and 1-2", .ovid, "Write and/1-2."),
    ("1-2", .ovid, "Write or/1-2 or and/1-2."), ("1 + 2", .ovid, "Write or/1,2 or and/1,2."),
    ("1+2", .ovid, "Write or/1,2 or and/1,2."), ("1 2", .ovid, "Write or/1,2 or and/1,2."),
    (
      "#1 #2", .pubmed, "Write each line and the operators between them: #1 AND #2."
    ),
    ("#1 + #2", .pubmed, "Write each line and the operators between them: #1 AND #2."),
    ("OR #1-#2", .wos, "Write each line and the operators between them: #1 OR #2."),
    ("S1-S2", .ebsco, "Write each line and the operators between them: S1 AND S2."),
    ("1 + 2", .peerlit, "Write each line and the operators between them: #1 AND #2."),
    ("1 & 2", .peerlit, "Write each line and the operators between them: #1 AND #2."),
    ("1, 2", .peerlit, "Write each line and the operators between them: #1 AND #2."),
  ])
  func `a combination of lines with a slip is an error`(
    line: String, syntax: QuerySyntax, fix: String
  ) throws {
    let error = try #require(throws: QueryError.self) { try last(line, syntax) }
    #expect(
      error.description
        == "Invalid combination of lines “\(line)” at line 3, character 4. \(fix)")
  }

  @Test(arguments: [
    ("#1 AND #2 hiv[ti]", QuerySyntax.pubmed, 11), ("peer[ti] #2", .pubmed, 13),
    ("hiv #2 people[ti]", .pubmed, 8), ("TI=peer #2", .wos, 12), ("TITLE(peer) #2", .scopus, 16),
  ])
  func `a reference beside words is an error`(
    line: String, syntax: QuerySyntax, place: Int
  ) throws {
    let error = try #require(throws: QueryError.self) { try last(line, syntax) }
    #expect(
      error.description
        == "No operator beside the reference “#2” at line 3, character \(place). Write AND, OR or NOT "
        + "between it and the words, or put the words in quotation marks.")
  }

  @Test func `a plus between lines beside a term is an error`() throws {
    let error = try #require(throws: QueryError.self) { try last("(1 + 2) and hiv.ti.", .ovid) }
    #expect(
      error.description
        == "Invalid combination of lines “1 + 2” at line 3, character 5. Write AND or OR between "
        + "the lines.")
    let query = try #require(try last("2 + 1 regimen.ti.", .ovid))
    #expect(query.queryText == "title:\"2 1 regimen\"")
  }

  @Test(arguments: [
    ("{or #1-#2} AND hiv", "(title:peer OR title:lay) AND hiv"),
    ("{or #1 #2} AND hiv", "(title:peer OR title:lay) AND hiv"),
    ("hiv AND {and #1-#2}", "hiv AND title:peer AND title:lay"), ("{and #1}", "title:peer"),
  ])
  func `a list of lines in braces beside a term`(line: String, expected: String) throws {
    #expect(try last(line, .peerlit)?.queryText == expected)
  }

  @Test(arguments: [QuerySyntax.ovid, .pubmed, .wos, .scopus, .ebsco, .peerlit])
  func `a list of lines in braces may be long`(syntax: QuerySyntax) throws {
    let list = Array(repeating: "#1, #2", count: 40).joined(separator: ", ")
    let query = try #require(try last("{or \(list)}", syntax))
    #expect(query.queryText.hasPrefix("title:peer OR title:lay"))
  }

  @Test func `a list of lines that are missing is an error`() throws {
    let error = try #require(throws: QueryError.self) { try last("{or #1-#8} AND hiv", .peerlit) }
    #expect(error.description.hasPrefix("Reference to "))
    let alone = try #require(throws: QueryError.self) { try QueryParser().parse("{and #1-#2}") }
    #expect(alone.description.hasPrefix("The query only refers to other lines"))
  }

  // MARK: Operators in lower case

  @Test(arguments: [
    ("#1 not #2", "title:peer AND NOT title:lay"),
    ("#1 and not #2", "title:peer AND NOT title:lay"),
    ("#1 and not lay[ti]", "title:peer AND NOT title:lay"),
    ("(#1 or #2) and not work[ti]", "(title:peer OR title:lay) AND NOT title:work"),
    ("peer[ti] or lay[ti]", "title:peer OR title:lay"),
    ("\"peer\" or lay[ti]", "peer OR title:lay"),
    ("Wounds and Injuries[mh]", "subject:\"Wounds and Injuries\""),
  ])
  func `operators in lower case in PubMed`(line: String, expected: String) throws {
    let query = try #require(try last(line, .pubmed))
    #expect(query.queryText == expected)
  }

  @Test func `an operator in lower case between words has a note`() throws {
    let query = try #require(try last("(peer or lay)[ti]", .pubmed))
    #expect(query.queryText == "title:(peer OR lay)")
    #expect(query.notes == ["“or” in lower case is read as OR."])
    let other = try #require(try last("peer[ti] AND not lay[ti]", .pubmed))
    #expect(other.queryText == "title:peer AND NOT title:lay")
    #expect(other.notes == ["“not” in lower case is read as NOT."])
  }

  @Test(arguments: [
    ("peer support or depression[ti]", "or", "ti"), ("peer or lay[tiab]", "or", "tiab"),
    ("quality and safety[tw]", "and", "tw"), ("depression or anxiety[mh]", "or", "mh"),
  ])
  func `an operator in lower case among words with one tag is refused`(
    line: String, word: String, tag: String
  ) throws {
    let error = try #require(throws: QueryError.self) { try last(line, .pubmed) }
    #expect(
      error.description.hasPrefix("“\(word)” in lower case among words with the tag [\(tag)]"))
    #expect(
      error.description.hasSuffix(
        "Write \(word.uppercased()), or put the words in quotation marks."))
  }
}
