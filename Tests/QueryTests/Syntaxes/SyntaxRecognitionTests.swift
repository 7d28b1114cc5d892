import Query
import Testing

struct SyntaxRecognitionTests {
  @Test(arguments: [
    ("peer$.ti,ab.", QuerySyntax.ovid), ("(peer adj3 support).mp.", .ovid),
    ("exp Peer Group/ or Self-Help Groups/", .ovid), ("peer adj3 support*", .ovid),
    ("1. exp Peer Group/\n2. peer.tw.\n3. or/1-2", .ovid), ("peer support.tw", .ovid),
    ("1. peer$\n2. depress$\n3. 1 and 2", .ovid), ("(work$2 or self-help$)", .ovid),
    ("TI=worker$ AND TI=peer$", .wos), ("peer$ (Title) and worker$ (Title)", .wos),
    ("\"peer support\"[tiab]", .pubmed), ("“peer support”[Title/Abstract]", .pubmed),
    ("\"Peer Group\"[Mesh:NoExp]", .pubmed), ("peer*[tw] AND 2010:2020[dp]", .pubmed),
    ("\"peer support\"[tiab:~3]", .pubmed),
    ("(MH \"Peer Group+\")", .ebsco), ("TI (peer N3 support)", .ebsco),
    ("TI peer OR AB peer", .ebsco), ("(peer N3 support*) OR lay", .ebsco),
    ("TITLE-ABS-KEY(peer W/3 support)", .scopus), ("TITLE-ABS-KEY ( \"peer support\" )", .scopus),
    ("peer W/3 support", .scopus), ("TITLE(peer) AND PUBYEAR > 2010", .scopus),
    ("peer N3 support", .ebsco), ("peer W3 support", .ebsco), ("TI peer N3 support", .ebsco),
    ("AB migraine N5 aspirin", .ebsco), ("TI migraine*", .ebsco), ("S1 TI peer*", .ebsco),
    ("TX migraine AND TI aspirin", .ebsco), ("SO lancet AND AU smith", .ebsco),
    ("peer.TI,AB.", .ovid), ("(peer OR lay).TI,AB", .ovid), ("peer.Ti,Ab. or lay.TI.", .ovid),
    ("peer adj support", .ovid), ("Migraine Disorders/ or Headache/", .ovid),
    ("Migraine Disorders/dt [Drug Therapy]", .ovid), ("\"lancet (london, england)\".jn.", .ovid),
    ("SUBJAREA(MEDI) AND TITLE(migraine)", .scopus), ("TITLE(peer) AND TITLE(lay)", .scopus),
    ("ABS(peer PRE/3 support AND lay)", .scopus), ("10.1128/cmr.00011-19[doi]", .pubmed),
    ("31366609[pmid]", .pubmed), ("DO=(10.1128/cmr.00011-19)", .wos),
    ("peer∗[tiab]", .pubmed), ("TI peer∗ OR AB peer∗", .ebsco),
    ("peer (Title) and hepatitis (Title)", .wos), ("peer support (Title)", .wos),
    ("peer (Abstract) AND hepatitis (Abstract)", .wos), ("peer (All Fields)", .wos),
    ("#1 peer (Title)\n#2 lay (Title) 1,234\n#3 #1 AND #2", .wos),
    ("peer and Review Article (Exclude – Document Types)", .wos),
    ("TITLE: (peer) AND AUTHOR: (smith)", .wos), ("peer\nIndexes=SSCI Timespan=All years", .wos),
    ("peer Refined by: [excluding] PUBLICATION YEARS: (2020)", .wos),
    ("1. TI peer\n2. AB hepatitis\n3. 1 AND 2", .ebsco), ("S1 TI peer\nS2 TI hepatitis", .ebsco),
    ("TS=(peer NEAR/3 support)", .wos), ("TS = peer", .wos), ("TI=(peer) AND AB=(support)", .wos),
    ("ALL=peer", .wos), ("ALL = (peer)", .wos), ("peer (Topic)\nTimespan: 2010-2015", .wos),
    ("peer (Topic).", .wos), ("peer [ti] support", .pubmed), ("peer [all] AND lay", .pubmed),
    ("TITLE ( peer ) AND KEY ( lay )", .scopus), ("(TI \"peer\") AND lay", .ebsco),
    ("1. TI (peer)", .ebsco), ("• TI (peer)", .ebsco), ("TI,AB (peer)", .ebsco),
    ("ALL(\"peer support\")", .scopus), ("MW peers AND TI lay", .ebsco),
    ("TI peers AND KW lay", .ebsco), ("TI peers AND PY 2010-2015", .ebsco),
    ("(peer OR lay) N3 support", .ebsco),
    ("CINAHL: TI peer", .ebsco), ("S1 TI peer support", .ebsco), ("S1. AB peer", .ebsco),
    ("CINAHL (EBSCO)\nTI peer support", .ebsco), ("PsycINFO via EBSCOhost: AB peer", .ebsco),
    ("EBSCO Concept 1: TI peer\nConcept 2: TI support\n1 AND 2", .ebsco),
    ("Concept 1: TI peer\nConcept 2: AB support\n1 AND 2", .ebsco),
    ("peer.TI.", .ovid), ("peer support.TI,AB.", .ovid), ("peer-led.Ti. OR lay.AB.", .ovid),
    ("1. peer.TI.\n2. lay.AB.\n3. 1 AND 2", .ovid),
    // Nothing but the labels after a search.
    ("(\"peer support\") AND (lay) Filters: Review, from 2010 - 2020", .pubmed),
    ("(peer OR lay) AND hiv Filters applied: English.", .pubmed),
    ("(peer AND lay) Sort by: Most Recent", .pubmed),
    ("(peer) AND (lay) Limiters - Published Date: 20100101-20201231", .ebsco),
    ("\"peer support\" AND hiv Search modes - Boolean/Phrase", .ebsco),
    ("\"peer support\" AND hiv Timespan: 2010-2020", .wos),
  ])
  func `strategies are recognised`(text: String, syntax: QuerySyntax) throws {
    #expect(try QueryParser().parse(text).syntax == syntax)
  }

  @Test(arguments: [
    "costs in US$", "500 USD$", "aud$ 20", "$100 a day", "A$AP", "role clarity HCV",
    "peer AND (burnout OR stress)", "peer* NEAR/3 (support* OR work*)",
    "title:\"peer work\" author:vojt", "n:>=20 year:2015.. method:qualitative", "does it work?",
    "a PRE/3 b", "vitamin B12 and hypoxia in N2 atmosphere", "e.g. peer support, i.e. mutual aid.",
    "peers and/or carers", "HIV/AIDS", "n=25 [1] (2010)", "see Smith et al. [12].", "C++ & C#",
    "10.1002/jts.20636", "https://doi.org/10.1186/s12913-019-4321-1?x=1", "TI-84 calculators",
    "adj. support", "the MH service", "W3C standards", "SO what", "an adjective", "24 and 7",
    "a unit in St.AB, Ohio", "a unit in St.AB, OH", "peers of St.AB.",
    "peers and/or carers and/or staff", "vitamin W3 in food of all kinds", "10.1002/jts.20636 help",
    "see https://www.gov.au.", "Peer support (PS) in ALL (or most) areas",
    "Peer support for veterans (Abstract)", "TITLE:(peer OR lay)", "a title (Title page)",
    "refined by: peers", "Indexes: peers", "1. peers\n2. TI peer",
    "peer support [is] effective for [all] patients", "peer support in Houston, TX (2015)",
    "adults with SU (substance use) and peers", "in Edmonton AB \"peer support\"",
    "face mask N95 effectiveness", "use of N95 masks AND peers", "vitamin D N3 PUFA (peers)",
    "London W2 hospital peers at work (NHS)", "children with ALL = acute leukaemia",
    "Is peer support (Topic) effective?", "Peer support in hospital.AB testing of groups",
    "the U.S.AB. unit", "S1 peer support", "CINAHL: peer support", "Results: TI peer",
    "Water Filters: a review", "(peers) Filters of care", "Limiters of care",
    "Timespan of recovery",
    "Search modes of peers", "Sort by: age", "in Title Abstract",
    "THE KEY (TO RECOVERY)", "MH services AND SU treatment",
  ])
  func `queries of peerlit and plain text stay what they are`(text: String) throws {
    #expect(try QueryParser().parse(text).syntax == .peerlit)
  }

  @Test(arguments: [
    ("peer*:ti,ab", 3, "Embase.com and the Cochrane Library"),
    ("('peer support' OR lay):ti,ab,kw", 0, "Embase.com and the Cochrane Library"),
    ("'peer support'/syn AND lay", 0, "Embase.com"), ("hepatitis/exp", 0, "Embase.com"),
    ("peer AND [2010-2020]/py", 9, "Embase.com"), ("peer AND [english]/lim", 9, "Embase.com"),
    ("peer NEXT/1 support", 5, "Embase.com and the Cochrane Library"),
    ("peer support:ti,ab.", 0, "Embase.com and the Cochrane Library"),
    ("[mh \"Peer Group\"]", 0, "the Cochrane Library"),
    ("#1 lay\n#2 [mh ^\"Hepatitis C\"]\n#3 #1 AND #2", 10, "the Cochrane Library"),
    ("MeSH DESCRIPTOR Peer Group EXPLODE ALL TREES", 0, "the Cochrane Library"),
    ("MeSH descriptor Peer Group explode all trees", 0, "the Cochrane Library"),
    ("SU.EXACT(\"Peer groups\")", 0, "ProQuest"), ("la.exact(ENG) AND peer", 0, "ProQuest"),
    ("MESH.EXACT.EXPLODE(\"Peer Group\")", 0, "ProQuest"),
    ("'peer group'/exp", 0, "Embase.com"), ("'peer group'/de AND lay:ti", 0, "Embase.com"),
    (
      "MeSH descriptor: [Peer Group] explode all trees", 0, "the Cochrane Library"
    ),
    ("#1 MeSH descriptor: [Peer Group] this term only\n#2 lay:ti", 3, "the Cochrane Library"),
    ("peer near/3 support in Trials", 5, "the Cochrane Library"),
    ("peer next support* in Trials", 5, "the Cochrane Library"),
    ("#1 peer in Trials\n#2 lay\n#3 #1 AND #2", 8, "the Cochrane Library"),
    ("lay OR peer (Word variations have been searched)", 12, "the Cochrane Library"),
    ("tw:(peer) AND (db:(\"LILACS\"))", 0, "LILACS and the Virtual Health Library"),
    ("mh:\"Peer Group\"", 0, "LILACS and the Virtual Health Library"),
    ("(tw:peer) AND lay", 1, "LILACS and the Virtual Health Library"),
    ("\"peer support\" in Title Abstract Keyword AND lay", 15, "the Cochrane Library"),
    ("peer support in Title Abstract Keyword", 13, "the Cochrane Library"),
    ("TI,AB(peer NEAR/3 support)", 0, "ProQuest"), ("noft(peer)", 0, "ProQuest"),
    ("ti(peer) AND ab(support)", 0, "ProQuest"), ("peer AND ti,ab(lay)", 9, "ProQuest"),
  ])
  func `platforms that are not read are named`(text: String, position: Int, name: String) throws {
    for isStrategy in [false, true] {
      let error = try #require(throws: QueryError.self) {
        if isStrategy {
          _ = try StrategyReader().read(text)
        } else {
          _ = try QueryParser().parse(text)
        }
      }
      guard case .malformed(let mistake) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(mistake.problem.hasPrefix("Unsupported syntax of \(name), “"))
      #expect(name.contains(" and ") || mistake.position == position)
    }
  }

  @Test(arguments: [
    "#1 AND #2", "1 AND 2", "(#1 OR #2) AND #3", "#1 or #2", "1 OR 2 NOT 3",
    "search 1 AND search 2", "(line 1 OR line #2) AND line 3", "Search 1 AND 2",
  ])
  func `lines that are missing are not words`(text: String) throws {
    let error = try #require(throws: QueryError.self) { try QueryParser().parse(text) }
    #expect(error.description.hasPrefix("The query only refers to other lines at character 1."))
  }

  @Test(arguments: [
    ("Peer Group/", "“Peer Group/”", "Ovid", "ovid"),
    ("exp \"HIV Infections\"/dt", "“exp \"HIV Infections\"/dt”", "Ovid", "ovid"),
    ("2015.yr.", "“2015.yr.”", "Ovid", "ovid"), ("smith j.au.", "“j.au.”", "Ovid", "ovid"),
    ("peer AND lancet.jn.", "“lancet.jn.”", "Ovid", "ovid"),
    ("peer.TI", "“peer.TI”", "Ovid", "ovid"), ("hiv (lay.AB)", "“lay.AB”", "Ovid", "ovid"),
    ("TI peer", "“TI”", "EBSCOhost", "ebsco"), ("SU peer", "“SU”", "EBSCOhost", "ebsco"),
    ("AB peer support", "“AB”", "EBSCOhost", "ebsco"), ("XB lay", "“XB”", "EBSCOhost", "ebsco"),
    ("MW peer", "“MW”", "EBSCOhost", "ebsco"), ("KW peer", "“KW”", "EBSCOhost", "ebsco"),
    ("MH Depression", "“MH”", "EBSCOhost", "ebsco"), ("DE Peers", "“DE”", "EBSCOhost", "ebsco"),
    ("AU smith", "“AU”", "EBSCOhost", "ebsco"), ("JN lancet", "“JN”", "EBSCOhost", "ebsco"),
    ("(TI peer) AND lay", "“TI”", "EBSCOhost", "ebsco"),
    ("peer group/", "“peer group/”", "Ovid", "ovid"),
    ("hepatitis c/ and peer", "“hepatitis c/”", "Ovid", "ovid"),
    ("(peer group/ AND lay)", "“peer group/”", "Ovid", "ovid"),
    ("veterans (Abstract)", "“(Abstract)”", "Web of Science", "wos"),
    ("limit 5 to english language", "“limit 5 to”", "Ovid", "ovid"),
  ])
  func `a mark of another platform is noted`(
    text: String, mark: String, platform: String, syntax: String
  ) throws {
    let query = try QueryParser().parse(text)
    #expect(
      query.notes.first
        == "\(mark) is searched as words. If the query is for \(platform), set the syntax to \(syntax)."
    )
    #expect(try QueryParser().parse(text, syntax: .peerlit).notes.allSatisfy { !$0.contains(mark) })
  }

  @Test(arguments: [
    "peer next support*", "\"peer\" next support", "(lay or peer) next (worker or support)",
    "1 peer next support*\n2 \"peer support\"\n3 1 or 2",
  ])
  func `an operator of the Cochrane Library in lower case is noted`(text: String) throws {
    let note =
      "“next” is searched as a word. If it is the operator of the Cochrane Library, write PRE/0."
    #expect(try QueryParser().parse(text).notes.contains(note))
    #expect(try StrategyReader().read(text).notes.first == note)
  }

  @Test(arguments: [
    "what happens next in peer* groups", "peers in trials", "Peer support in Trials",
  ])
  func `plain text is not taken for the Cochrane Library`(text: String) throws {
    #expect(try QueryParser().parse(text).notes == [])
  }

  @Test(arguments: [
    ("1. peers\n2. TI peer", "“TI”", "EBSCOhost", "ebsco"),
    ("1. peers\n2. SU peer", "“SU”", "EBSCOhost", "ebsco"),
    ("1. peer group/\n2. lay\n3. 1 or 2", "“peer group/”", "Ovid", "ovid"),
    ("1. peers (Abstract)\n2. lay", "“(Abstract)”", "Web of Science", "wos"),
  ])
  func `a mark in a strategy of plain words is noted`(
    text: String, mark: String, platform: String, syntax: String
  ) throws {
    #expect(
      try StrategyReader().read(text).notes == [
        "\(mark) is searched as words. If the query is for \(platform), set the syntax to \(syntax)."
      ])
    #expect(try StrategyReader().read(text, syntax: .peerlit).notes.isEmpty)
  }

  @Test(arguments: [
    "peers and/ or carers", "peers/ carers", "peer/lay and more", "at a.org/ and peers",
    "and/or", "And/or peers", "Peers and/or carers", "Peers and/ or carers", "Carers/we",
    "Carers/it", "People/do they help", "Peers/be there",
    "HIV/AIDS", "Peers/carers in care", "e.g. peers", "1 p.m.", "U.S.A.", "TI-84",
    "AB testing", "MH services for veterans", "SU treatment", "SO what", "SH groups",
    "DO peers help", "TX Department of Health", "UK nurses", "peers in AB schools",
    "1. peers\n2. MH services",
    "at www.gov.au.", "see https://a.org/ for more", "10.1002/jts.20636 help",
  ])
  func `plain text has no mark of a platform`(text: String) throws {
    #expect(try QueryParser().parse(text).notes.allSatisfy { !$0.contains("set the syntax") })
  }

  @Test(arguments: ["peer∗", "peer＊", "(peer∗ OR lay∗) AND hiv"])
  func `asterisks of a PDF are wildcards`(text: String) throws {
    let straight = String(text.map { "∗＊".contains($0) ? "*" : $0 })
    #expect(try QueryParser().parse(text).tree == QueryParser().parse(straight).tree)
  }

  @Test(arguments: [
    ("31366609 17075340", "(any (identifier 31366609) (identifier 17075340))"),
    ("31366609, 17075340", "(any (identifier 31366609) (identifier 17075340))"),
    (
      "10.1002/jts.20636\n31366609",
      "(any (identifier 10.1002/jts.20636) (identifier 31366609))"
    ),
    ("2019 2020", "(any 2019 2020)"), ("31366609 peer", "(any 31366609 peer)"),
  ])
  func `several identifiers`(text: String, tree: String) throws {
    #expect(try QueryParser().parse(text).tree.description == tree)
  }

  @Test func `how a search runs is always shown`() throws {
    let query = try QueryParser().parse("(peer adj3 support$).ti.")
    #expect(
      query.notes.first
        == "Recognised as a search written for Ovid. It runs as: title:(peer NEAR/2 support*)")
    let given = try QueryParser().parse("TI=peer", syntax: .wos)
    #expect(
      given.notes.first == "Read as a search written for Web of Science. It runs as: title:peer")
    #expect(try QueryParser().parse("title:peer AND a", syntax: .peerlit).notes.isEmpty)
  }
}
