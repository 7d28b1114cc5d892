import Query
import Testing

/// Search histories and tables that platforms export.
struct StrategyHistoryTests {
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
      try StrategyReader().numbered(text, syntax) == [
        "1: title:peer", "2: title:lay", "3: title:peer OR title:lay",
      ])
  }

  @Test func `the years of a refinement are kept beside a count`() throws {
    let found = try StrategyReader().numbered(
      "#1\tTI=(peer)\t1,234\n#2\t#1\t34\n\tRefined by: PUBLICATION YEARS: (2019 OR 2018) AND DOCUMENT TYPES: (REVIEW ARTICLE)",
      .wos)
    #expect(found.last == "2: title:peer AND type:review year:2018..2019")
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
      try StrategyReader().numbered(text) == [
        "1: title:peer OR title:\"peer work*\"", "2: title:hepatitis",
        "3: (title:peer OR title:\"peer work*\") AND title:hepatitis",
      ])
  }
}
