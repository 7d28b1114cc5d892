import Query
import Testing

/// Dates in searches from other platforms.
struct StrategyDatesTests {
  private static func last(_ text: String, _ syntax: QuerySyntax) throws -> Query {
    try #require(try StrategyReader().read(text, syntax: syntax).lines.last?.query)
  }

  /// A search, its years, and the date that has months or days.
  @Test(arguments: [
    ("peer[ti] AND 2010/06:2010/07[dp]", QuerySyntax.pubmed, "2010", "2010/06:2010/07[dp]"),
    (
      "peer[ti] AND \"2010/06/15\"[dp] : \"2012/03/01\"[dp]", .pubmed, "2010..2012",
      "\"2010/06/15\"[dp] : \"2012/03/01\"[dp]"
    ),
    ("peer[ti] AND 2010/06[dp]", .pubmed, "2010", "2010/06[dp]"),
    ("peer[ti] AND 2010 Jun[dp]", .pubmed, "2010", "2010 Jun[dp]"),
    ("peer[ti] AND 2010/06/01:3000[dp]", .pubmed, "2010..", "2010/06/01:3000[dp]"),
    ("1. peer.ti.\n2. limit 1 to yr=\"after 2009/06\"", .ovid, "2009..", "yr=\"after 2009/06\""),
    ("1. peer.ti.\n2. limit 1 to yr=\"before 2010/06\"", .ovid, "..2010", "yr=\"before 2010/06\""),
    (
      "TI peer Limiters - Published Date: 20100601-20100731", .ebsco, "2010",
      "Limiters - Published Date: 20100601-20100731"
    ),
    ("TI peer AND DT 20100601-20121231", .ebsco, "2010..2012", "DT 20100601-20121231"),
    (
      "TI=peer Timespan: 2010-06-01 to 2012-12-31 (Publication Date)", .wos, "2010..2012",
      "Timespan: 2010-06-01 to 2012-12-31 (Publication Date)"
    ),
  ])
  func `months and days are noted`(
    text: String, syntax: QuerySyntax, years: String, date: String
  ) throws {
    let query = try Self.last(text, syntax)
    #expect(query.queryText == "title:peer year:\(years)")
    let end = years.hasSuffix(".") ? "" : "."
    #expect(query.notes == ["“\(date)” is read as whole years: \(years)\(end)"])
  }

  @Test(arguments: [
    ("peer[ti] AND 2010:2012[dp]", QuerySyntax.pubmed, "2010..2012"),
    ("peer[ti] AND \"2010/01/01\"[dp] : \"2012/12/31\"[dp]", .pubmed, "2010..2012"),
    ("peer[ti] AND 2010/01/01:3000[dp]", .pubmed, "2010.."),
    ("peer[ti] AND 2010/01:2012/12[dp]", .pubmed, "2010..2012"),
    ("TI peer Limiters - Published Date: 20100101-20121231", .ebsco, "2010..2012"),
    ("TI peer Limiters - Published Date: 20100101-", .ebsco, "2010.."),
    ("TI peer Limiters - Published Date: -20121231", .ebsco, "..2012"),
    (
      "TI=peer Timespan: 2010-01-01 to 2012-12-31 (Publication Date)", .wos, "2010..2012"
    ),
    ("1. peer.ti.\n2. limit 1 to yr=\"-2009\"", .ovid, "..2009"),
    ("1. peer.ti.\n2. limit 1 to yr=\" - 2009\"", .ovid, "..2009"),
    ("1. peer.ti.\n2. limit 1 to yr=-2009", .ovid, "..2009"),
    ("1. peer.ti.\n2. limit 1 to yr=\"2009\"", .ovid, "2009"),
    ("TI=peer AND PY=(-2009)", .wos, "..2009"),
    ("1. peer.ti.\n2. limit 1 to yr=\"inception to 2009\"", .ovid, "..2009"),
    ("1. peer.ti.\n2. limit 1 to yr=\"until 2009\"", .ovid, "..2009"),
    ("1. peer.ti.\n2. limit 1 to yr=\"2009 onwards\"", .ovid, "2009.."),
    ("1. peer.ti.\n2. limit 1 to yr=\"2009 - present\"", .ovid, "2009.."),
    ("TI peer AND DT 20100101-20121231", .ebsco, "2010..2012"),
    ("1. peer.ti.\n2. limit 1 to yr=\"after 2009\"", .ovid, "2010.."),
    ("1. peer.ti.\n2. limit 1 to yr=\"before 2010\"", .ovid, "..2009"),
  ])
  func `whole years need no note`(text: String, syntax: QuerySyntax, years: String) throws {
    let query = try Self.last(text, syntax)
    #expect(query.queryText == "title:peer year:\(years)")
    #expect(query.notes.isEmpty, "\(query.notes)")
  }

  @Test func `a date with months is not excluded as whole years`() throws {
    let query = try Self.last("peer[ti] NOT 2010/06[dp]", .pubmed)
    #expect(query.queryText == "title:peer")
    #expect(
      query.notes == [
        "“2010/06[dp]” is read as whole years: 2010.",
        "NOT was ignored because part of what it excludes has no equivalent.",
      ])
  }
  @Test(arguments: [
    ("2010/01/01 or 2012/06 or 2014/12/31", ["2010", "2012", "2014"]),
    ("2010/01/01 or 2014/12/31", ["2010", "2014"]),
  ])
  func `each date of a list is compared with its year`(dates: String, years: [String]) throws {
    let query = try Self.last("1. peer.ti. and (\(dates)).dp.", .ovid)
    #expect(query.notes.contains { $0.contains("is read as whole years") }, "\(query.notes)")
    #expect(years.allSatisfy(query.queryText.contains), "\(query.queryText)")
  }
}
