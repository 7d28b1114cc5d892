import Query
import Testing

struct SyntaxRecognitionTests {
  @Test(arguments: [
    ("peer$.ti,ab.", QuerySyntax.ovid), ("(peer adj3 support).mp.", .ovid),
    ("exp Peer Group/ or Self-Help Groups/", .ovid), ("peer adj3 support*", .ovid),
    ("1. exp Peer Group/\n2. peer.tw.\n3. or/1-2", .ovid), ("peer support.tw", .ovid),
    ("\"peer support\"[tiab]", .pubmed), ("“peer support”[Title/Abstract]", .pubmed),
    ("\"Peer Group\"[Mesh:NoExp]", .pubmed), ("peer*[tw] AND 2010:2020[dp]", .pubmed),
    ("\"peer support\"[tiab:~3]", .pubmed),
    ("(MH \"Peer Group+\")", .ebsco), ("TI (peer N3 support)", .ebsco),
    ("TI peer OR AB peer", .ebsco), ("(peer N3 support*) OR lay", .ebsco),
    ("TITLE-ABS-KEY(peer W/3 support)", .scopus), ("TITLE-ABS-KEY ( \"peer support\" )", .scopus),
    ("peer W/3 support", .scopus), ("TITLE(peer) AND PUBYEAR > 2010", .scopus),
    ("TS=(peer NEAR/3 support)", .wos), ("TS = peer", .wos), ("TI=(peer) AND AB=(support)", .wos),
  ])
  func `strategies are recognised`(text: String, syntax: QuerySyntax) throws {
    #expect(try QueryParser().parse(text).syntax == syntax)
  }

  @Test(arguments: [
    "role clarity HCV", "peer AND (burnout OR stress)", "peer* NEAR/3 (support* OR work*)",
    "title:\"peer work\" author:vojt", "n:>=20 year:2015.. method:qualitative", "does it work?",
    "a PRE/3 b", "vitamin B12 and hypoxia in N2 atmosphere", "e.g. peer support, i.e. mutual aid.",
    "peers and/or carers", "HIV/AIDS", "n=25 [1] (2010)", "see Smith et al. [12].", "C++ & C#",
    "10.1002/jts.20636", "https://doi.org/10.1186/s12913-019-4321-1?x=1", "TI-84 calculators",
    "adj. support", "the MH service", "W3C standards",
  ])
  func `queries of peerlit and plain text stay what they are`(text: String) throws {
    #expect(try QueryParser().parse(text).syntax == .peerlit)
  }

  @Test func `how a search runs is always shown`() throws {
    let query = try QueryParser().parse("(peer adj3 support$).ti.")
    #expect(
      query.notes.first
        == "Recognised as a search of Ovid. It runs as: title:(peer NEAR/2 support*)")
    let given = try QueryParser().parse("TI=peer", syntax: .wos)
    #expect(given.notes.first == "Read as a search of Web of Science. It runs as: title:peer")
    #expect(try QueryParser().parse("title:peer AND a", syntax: .peerlit).notes.isEmpty)
  }
}
