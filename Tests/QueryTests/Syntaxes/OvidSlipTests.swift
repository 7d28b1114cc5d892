import Query
import Testing

/// Slips in searches for Ovid and other platforms that would be phrases that find nothing.
struct OvidSlipTests {
  @Test(arguments: [
    ("peer*.ti. and hiv.ti,ab,", ".ti,ab,", 18, ".ti,ab."), ("hiv,ti,ab.", ",ti,ab.", 4, ".ti,ab."),
    ("hiv ti,ab.", "ti,ab.", 5, ".ti,ab."), ("hiv tw.", "tw.", 5, ".tw."),
    ("hiv,tw.", ",tw.", 4, ".tw."), ("(peer adj3 support).ti.ab.", ".ti.ab.", 20, ".ti,ab."),
    ("(peer adj3 support).ti,.ab.", ".ti,.ab.", 20, ".ti,ab."),
    ("(peer adj3 support).tiab.", ".tiab.", 20, ".ti,ab."),
    ("Hiv.ti ,ab.", ".ti ,ab.", 4, ".ti,ab."),
    ("hiv.ti;ab.", ".ti;ab.", 4, ".ti,ab."), ("hiv.ti/ab.", ".ti/ab.", 4, ".ti,ab."),
    ("(peer or lay).ti ab.", ".ti ab.", 14, ".ti,ab."), ("hiv..ti,ab.", "..ti,ab.", 4, ".ti,ab."),
    ("hiv. ti,ab.", ". ti,ab.", 4, ".ti,ab."), ("hiv.ti,,ab.", ".ti,,ab.", 4, ".ti,ab."),
    ("(peer or lay)ti,ab.", "ti,ab.", 14, ".ti,ab."), ("hiv.title.", ".title.", 4, ".ti."),
    ("hiv.title,abstract.", ".title,abstract.", 4, ".ti,ab."),
    ("hiv.ti, and lay.tw.", ".ti,", 4, ".ti."), ("hiv.ti,ab;", ".ti,ab;", 4, ".ti,ab."),
    ("Peer Group/ or hiv.ti,ab,", ".ti,ab,", 19, ".ti,ab."),
    ("hiv.ti. ab .", ".ti. ab .", 4, ".ti,ab."),
    ("(peer or lay).ti. ab. kw . and hiv.ti.", ".ti. ab. kw .", 14, ".ti,ab,kw."),
    ("hiv$.ti.,ab.", ".ti.,ab.", 5, ".ti,ab."), ("hiv.ti,ab,kw,", ".ti,ab,kw,", 4, ".ti,ab,kw."),
  ])
  func `a list of fields with a slip is an error that shows the right form`(
    text: String, typed: String, character: Int, fix: String
  ) throws {
    let error = try #require(throws: QueryError.self) {
      try QueryParser().parse(text, syntax: .ovid)
    }
    #expect(
      error.description
        == "Invalid list of fields “\(typed)” at character \(character). Write \(fix)")
  }

  @Test(arguments: [
    "hiv.ti,ab,", "hiv,ti,ab.", "hiv ti,ab.", "hiv.ti;ab.", "hiv.ti/ab.", "hiv.tiab.",
    "1. peer\n2. hiv,ti,ab.\n3. 1 and 2",
  ])
  func `Ovid is recognised by fields with a slip`(text: String) throws {
    let error = try #require(throws: QueryError.self) { try QueryParser().parse(text) }
    #expect(error.description.hasPrefix("Invalid list of fields “"))
  }

  @Test(arguments: [
    ("peer .ti.", "title:peer"), ("peer.ti . or lay.ti.", "title:peer OR title:lay"),
    ("peer.ti. or vitamin ab.ti.", "title:peer OR title:\"vitamin ab\""),
    ("peer.ti. or ab initio.ti.", "title:peer OR title:\"ab initio\""),
    ("\"hiv ti,ab,\".ti.", "title:\"hiv ti ab\""), ("peer.ti. [mp=ti, ab, hw, kf,]", "title:peer"),
    ("Smith AB.au. or peer.ti.", "author:\"Smith AB\" OR title:peer"),
  ])
  func `correct lists of fields stay what they are`(text: String, expected: String) throws {
    #expect(try QueryParser().parse(text, syntax: .ovid).queryText == expected)
  }

  @Test(arguments: [
    ("(peer* adj 3 support*).ti.", QuerySyntax.ovid, "adj 3", 8, "adj3"),
    ("peer ADJ 3 lay.tw.", .ovid, "ADJ 3", 6, "ADJ3"),
    ("peer adj-3 lay.tw.", .ovid, "adj-3", 6, "adj3"),
    ("peer adj/3 lay.tw.", .ovid, "adj/3", 6, "adj3"),
    ("peer adj(3) lay.tw.", .ovid, "adj(3)", 6, "adj3"),
    ("peer adj 3 (lay or work).tw.", .ovid, "adj 3", 6, "adj3"),
    ("peer near 3 lay.tw.", .ovid, "near 3", 6, "near3"),
    ("TI=(peer NEAR 3 lay)", .wos, "NEAR 3", 10, "NEAR/3"),
    ("TI=(peer NEAR/ 3 lay)", .wos, "NEAR/ 3", 10, "NEAR/3"),
    ("TI=(peer NEAR-3 lay)", .wos, "NEAR-3", 10, "NEAR/3"),
    ("TI (peer N 3 lay)", .ebsco, "N 3", 10, "N3"), ("TI (peer W 3 lay)", .ebsco, "W 3", 10, "W3"),
    ("TITLE(peer W/ 3 lay)", .scopus, "W/ 3", 12, "W/3"),
    ("TITLE(peer PRE 3 lay)", .scopus, "PRE 3", 12, "PRE/3"),
  ])
  func `a distance after a space is an error that shows the right form`(
    text: String, syntax: QuerySyntax, typed: String, character: Int, fix: String
  ) throws {
    let error = try #require(throws: QueryError.self) {
      try QueryParser().parse(text, syntax: syntax)
    }
    #expect(
      error.description
        == "Invalid operator “\(typed)” at character \(character). Write \(fix). If the number is a "
        + "term, put it in quotation marks.")
  }

  @Test(arguments: [
    ("TI (dietary N-3 fatty acids)", QuerySyntax.ebsco, "title:\"dietary N 3 fatty acids\""),
    ("TI=(covid NEAR 19 OR lay)", .wos, "title:(covid NEAR/15 19) OR title:lay"),
  ])
  func `a number can be a term`(text: String, syntax: QuerySyntax, expected: String) throws {
    #expect(try QueryParser().parse(text, syntax: syntax).queryText == expected)
  }

  @Test(arguments: [
    ("109000001.an.", QuerySyntax.ovid, "id:109000001"), ("AN 109000001", .ebsco, "id:109000001"),
    ("2010-12345-001.an.", .ovid, "id:2010-12345-001"),
    ("(31234567 or 31234568).an.", .ovid, "id:31234567 OR id:31234568"),
  ])
  func `accession numbers are identifiers`(
    text: String, syntax: QuerySyntax, expected: String
  ) throws {
    #expect(try QueryParser().parse(text, syntax: syntax).queryText == expected)
  }

  @Test(arguments: ["109000001.an.", "lancet.vo.", "5.ip.", "12.pg."])
  func `a field of Ovid in plain text has a note`(text: String) throws {
    #expect(
      try QueryParser().parse(text).notes.first
        == "“\(text)” is searched as words. If the query is for Ovid, set the syntax to ovid.")
  }
}
