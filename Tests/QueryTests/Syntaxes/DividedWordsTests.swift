import Query
import Testing

/// Words that are divided between two lines of a pasted strategy.
struct DividedWordsTests {
  @Test(arguments: [
    (
      "(communi-\ncation or educa-\n  tion).ti.", QuerySyntax.ovid,
      "title:(communication OR \"communi cation\" OR education OR \"educa tion\")",
      ["communi-cation", "educa-tion"]
    ),
    ("peer-\nled.ti.", .ovid, "title:(peerled OR \"peer led\")", ["peer-led"]),
    ("educat-\r\nion*.ti.", .ovid, "title:(education* OR \"educat ion*\")", ["educat-ion"]),
    (
      "health communi-\ncation.ti.", .ovid,
      "title:(health PRE/0 (communication OR \"communi cation\"))", ["communi-cation"]
    ),
    (
      "communi-\ncation[ti]", .pubmed, "title:(communication OR \"communi cation\")",
      ["communi-cation"]
    ),
    (
      "TI=(communi-\ncation)", .wos, "title:(communication OR \"communi cation\")",
      ["communi-cation"]
    ),
    (
      "TI (communi-\ncation)", .ebsco, "title:(communication OR \"communi cation\")",
      ["communi-cation"]
    ),
    (
      "TITLE(communi-\ncation)", .scopus, "title:(communication OR \"communi cation\")",
      ["communi-cation"]
    ),
    // A hyphen before an operator, or before a capital, divides no word.
    ("(pre-\nor post-test).ti.", .ovid, "title:(pre OR \"post test\")", []),
    ("peer-\nLed.ti.", .ovid, "title:\"peer Led\"", []),
  ])
  func `a hyphen at the end of a line`(
    line: String, syntax: QuerySyntax, expected: String, words: [String]
  ) throws {
    let mark = syntax == .ebsco ? "S" : "#"
    let other = syntax == .ovid ? "lay.ti." : "lay"
    let strategy = try StrategyReader().read("\(mark)1 \(line)\n\(mark)2 \(other)", syntax: syntax)
    let query = try #require(strategy.lines.first?.query)
    #expect(strategy.lines.count == 2)
    #expect(query.queryText == expected)
    #expect(
      query.notes
        == words.map { "“\($0)”, divided between two lines, is searched as one word and as two." })
    // The translation can itself be searched.
    #expect(try QueryParser().parse(expected, syntax: .peerlit).queryText == expected)
  }

  @Test(arguments: [
    ("peer sup\u{AD}port.ti.", QuerySyntax.ovid, "title:\"peer support\""),
    ("peer sup\u{AD}\nport.ti.", .ovid, "title:\"peer support\""),
    ("\"peer sup\u{AD}port\"[ti]", .pubmed, "title:\"peer support\""),
    ("exp Hepa\u{AD}titis C/", .ovid, "subject:\"Hepatitis C\""),
    ("title:sup\u{AD}port", .peerlit, "title:support"),
    ("title:sup\u{AD}\nport", .peerlit, "title:support"),
  ])
  func `soft hyphens are not part of words`(text: String, syntax: QuerySyntax, expected: String)
    throws
  {
    let strategy = try StrategyReader().read("1. \(text)\n2. lay", syntax: syntax)
    let line = try #require(strategy.lines.first)
    #expect(line.query.queryText == expected)
    #expect(!line.text.contains("\u{AD}"))
  }
}
