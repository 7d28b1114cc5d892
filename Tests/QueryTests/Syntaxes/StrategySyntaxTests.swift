import Query
import Testing

/// Searches from other platforms, and their translations.
struct StrategySyntaxTests {
  /// A text in the given fields, or the text alone if the query language lacks one of them.
  private static func fields(_ names: [String], _ text: String) -> String {
    let known = names.compactMap { QueryField(rawValue: $0) }
    guard known.count == names.count else {
      return text.hasPrefix("(") ? String(text.dropFirst().dropLast()) : text
    }
    return known.map { "\($0.rawValue):\(text)" }.joined(separator: " OR ")
  }

  private static func query(_ text: String, _ syntax: QuerySyntax?) throws -> Query {
    try QueryParser().parse(text, syntax: syntax)
  }

  private static func check(
    _ text: String, _ syntax: QuerySyntax, _ expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let query = try query(text, syntax)
    #expect(query.queryText == expected, "\(text)", sourceLocation: sourceLocation)
    #expect(query.syntax == syntax, sourceLocation: sourceLocation)
    // The translation can itself be searched.
    let again = try QueryParser().parse(query.queryText, syntax: .peerlit)
    #expect(again.tree == query.tree, "\(text)", sourceLocation: sourceLocation)
    #expect(again.filter == query.filter, "\(text)", sourceLocation: sourceLocation)
  }

  // The type is stated, because inferring it for so many pairs takes the compiler too long.
  private static let ovid: [(String, String)] = [
    ("peer$.ti.", "title:peer*"),
    ("peer*.ti", "title:peer*"),
    ("peer support.ti.", "title:\"peer support\""),
    ("(peer or lay).ti.", "title:(peer OR lay)"),
    ("(peer* adj3 (support* or work*)).ti.", "title:(peer* NEAR/2 (support* OR work*))"),
    ("peer adj3 support.ti.", "title:(peer NEAR/2 support)"),
    ("peer.ti. adj3 hiv.ti.", "title:(peer NEAR/2 hiv)"),
    ("(peer.ti. adj3 hiv.ti.).ab.", "title:(peer NEAR/2 hiv)"),
    ("(peer.ti. adj3 hiv).ti.", "title:(peer NEAR/2 hiv)"),
    ("peer.ti,ab. adj3 hiv.ab,ti.", fields(["title", "abstract"], "(peer NEAR/2 hiv)")),
    ("S100 protein.ti. and lay.ti.", "title:\"S100 protein\" AND title:lay"),
    // “use” selects a database only after a search by itself.
    ("(substance use or addict*).ti.", "title:(\"substance use\" OR addict*)"),
    ("(alcohol use and drug use).ti.", "title:\"alcohol use\" AND title:\"drug use\""),
    ("(substance use disorder* or lay).ti.", "title:(\"substance use disorder*\" OR lay)"),
    ("(service use not peer).ti.", "title:\"service use\" AND NOT title:peer"),
    ("(drug use adj3 peer).ti.", "title:(\"drug use\" NEAR/2 peer)"),
    ("substance use treatment.ti.", "title:\"substance use treatment\""),
    ("peer.ti. use ppez", "title:peer"),
    ("((peer or lay).ti.) use mesz, prem", "title:(peer OR lay)"),
    ("(peer.ti. use ppez) or lay.ti.", "title:peer OR title:lay"),
    ("Peer Group/ use medall and lay.ti.", "subject:\"Peer Group\" AND title:lay"),
    ("(peer adj support*).ti.", "title:\"peer support*\""),
    ("(peer adj1 support).ti.", "title:(peer NEAR/0 support)"),
    ("((peer adj2 led) adj3 group*).af.", "(peer NEAR/1 led) NEAR/2 group*"),
    ("peer.af. [mp=title, abstract, heading word]", "peer"),
    // Text words are in the title and the abstract; the multi-purpose field also has headings.
    ("peer.tw.", fields(["title", "abstract"], "peer")),
    ("peer.mp.", fields(["title", "abstract", "keyword"], "peer")),
    ("(peer or lay).tw,kf.", fields(["title", "abstract", "keyword"], "(peer OR lay)")),
    ("peer.kw,sh.", fields(["keyword"], "peer")),
    ("behavio?r.af. or psychos#s.af.", "behavio?r OR psychos#s"),
    ("work$2.af. or group*1.af.", "work*2 OR group*1"),
    ("peer:.af.", "peer*"),
    ("self-help.af. and peer-led*.af.", "\"self help\" AND \"peer led*\""),
    ("“peer support”.af. or ‘lay’.af.", "\"peer support\" OR lay"),
    ("peer.af. AND support.af. OR work.af.", "peer AND support OR work"),
    ("(peer not (lay or group)).af.", "peer AND NOT (lay OR group)"),
    ("type 2 diabetes.af. and peer.af.", "\"type 2 diabetes\" AND peer"),
    ("(lived experience adj3 worker$).af.", "\"lived experience\" NEAR/2 worker*"),
    ("Smith J.au. and peer.ti.", "author:\"Smith J\" AND title:peer"),
    ("peer.ti. and 2015.yr.", "title:peer year:2015"),
    ("peer support.ab. /freq=2", fields(["abstract"], "\"peer support\"")),
    ("peer.ti,ab.", fields(["title", "abstract"], "peer")),
    ("peer.ti,ab,kf.", fields(["title", "abstract", "keyword"], "peer")),
    ("peer.ti, ab, kw.", fields(["title", "abstract", "keyword"], "peer")),
    ("exp Peer Group/", "subject:\"Peer Group\""),
    ("*Peer Group/", "subject:\"Peer Group\""),
    ("exp *\"Peer Group\"/", "subject:\"Peer Group\""),
    (
      "exp Recovery (Disorders)/ or relapse (disorders)/",
      "subject:\"Recovery (Disorders)\" OR subject:\"relapse (disorders)\""
    ),
    ("(*Coping and Recovery (Disorders)/)", "subject:\"Coping and Recovery (Disorders)\""),
    ("Peer Group/px, td [Psychology, Trends]", "subject:\"Peer Group\""),
    (
      "exp Schizophrenia Spectrum and Other Psychotic Disorders/",
      "subject:\"Schizophrenia Spectrum and Other Psychotic Disorders\""
    ),
    ("Wounds and Injuries/", "subject:\"Wounds and Injuries\""),
    // A publication type, which Ovid finds by its heading as well.
    ("Letter/ or Peer Group/", "subject:Letter OR type:letter OR subject:\"Peer Group\""),
    ("peer.ti. not Letter/", "title:peer AND NOT (subject:Letter OR type:letter)"),
    (
      "exp Guideline/", "subject:Guideline OR type:guideline OR type:\"practice guideline\""
    ),
    ("Guideline/", "subject:Guideline OR type:guideline"),
    ("guideline.pt.", "type:guideline"),
    (
      "exp CASE REPORT/",
      "subject:\"CASE REPORT\" OR type:\"case report\" OR type:\"case reports\""
    ),
    (
      "case report/ or erratum/",
      "subject:\"case report\" OR type:\"case report\" OR type:\"case reports\" OR "
        + "subject:erratum OR type:erratum OR type:\"published erratum\" OR type:correction"
    ),
    ("Depression, Postpartum/", "subject:\"Depression, Postpartum\""),
    ("(aged or depress*).sh.", "subject:aged OR subject:depress*"),
    ("depressive dis*.sh. and peer.ti.", "subject:\"depressive dis*\" AND title:peer"),
    ("aged.sh,ti.", "subject:aged OR title:aged"),
    ("(peer adj2 group).sh.", "keyword:(peer NEAR/1 group)"),
    // A word that only begins as an operator does.
    ("adjustment disorders/", "subject:\"adjustment disorders\""),
    (
      "Peer Group/ or Self-Help Groups/", "subject:\"Peer Group\" OR subject:\"Self-Help Groups\""
    ),
    ("peer.ti. and HIV/AIDS.af.", "title:peer AND \"HIV AIDS\""),
    ("peer.ti. not review.pt.", "title:peer AND NOT type:review"),
    (
      "randomized controlled trial.pt. and peer.ti.",
      "(method:randomised-trial OR type:\"randomized controlled trial\") AND title:peer"
    ),
    // A guess from the text excludes nothing.
    (
      "peer.ti. not randomized controlled trial.pt.",
      "title:peer AND NOT type:\"randomized controlled trial\""
    ),
    (
      "peer.ti. not (randomized controlled trial.pt. or random*.ti.)",
      "title:peer AND NOT (type:\"randomized controlled trial\" OR title:random*)"
    ),
    ("peer.ti. not clinical trial.pt.", "title:peer AND NOT type:\"clinical trial\""),
    ("peer.ti. not letter.pt.", "title:peer AND NOT type:letter"),
    // NOT comes before AND: the limit without an equivalent is what it excludes from.
    ("peer.ti. and english.la. not letter.pt.", "title:peer AND NOT type:letter"),
    ("english.la. not letter.pt. and peer.ti.", "title:peer AND NOT type:letter"),
    ("peer.ti. and (english.la. not letter.pt.)", "title:peer AND NOT type:letter"),
    ("peer.ti. not letter$.pt.", "title:peer AND NOT type:letter"),
    (
      "peer.ti. not case reports.pt.",
      "title:peer AND NOT (type:\"case reports\" OR type:\"case report\")"
    ),
    ("editorial.pt. or 2000.yr.", "type:editorial OR type:\"editorial material\" OR year:2000"),
    // Fields and publication types in one list.
    (
      "randomized controlled trial.pt,ti.",
      "method:randomised-trial OR type:\"randomized controlled trial\" OR "
        + "title:\"randomized controlled trial\""
    ),
    (
      "(systematic review or meta-analys*).pt,ti.",
      "method:systematic-review OR type:\"systematic review\" OR "
        + "title:(\"systematic review\" OR \"meta analys*\")"
    ),
    ("random*.ti,pt.", "title:random*"), ("peer.ti,pt", "title:peer"),
    ("peer.ti. not letter.pt,ti.", "title:peer AND NOT (type:letter OR title:letter)"),
    ("2015.yr,ti.", "year:2015 OR title:2015"),
    // Types without a design.
    ("peer.ti. and interview.pt.", "title:peer AND type:interview"),
    ("peer.ti. not conference abstract.pt.", "title:peer AND NOT type:\"conference abstract\""),
    (
      "peer.ti. not (conference abstract or journal article or letter).pt.",
      "title:peer AND NOT type:\"conference abstract\" AND NOT type:letter"
    ),
    (
      "peer.ti. or (dt or prevention).fs.",
      "title:peer OR keyword:\"drug therapy\" OR keyword:prevention"
    ),
    (
      "(ad or px).fs.",
      "keyword:\"administration dosage\" OR keyword:\"drug administration\" OR keyword:psychology"
    ),
    ("peer.ti. and (dt.fs. not letter.pt.)", "title:peer AND NOT type:letter"),
    ("clinical trial.pt.", "type:\"clinical trial\""),
    (
      "clinical trial$.pt.",
      "type:\"clinical trial\" OR type:\"clinical trial phase i\" OR "
        + "type:\"clinical trial phase ii\" OR type:\"clinical trial phase iii\" OR "
        + "type:\"clinical trial phase iv\""
    ),
    // Designs that mean something broader.
    ("pragmatic clinical trial.pt.", "type:\"pragmatic clinical trial\""),
    ("clinical trial protocol.pt.", "type:\"clinical trial protocol\""),
    (
      "peer.ti. and (randomized controlled trial or clinical trial).pt.",
      "title:peer AND (method:randomised-trial OR type:\"randomized controlled trial\" OR "
        + "type:\"clinical trial\")"
    ),
    ("peer.ti. and random*.pt.", "title:peer"),
    ("peer.ti. and english.la.", "title:peer"),
    ("peer.ti. and (2010 or 2011 or 2012).yr.", "title:peer year:2010..2012"),
    ("peer.ti. use medall", "title:peer"), ("peer.ti. use mesz, prem", "title:peer"),
    ("peer.ti. use mesz,prem , emez and lay.ti.", "title:peer AND title:lay"),
    ("OBrien M.au.", "author:(\"OBrien M\" OR \"O'Brien M\")"),
    (
      "(OBrien or smith).au.", "author:(OBrien OR O'Brien OR smith)"
    ),
    ("\"10.1002/jts.20636\".do. or 31234567.ui.", "doi:10.1002/jts.20636 OR pmid:31234567"),
    ("(31234567 or 31234568).pm.", "pmid:31234567 OR pmid:31234568"),
    ("peer.ti. and (200* or 201*).yr.", "title:peer year:2000..2019"),
    ("peer.ti. and 19$.yr.", "title:peer year:1900..1999"),
    ("peer.ti. and (200* or 2012).yr.", "title:peer year:2000..2009 year:2012"),
    ("201*.yr,ti.", "year:2010..2019 OR title:201*"),
    ("peer.ti. and (2000 or 2002).yr.", "title:peer year:2000 year:2002"),
    ("peer.ti. and (\"2000\" or \"2002\").yr.", "title:peer year:2000 year:2002"),
    ("peer.ti. and (2000 or 2001 or 2003-2005).yr.", "title:peer year:2000..2001 year:2003..2005"),
    ("peer.ti. and 2010:2020.(sa_year).", "title:peer year:2010..2020"),
    ("(peer.ti. and 2000.yr.) or lay.ti.", "title:peer AND year:2000 OR title:lay"),
    ("peer.ti. not (lay.ti. and 2000.yr.)", "title:peer AND NOT (title:lay AND year:2000)"),
    ("peer.ti. not 2000.yr.", "title:peer AND NOT (year:2000)"),
    (
      "randomized controlled trial.pt. not lay.ti.",
      "(method:randomised-trial OR type:\"randomized controlled trial\") AND NOT title:lay"
    ),
    (
      "(randomized controlled trial.pt. not lay.ti.) and peer.ti.",
      "(method:randomised-trial OR type:\"randomized controlled trial\") AND NOT title:lay AND "
        + "title:peer"
    ),
    (
      "peer.ti. not (randomized controlled trial.pt. and 2000.yr.)",
      "title:peer AND NOT (type:\"randomized controlled trial\" AND year:2000)"
    ),
  ]

  @Test(arguments: ovid)
  func `Ovid`(text: String, expected: String) throws { try Self.check(text, .ovid, expected) }

  @Test(arguments: [
    ("peer[ti]", "title:peer"),
    ("\"peer support\"[ti]", "title:\"peer support\""),
    ("peer support[ti]", "title:\"peer support\""),
    ("\"peer work*\"[Title]", "title:\"peer work*\""),
    ("peer support", "peer AND support"),
    ("peer OR lay AND support", "(peer OR lay) AND support"),
    // Words between operators are one operand.
    (
      "heart attack OR breast cancer OR stroke[ti]",
      "heart AND attack OR breast AND cancer OR title:stroke"
    ),
    ("peer NOT lay worker", "peer AND NOT (lay AND worker)"),
    ("peer OR lay worker AND support", "(peer OR lay AND worker) AND support"),
    ("peer[ti] OR lay[ti] support[ti]", "(title:peer OR title:lay) AND title:support"),
    (
      "peer[ti] NOT (review[ti] OR editorial[ti])",
      "title:peer AND NOT (title:review OR title:editorial)"
    ),
    ("\"peer support\"[ti:~3]", "title:(peer NEAR/3 support)"),
    // Not a line.
    ("S100 protein[ti] AND lay[ti]", "title:\"S100 protein\" AND title:lay"),
    ("S100 AND lay[ti]", "S100 AND title:lay"),
    // Punctuation, not wildcards.
    ("\"does it work? C# code\"[ti]", "title:\"does it work C code\""),
    // Only other words count as words between them.
    ("\"peer support group\"[ti:~0]", "title:(peer NEAR/1 support NEAR/1 group)"),
    (
      "\"people who inject drugs\"[ti:~2]",
      "title:(people NEAR/4 who NEAR/4 inject NEAR/4 drugs)"
    ),
    (
      "clinicaltrial[Filter]",
      "method:non-randomised-trial,randomised-trial OR type:\"clinical trial\" OR type:\"adaptive clinical trial\" OR type:\"clinical trial phase i\" OR type:\"clinical trial phase ii\" OR type:\"clinical trial phase iii\" OR type:\"clinical trial phase iv\" OR type:\"controlled clinical trial\" OR type:\"randomized controlled trial\" OR type:\"equivalence trial\" OR type:\"pragmatic clinical trial\""
    ),
    ("\"Clinical Trial\"[PT:NoExp]", "type:\"clinical trial\""),
    ("equivalence trial[pt]", "type:\"equivalence trial\""),
    ("adaptive clinical trial[pt]", "type:\"adaptive clinical trial\""),
    (
      "evaluation studies[pt]", "type:\"evaluation studies\" OR type:\"evaluation study\""
    ),
    (
      "peer[ti] NOT \"controlled clinical trial\"[pt]",
      "title:peer AND NOT (type:\"controlled clinical trial\" OR type:\"randomized controlled trial\" OR type:\"equivalence trial\" OR type:\"pragmatic clinical trial\")"
    ),
    (
      "(guideline OR letter)[pt]",
      "type:guideline OR type:\"practice guideline\" OR type:letter"
    ),
    ("peer[ti] AND Smith J[1au]", "title:peer AND author:\"Smith J\""),
    ("peer[ti] AND Smith J[lastau]", "title:peer AND author:\"Smith J\""),
    // A tag belongs to the last phrase in quotation marks, or to the words after it.
    ("\"peer support\" \"community\"[ti]", "\"peer support\" AND title:community"),
    ("\"peer support\" lay worker[ti]", "\"peer support\" AND title:\"lay worker\""),
    ("peer \"lay worker\"[ti]", "peer AND title:\"lay worker\""),
    ("\"a b\" \"c d\" \"e f\"[ti]", "\"a b\" AND \"c d\" AND title:\"e f\""),
    ("OBrien M[au]", "author:(\"OBrien M\" OR \"O'Brien M\")"),
    ("O'Brien M[au]", "author:(\"O'Brien M\" OR \"OBrien M\")"),
    ("obrien m[au]", "author:(\"obrien m\" OR \"o'brien m\")"),
    ("DSOUZA R[au]", "author:(\"DSOUZA R\" OR \"D'SOUZA R\")"),
    ("olsen d[au] OR davis j[au]", "author:\"olsen d\" OR author:\"davis j\""),
    ("“peer support”[tw]", fields(["title", "abstract", "keyword"], "\"peer support\"")),
    ("peer[All Fields] OR lay", "peer OR lay"),
    ("peer[tiab]", fields(["title", "abstract", "keyword"], "peer")),
    ("peer[Title/Abstract]", fields(["title", "abstract", "keyword"], "peer")),
    ("\"Peer Group\"[Mesh]", "subject:\"Peer Group\""),
    ("Peer Group[MeSH Terms]", "subject:\"Peer Group\""),
    ("\"Peer Group\"[Mesh:NoExp]", "subject:\"Peer Group\""),
    ("\"Depression/therapy\"[Majr]", "subject:Depression"),
    ("\"Diabetes Mellitus, Type 2\"[Mesh]", "subject:\"Diabetes Mellitus, Type 2\""),
    ("depress*[mh]", "subject:depress*"), ("(peer group)[mh]", "subject:\"peer group\""),
    (
      "(aged OR depression)[mesh] AND peer[ti]",
      "(subject:aged OR subject:depression) AND title:peer"
    ),
    ("peer[ti] AND 2015:2020[dp]", "title:peer year:2015..2020"),
    (
      "peer[ti] AND (\"2010/01/01\"[Date - Publication] : \"3000\"[Date - Publication])",
      "title:peer year:2010.."
    ),
    ("peer[ti] AND 2018[dp]", "title:peer year:2018"),
    ("peer[ti] AND 201*[dp]", "title:peer year:2010..2019"),
    ("peer[ti] AND english[la]", "title:peer"),
    (
      "peer[ti] AND randomized controlled trial[pt]",
      "title:peer AND (method:randomised-trial OR type:\"randomized controlled trial\" OR type:\"equivalence trial\" OR type:\"pragmatic clinical trial\")"
    ),
    (
      "peer[ti] AND systematicreview[Filter]",
      "title:peer AND (method:systematic-review OR type:\"systematic review\")"
    ),
    (
      "peer[ti] AND systematic[sb]",
      "title:peer AND (method:systematic-review OR type:\"systematic review\")"
    ),
    // An alternative that most documents may meet, or one of a few limits, must not be missing.
    ("peer[ti] AND (lay[ti] OR humans[filter])", "title:peer"),
    ("peer[ti] AND (letter[pt] OR medline[sb])", "title:peer"),
    ("peer[ti] AND (lay[ti] OR smith j[ir])", "title:peer AND title:lay"),
    // Subheadings are words beside other alternatives, or alone.
    (
      "peer[ti] AND (lay[ti] OR drug therapy[sh])",
      "title:peer AND (title:lay OR keyword:\"drug therapy\")"
    ),
    ("(therapy OR \"drug therapy\")[sh]", "keyword:therapy OR keyword:\"drug therapy\""),
    ("peer[ti] AND therapy[sh]", "title:peer"), ("peer[ti] NOT therapy[sh]", "title:peer"),
    ("lay[ti] OR humans[filter]", "title:lay"),
    (
      "peer[ti] NOT (comment[pt] OR editorial[pt])",
      "title:peer AND NOT (type:comment OR type:commentary OR type:\"article commentary\") AND NOT "
        + "(type:editorial OR type:\"editorial material\")"
    ),
    ("letter[pt]", "type:letter"),
    ("peer[ti] NOT letter[pt]", "title:peer AND NOT type:letter"),
    ("smith j[au]", "author:\"smith j\""),
    ("10.1128/cmr.00011-19[doi]", "doi:10.1128/cmr.00011-19"),
    ("31366609[pmid] OR 17075340[uid]", "pmid:31366609 OR pmid:17075340"),
    (
      "peer[ti] NOT (lay[ti] AND 2000:2005[dp])",
      "title:peer AND NOT (title:lay AND year:2000..2005)"
    ),
    (
      "(peer[ti] AND 2000:2005[dp]) OR (lay[ti] AND 2010[dp])",
      "title:peer AND year:2000..2005 OR title:lay AND year:2010"
    ),
    ("(peer[ti]) AND (support[ti] OR work*[ti])", "title:peer AND (title:support OR title:work*)"),
  ])
  func `PubMed`(text: String, expected: String) throws { try Self.check(text, .pubmed, expected) }

  @Test(arguments: [
    ("TI peer", "title:peer"),
    ("TI peer support", "title:\"peer support\""),
    ("TI ( peer N3 support* )", "title:(peer NEAR/3 support*)"),
    ("TI peer N3 support", "title:(peer NEAR/3 support)"),
    ("TI (peer W2 (support OR work))", "title:(peer PRE/2 (support OR work))"),
    ("TI dietary n-3 fatty acids", "title:\"dietary n 3 fatty acids\""),
    ("S-100 protein", "\"S 100 protein\""),
    ("S100 protein OR TI lay", "\"S100 protein\" OR title:lay"),
    ("TI wom?n", "title:wom#n"),
    ("TI behavio#r", "title:behavio?r"),
    ("TI \"peer work*\"", "title:\"peer work*\""),
    ("TX peer AND TX support", "peer AND support"),
    ("(TI peer OR TI lay) AND TI work*", "(title:peer OR title:lay) AND title:work*"),
    ("TI peer NOT TI review", "title:peer AND NOT title:review"),
    ("TI (peer OR lay) OR AU smith", "title:(peer OR lay) OR author:smith"),
    ("(MH \"Peer Group+\")", "subject:\"Peer Group\""),
    ("MM \"Peer Counseling\"", "subject:\"Peer Counseling\""),
    ("MH \"Depression, Postpartum+\"", "subject:\"Depression, Postpartum\""),
    ("MH \"Depress*\"", "subject:Depress*"), ("MJ \"peer group\"", "keyword:\"peer group\""),
    ("MH (peer N2 group)", "keyword:(peer NEAR/2 group)"),
    (
      "MH ( \"Peer Group\" OR \"Peer Counseling+\" )",
      "subject:\"Peer Group\" OR subject:\"Peer Counseling\""
    ),
    ("TI peer AND PY 2010-2020", "title:peer year:2010..2020"),
    ("TI peer AND PY 2000-", "title:peer year:2000.."),
    ("TI peer AND PY -2005", "title:peer year:..2005"),
    ("TI peer AND (PY 2000 OR PY 2002)", "title:peer year:2000 year:2002"),
    ("TI peer AND LA English", "title:peer"),
    ("TI peer AND PT review", "title:peer AND type:review"),
    ("TI peer NOT PT \"Letter\"", "title:peer AND NOT type:letter"),
    ("TI peer AND LA English NOT PT \"Letter\"", "title:peer AND NOT type:letter"),
    (
      "TI (IV drug OR UK nurses) AND MS OR lay",
      "title:(\"IV drug\" OR \"UK nurses\") AND MS OR lay"
    ),
    ("TB patients AND TI lay", "\"TB patients\" AND title:lay"),
    ("TI peer AND RV Y", "title:peer"),
    ("TI,PT peer", "title:peer"),
    ("TI peer Limiters - Entry Date: 20200101-20211231", "title:peer"),
    (
      "TI peer Limiters - Published Date: 20100101-20201231; English Language Expanders - Apply equivalent subjects Search modes - Boolean/Phrase",
      "title:peer year:2010..2020"
    ),
  ])
  func `EBSCOhost`(text: String, expected: String) throws { try Self.check(text, .ebsco, expected) }

  @Test(arguments: [
    ("TITLE ( peer )", "title:peer"),
    ("TITLE(peer support)", "title:peer AND title:support"),
    ("TITLE(S100 protein)", "title:S100 AND title:protein"),
    ("TITLE(\"peer support\")", "title:\"peer support\""),
    ("TITLE({peer support})", "title:\"peer support\""),
    ("TITLE(peer* W/3 support*)", "title:(peer* NEAR/3 support*)"),
    ("TITLE(peer PRE/2 (support OR work))", "title:(peer PRE/2 (support OR work))"),
    ("ALL(peer AND support OR work)", "peer AND (support OR work)"),
    ("ALL(peer) AND NOT ALL(review OR trial)", "peer AND NOT (review OR trial)"),
    ("ALL(wom?n)", "wom#n"),
    ("TITLE(peer) AND PUBYEAR > 2009 AND PUBYEAR < 2021", "title:peer year:2010..2020"),
    ("TITLE(peer) AND PUBYEAR AFT 2009", "title:peer year:2010.."),
    ("TITLE(peer) AND ( LIMIT-TO ( LANGUAGE , \"English\" ) )", "title:peer"),
    ("TITLE(peer) AND DOCTYPE(re)", "title:peer AND type:review"),
    (
      "TITLE(peer) AND (LIMIT-TO(DOCTYPE,\"re\") OR LIMIT-TO(DOCTYPE,\"ed\"))",
      "title:peer AND (type:review OR type:editorial OR type:\"editorial material\")"
    ),
    ("TITLE(peer) AND (LIMIT-TO(DOCTYPE,\"ar\") OR LIMIT-TO(DOCTYPE,\"re\"))", "title:peer"),
    (
      "TITLE(peer) AND ( LIMIT-TO ( EXACTKEYWORD , \"Peer Group\" ) )",
      "title:peer AND subject:\"Peer Group\""
    ),
    ("EXACTKEYWORD(peer group)", "subject:\"peer group\""),
    (
      "TITLE(peer) AND (LIMIT-TO(EXACTSRCTITLE,\"The Lancet\"))",
      "title:peer AND journal:\"The Lancet\""
    ),
    ("TITLE(peer) AND (EXCLUDE(PUBYEAR,2014))", "title:peer AND NOT (year:2014)"),
    (
      "TITLE(peer) AND ( EXCLUDE ( PUBYEAR , 2014 ) OR EXCLUDE ( PUBYEAR , 2016 ) )",
      "title:peer AND NOT (year:2014 year:2016)"
    ),
    (
      "TITLE(peer) AND (EXCLUDE(DOCTYPE,\"re\") OR EXCLUDE(DOCTYPE,\"cp\"))",
      "title:peer AND NOT type:review AND NOT (type:\"conference paper\" OR "
        + "type:\"proceedings paper\" OR type:\"conference proceedings\")"
    ),
    (
      "TITLE(peer) AND DOCTYPE(ch)",
      "title:peer AND (type:\"book chapter\" OR type:\"book section\" OR type:chapter)"
    ),
    (
      "TITLE(peer) AND (EXCLUDE(DOCTYPE,\"ed\") OR EXCLUDE(LANGUAGE,\"German\"))",
      "title:peer AND NOT (type:editorial OR type:\"editorial material\")"
    ),
    (
      "TITLE(peer) AND NOT TITLE(lay) AND (EXCLUDE(PUBYEAR,2014))",
      "title:peer AND NOT title:lay AND NOT (year:2014)"
    ),
    // In parentheses, a limit is a part of what is excluded.
    (
      "TITLE(peer) AND NOT (TITLE(lay) AND PUBYEAR > 2014)",
      "title:peer AND NOT (title:lay AND year:2015..)"
    ),
    (
      "TITLE(peer) AND NOT (TITLE(lay) AND TITLE(aid)) AND PUBYEAR > 2014",
      "title:peer AND NOT (title:lay AND title:aid) year:2015.."
    ),
    ("TITLE(peer) AND FIRSTAUTH(\"Smith J\")", "title:peer AND author:\"Smith J\""),
    ("TITLE-ABS-KEY(peer)", fields(["title", "abstract", "keyword"], "peer")),
    ("TITLE-ABS-KEY-AUTH(peer)", fields(["title", "abstract", "keyword", "author"], "peer")),
  ])
  func `Scopus`(text: String, expected: String) throws { try Self.check(text, .scopus, expected) }

  @Test(arguments: [
    ("TI=peer", "title:peer"),
    ("TI = (peer support)", "title:peer AND title:support"),
    // Without parentheses, a field applies up to the next operator.
    ("TI=lay worker OR TI=peer", "title:lay AND title:worker OR title:peer"),
    ("TI=peer NEAR/3 support AND ALL=lay", "title:(peer NEAR/3 support) AND lay"),
    ("TI=peer AND DT=Review Article", "title:peer AND type:review"),
    ("TI=peer AND AU=Smith J*", "title:peer AND author:\"Smith J*\""),
    ("TI=(\"peer support\" OR lay)", "title:(\"peer support\" OR lay)"),
    ("TI=(peer* NEAR/3 (support* OR work*))", "title:(peer* NEAR/3 (support* OR work*))"),
    ("TI=(peer NEAR support)", "title:(peer NEAR/15 support)"),
    ("ALL=(behavio$r OR wom?n)", "behavio?r OR wom#n"),
    ("ALL=(peer-led OR peer)", "\"peer led\" OR peer"),
    ("TI=peer AND PY=2010-2020", "title:peer year:2010..2020"),
    ("TI=peer AND PY=(2015)", "title:peer year:2015"),
    ("TI=peer AND PY=(200* OR 201*)", "title:peer year:2000..2019"),
    ("TI=peer AND PY=(2000 OR 2002)", "title:peer year:2000 year:2002"),
    ("TI=peer AND PY=(2000-2002 OR 2005)", "title:peer year:2000..2002 year:2005"),
    ("TI=peer AND PY=(2005 OR 2004 OR 2003)", "title:peer year:2003..2005"),
    ("DO=(10.1128/cmr.00011-19)", "doi:10.1128/cmr.00011-19"),
    ("TI=peer AND LA=(English)", "title:peer"),
    ("TI=peer AND DT=(Review)", "title:peer AND type:review"),
    ("TI=peer AND DT=(Letter)", "title:peer AND type:letter"),
    ("TI=peer AND LA=(English) NOT DT=(Letter)", "title:peer AND NOT type:letter"),
    ("TITLE: (peer) AND LANGUAGE: (English)", "title:peer"),
    ("TI=peer AND DT=(Article OR Review)", "title:peer"),
    ("TI=peer NOT TI=review OR TI=lay", "title:peer AND NOT title:review OR title:lay"),
    ("TI=peer Indexes=SCI-EXPANDED, SSCI Timespan=2000-2020", "title:peer year:2000..2020"),
    (
      "TI=peer Refined by: PUBLICATION YEARS: (2019 OR 2018) Timespan: 2010-2020",
      "title:peer year:2018..2019"
    ),
    (
      "TI=peer Refined by: DOCUMENT TYPES: (ARTICLE) AND LANGUAGES: (ENGLISH) Timespan: 2010-2020. Indexes: SCI-EXPANDED, SSCI.",
      "title:peer year:2010..2020"
    ),
    (
      "TI=peer Refined by: [excluding] PUBLICATION YEARS: (2014 OR 2015)",
      "title:peer AND NOT (year:2014..2015)"
    ),
    (
      "TI=peer Refined by: DOCUMENT TYPES: (REVIEW) AND [excluding] PUBLICATION YEARS: (2020)",
      "title:peer AND type:review AND NOT (year:2020)"
    ),
    (
      "TI=peer Refined by: [excluding] DOCUMENT TYPES: (REVIEW OR ARTICLE) AND [excluding] LANGUAGES: (GERMAN)",
      "title:peer AND NOT type:review"
    ),
    (
      "peer (Title) and Review Article or Editorial Material (Exclude – Document Types)",
      "title:peer AND NOT type:review AND NOT (type:\"editorial material\" OR type:editorial)"
    ),
    (
      "peer (Title) or lay (Title) and 2019 or 2020 (Exclude – Publication Years)",
      "(title:peer OR title:lay) AND NOT (year:2019..2020)"
    ),
    (
      "peer (Title) or lay (Title) and 2019 (Publication Years)",
      "(title:peer OR title:lay) year:2019"
    ),
    (
      "peer (Title) OR lay (Title) AND 2019 (Year Published)",
      "title:peer OR title:lay AND year:2019"
    ),
    ("peer (Title) and Preprint Citation Index (Exclude – Database)", "title:peer"),
    ("peer (Title) and Health Care Sciences & Services (Web of Science Categories)", "title:peer"),
    ("peer (Title) and Health and Place (Exclude – Research Areas)", "title:peer"),
    ("peer (Title) and Open Access and Early Access and Highly Cited Papers", "title:peer"),
    ("TI=(peer) and Open Access and 2019 (Publication Years)", "title:peer year:2019"),
    ("TI=(peer and open access)", "title:peer AND title:open AND title:access"),
    (
      "TITLE: (peer) AND PUBLICATION NAME: (lancet) AND GROUP AUTHOR: (who)",
      "title:peer AND journal:lancet"
    ),
    ("TI=peer Timespan: 2020-01-01 to 2021-12-31 (Index Date)", "title:peer"),
    ("TI=(AIDS: (peer))", "title:AIDS AND title:peer"),
    ("TS=(peer)", fields(["title", "abstract", "keyword"], "peer")),
  ])
  func `Web of Science`(text: String, expected: String) throws {
    try Self.check(text, .wos, expected)
  }

  // The type is stated, because inferring it for so many rows takes the compiler too long.
  private static let notes: [(String, String, QuerySyntax)] = [
    ("english.la.", "peer.ti. and english.la.", QuerySyntax.ovid),
    (
      "“drug therapy.fs.” is searched as keyword:\"drug therapy\", because records have subheadings "
        + "only as parts of headings; other headings with these words are found as well.",
      "peer.ti. or drug therapy.fs.", .ovid
    ),
    ("“drug therapy.fs.” is searched as keyword:\"drug therapy\",", "drug therapy.fs.", .ovid),
    (
      "“th.fs.” (subheading) has no equivalent and was ignored.", "peer.ti. and th.fs.", .ovid
    ),
    ("“ct.fs.” (floating subheading) has no", "peer.ti. or ct.fs.", .ovid),
    ("/freq=3", "peer.ab. /freq=3", .ovid),
    ("exp Peer Group/", "exp Peer Group/", .ovid),
    ("*Peer Group/", "*Peer Group/", .ovid),
    ("use ppez", "peer.ti. use ppez", .ovid),
    ("“use mesz, prem”", "peer.ti. use mesz, prem", .ovid),
    (
      "method: also finds designs that peerlit recognised in the text.",
      "randomized controlled trial.pt.", .ovid
    ),
    (
      "NOT excludes only documents whose record states the publication type",
      "peer.ti. not randomized controlled trial.pt.", .ovid
    ),
    ("“Review Article” is read as type:review.", "TI=peer AND DT=Review Article", .wos),
    (
      "“letter” was left out as well, because an alternative to it has no equivalent.",
      "peer.ti. and (letter or journal article).pt.", .ovid
    ),
    (
      "“title:lay” was left out as well, because an alternative to it has no equivalent.",
      "peer[ti] AND (lay[ti] OR humans[filter])", .pubmed
    ),
    (
      "fewer documents than the original, because the alternative “smith j[ir]” was ignored.",
      "peer[ti] OR smith j[ir]", .pubmed
    ),
    (
      "because the alternatives “humans[filter]”, “english[la]” were ignored.",
      "lay[ti] OR humans[filter] OR english[la]", .pubmed
    ),
    (
      "\"0300\" is searched as words, because this publication type has no equivalent and can't be "
        + "left out next to OR.", "peer.ti. or 0300.md.", .ovid
    ),
    ("english[la]", "peer[ti] AND english[la]", .pubmed),
    ("“\"has abstract\"[text]” (filter)", "peer[ti] AND \"has abstract\"[text]", .pubmed),
    ("free full text[filter]", "peer[ti] AND free full text[filter]", .pubmed),
    ("\"Peer Group+\"", "MH \"Peer Group+\"", .ebsco),
    ("English", "TI peer AND LA English", .ebsco),
    ("LIMIT-TO", "TITLE(peer) AND (LIMIT-TO(LANGUAGE,\"English\"))", .scopus),
    ("medi", "TITLE(peer) AND SUBJAREA(medi)", .scopus),
    ("English", "TI=peer AND LA=(English)", .wos),
    ("LANGUAGES: (ENGLISH)", "TI=peer Refined by: LANGUAGES: (ENGLISH) Timespan: 2010-2020.", .wos),
    (
      "“Indexes: SCI-EXPANDED, SSCI” has no equivalent: there is only one database.",
      "TI=peer Timespan: 2010-2020. Indexes: SCI-EXPANDED, SSCI.", .wos
    ),
    ("“Indexes=SSCI” has", "TI=peer Indexes=SSCI Timespan=2010-2015", .wos),
    (
      "[excluding] LANGUAGES: (GERMAN)", "TI=peer Refined by: [excluding] LANGUAGES: (GERMAN)", .wos
    ),
    ("(Exclude - Database)", "peer (Title) and Preprint Index (Exclude – Database)", .wos),
    ("“Open Access” has", "peer (Title) and Open Access", .wos),
    ("(Index Date)", "TI=peer Timespan: 2020-01-01 to 2021-12-31 (Index Date)", .wos),
    ("“CINAHL” has no", "TI peer Limiters - Language: English Database - ERIC;CINAHL", .ebsco),
    (
      "“random*” is not the name of a publication type, so only the other fields are searched for it.",
      "random*.ab,pt.", .ovid
    ),
    ("no field for publication type", "TI,PT peer", .ebsco),
    ("“RV Y” (peer review)", "TI peer AND RV Y", .ebsco),
    (
      "“EL \"Adult Education\"” (education level)", "TI peer AND EL \"Adult Education\"", .ebsco
    ),
    ("“Smith J[1au]” also finds documents in which this is not the first", "Smith J[1au]", .pubmed),
    ("“[tiab]” also finds subject headings", "peer[tiab]", .pubmed),
    ("“[tiab]” also finds subject headings", "(peer OR lay)[Title/Abstract]", .pubmed),
    ("“Peer Group[majr]” also finds documents in which it", "Peer Group[majr]", .pubmed),
    ("“\"Peer Group\"[mj]” also finds documents in which it", "\"Peer Group\"[mj]", .pubmed),
    ("“[majr]” also finds documents in which the heading", "(Mentors OR Peers)[majr]", .pubmed),
    ("“*Peer Group/” also finds documents in which it", "*Peer Group/", .ovid),
    ("“MM” also finds documents in which the heading", "MM \"Peer Group+\"", .ebsco),
    ("“MM” also finds documents in which the heading", "MM Peer Group", .ebsco),
    ("“MJ” also finds documents in which the heading", "MJ (peer OR lay)", .ebsco),
    ("“[ot]” also finds subject headings", "peer[ot]", .pubmed),
    ("“[ot]” also finds subject headings", "(peer OR lay)[Other Term]", .pubmed),
    ("“.kf.” also finds subject headings", "peer.ti,kf.", .ovid),
    ("“KW” also finds subject headings", "KW peer", .ebsco),
    ("“AUTHKEY” also finds subject headings", "AUTHKEY(peer)", .scopus),
    ("“AK” also finds subject headings", "AK=(peer)", .wos),
    ("“AK” also finds subject headings", "peer (Author Keywords)", .wos),
    ("also find longer headings", "(peer adj2 group).sh.", .ovid),
    ("also find longer headings", "MH (peer N2 group)", .ebsco),
    ("A journal is found by the name and the abbreviation", "\"N Engl J Med\"[ta]", .pubmed),
    ("A journal is found by the name and the abbreviation", "lancet.jn. and peer.ti.", .ovid),
    ("not the last author", "(Smith J OR Lee A)[lastau]", .pubmed),
    ("“FIRSTAUTH” also finds", "FIRSTAUTH(smith)", .scopus),
    (
      "EXCLUDE ( LANGUAGE , \"German\" )", "TITLE(peer) AND (EXCLUDE ( LANGUAGE , \"German\" ))",
      .scopus
    ),
    ("same sentence", "TI=(peer SAME support)", .wos),
    ("“'peer support'” is not a phrase in Scopus", "TITLE('peer support')", .scopus),
    ("“'peer support'” is not a phrase in Web of Science", "TI=(‘peer support’ OR lay)", .wos),
    ("“'peer support'” is not a phrase in PubMed", "'peer support' AND hiv[ti]", .pubmed),
    ("institution", "IN university AND TI peer", .ebsco),
    (
      "“TB” before “patients” was searched as a word, because it is not a field.",
      "TB patients AND TI lay", .ebsco
    ),
    ("NOT was ignored", "peer.ti. not (lay.ti. and english.la.)", .ovid),
    ("has no equivalent", "peer.ti. not journal article.pt.", .ovid),
    (
      "is read as type:editorial OR type:\"editorial material\".",
      "peer.ti. not editorial.pt.", .ovid
    ),
  ]

  @Test(arguments: notes)
  func `everything without an equivalent is named`(name: String, text: String, syntax: QuerySyntax)
    throws
  {
    let notes = try Self.query(text, syntax).notes
    #expect(notes.dropFirst().contains { $0.contains(name) }, "\(notes)")
  }

  @Test(
    arguments: [
      ("TITLE(peer OR lay W/3 support)", "(peer OR lay) W/3 support"),
      ("TITLE(peer W/3 support OR \"mutual aid\")", "peer W/3 (support OR \"mutual aid\")"),
      ("TITLE(a OR b PRE/2 c OR d AND e)", "(a OR b) PRE/2 (c OR d)"),
      ("TITLE(peer) OR TITLE(lay) W/3 support", "(TITLE(peer) OR TITLE(lay)) W/3 support"),
      ("TITLE((peer OR lay) W/3 (support OR aid))", nil),
      ("TITLE((peer W/3 support) OR aid)", nil), ("TITLE(peer W/3 support AND aid)", nil),
      ("TITLE(peer W/3 support W/3 aid)", nil),
    ] as [(String, String?)])
  func `OR beside a proximity of Scopus is read first, with a note`(
    text: String, grouped: String?
  ) throws {
    let notes = try Self.query(text, .scopus).notes.filter { $0.hasPrefix("Read as “") }
    let expected = grouped.map {
      "Read as “\($0)”, because Scopus reads OR before proximity operators. Write parentheses for "
        + "another order."
    }
    #expect(notes == [expected].compactMap(\.self))
  }

  @Test(
    arguments: [
      ("peer.mp,kw.", QuerySyntax.ovid), ("peer.kf,sh.", .ovid), ("peer.hw.", .ovid),
      ("peer[mh]", .pubmed), ("SU peer", .ebsco), ("KEY(peer)", .scopus), ("TS=peer", .wos),
    ] as [(String, QuerySyntax)])
  func `a field that searches subject headings has no note on them`(
    text: String, syntax: QuerySyntax
  ) throws {
    let notes = try Self.query(text, syntax).notes
    #expect(!notes.contains { $0.contains("also finds subject headings") }, "\(notes)")
  }

  @Test(arguments: ["letter.pt.", "interview.pt.", "clinical trial.pt.", "Letter/"])
  func `a publication type that stays the same has no note`(text: String) throws {
    let notes = try Self.query("peer.ti. or \(text)", .ovid).notes
    #expect(!notes.contains { $0.contains("publication type") }, "\(notes)")
  }

  @Test(
    arguments: [
      (
        "exp Peer Group/ or exp Mentors/ or exp Peer Group/ or exp Humans/", QuerySyntax.ovid,
        "“exp Peer Group/”, “exp Mentors/”"
      ),
      (
        "\"Peer Group\"[Mesh] AND (humans[mh] OR Mentors[mh] OR \"Child, Preschool\"[mh])", .pubmed,
        "“\"Peer Group\"[Mesh]”, “Mentors[mh]”"
      ),
      ("MH \"Mentors+\" OR MH \"Female+\"", .ebsco, "“\"Mentors+\"”"),
      (
        "1. exp Peer Group/\n2. exp Mentors/\n3. or/1-2", .ovid, "“exp Peer Group/”, “exp Mentors/”"
      ),
      ("humans[mh] AND female[mh] AND \"Middle Aged\"[mh]", .pubmed, nil),
      // Types of publication, which are found with the narrower ones.
      ("exp Clinical Trial/ or exp Review/", .ovid, nil),
    ] as [(String, QuerySyntax, String?)])
  func `headings without their narrower ones are listed once`(
    text: String, syntax: QuerySyntax, headings: String?
  ) throws {
    let notes = try Self.query(text, syntax).notes.filter { $0.contains("narrower headings") }
    let expected = headings.map { "\($0): narrower headings are not included; add them with OR." }
    #expect(notes == [expected].compactMap(\.self))
  }

  // The type is stated, because inferring it for so many rows takes the compiler too long.
  private static let mistakes: [(String, QuerySyntax, Int, String)] = [
    ("(peer or lay.ti.", QuerySyntax.ovid, 0, "Unmatched “(”"),
    ("peer or.ti.", .ovid, 7, "“.ti.” without a term before it"),
    ("(peer support and aid) adj3 lay", .ovid, 14, "AND or NOT in a proximity search"),
    ("(peer and support) adj3 lay", .ovid, 6, "AND or NOT in a proximity search"),
    ("lay adj3 (peer or (help not aid)).ti.", .ovid, 24, "AND or NOT in a proximity search"),
    (
      "TITLE(((peer OR lay) W/3 (aid OR (help PRE/0 group))) AND NOT (child W/2 (peer AND school)))",
      .scopus, 79, "AND or NOT in a proximity search"
    ),
    ("1 or 2", .ovid, 0, "Reference to the missing line 1"),
    ("adj support.ti.", .ovid, 0, "“adj” without a term before it"),
    ("peer and adj3 support.ti.", .ovid, 9, "“adj3” without a term before it"),
    ("TITLE(W/3 peer)", .scopus, 6, "“W/3” without a term before it"),
    ("TI=(NEAR/3 peer)", .wos, 4, "“NEAR/3” without a term before it"),
    ("TI peer AND ZC \"empirical study\"", .ebsco, 12, "Unknown field “ZC”"),
    ("TI peer AND ZC (lay)", .ebsco, 12, "Unknown field “ZC”"),
    ("FOO: (peer)", .wos, 0, "Unknown field “FOO:”"),
    ("peer[nonsense]", .pubmed, 4, "Unknown field tag “[nonsense]”"),
    ("peer[ti", .pubmed, 0, "Unmatched"),
    ("TI peer (support)", .ebsco, 8, "Missing operator"),
    ("TITLE(peer W/3 (social support))", .scopus, 23, "AND or NOT in a proximity search"),
    ("TITLES(peer)", .scopus, 0, "Unknown field “TITLES”"),
    ("TITLE({peer", .scopus, 6, "Unmatched “{”"),
    ("TI=(peer AND", .wos, 9, "“AND” without a term after it"),
    ("TI=*aemia", .wos, 3, "A wildcard at the beginning of a word"),
    // Fields that a platform lacks.
    ("peer.gr. or lay.tw.", .ovid, 4, "Unknown field “.gr.”"),
    ("peer.pu.", .ovid, 4, "Unknown field “.pu.”"),
    ("(peer or lay).px.", .ovid, 13, "Unknown field “.px.”"),
    ("\"peer support\".me.", .ovid, 14, "Unknown field “.me.”"),
    ("peer.ti,zz.", .ovid, 4, "Unknown field “.zz.”"),
    ("peer.ti. or lay.zz", .ovid, 15, "Unknown field “.zz.”"),
    ("ZZ=(peer)", .wos, 0, "Unknown field “ZZ=”"),
    ("TI=peer AND QQ=lay", .wos, 12, "Unknown field “QQ=”"),
    ("peer[tiab:exact]", .pubmed, 0, "Unknown option “:exact”"),
    ("\"peer support\"[tiab:~x]", .pubmed, 0, "“[tiab:~x]” without a valid distance"),
    ("\"peer support\"[tiab:~1001]", .pubmed, 0, "“[tiab:~1001]” without a valid distance"),
    ("TITLE(peer W/1001 lay)", .scopus, 11, "“W/1001” without a valid distance"),
    ("peer adj1001 lay.tw.", .ovid, 5, "“adj1001” without a valid distance"),
    ("TI=(peer NEAR/99999999999999999999 lay)", .wos, 9, "“NEAR/99999999999999999999” without"),
    ("TI=(peer NEAR/-3 lay)", .wos, 9, "“NEAR/-3”, which is not an operator of Web of Science"),
    // Operators of other platforms, or without a distance.
    ("TITLE(migraine W/n aspirin)", .scopus, 15, "“W/n”, which is not an operator of Scopus"),
    ("TITLE(peer N3 lay)", .scopus, 11, "“N3”, which is not an operator of Scopus"),
    ("TITLE(peer adj3 lay)", .scopus, 11, "“adj3”, which is not an operator of Scopus"),
    ("TI=(peer W/3 lay)", .wos, 9, "“W/3”, which is not an operator of Web of Science"),
    ("TI=(peer NEAR/x lay)", .wos, 9, "“NEAR/x”, which is not an operator of Web of Science"),
    ("TI (peer NEAR/3 lay)", .ebsco, 9, "“NEAR/3”, which is not an operator of EBSCOhost"),
    ("TI (peer N/3 lay)", .ebsco, 9, "“N/3”, which is not an operator of EBSCOhost"),
    ("peer W3 lay.tw.", .ovid, 5, "“W3”, which is not an operator of Ovid"),
    ("peer[ti] OR peer NEAR/3 lay", .pubmed, 17, "“NEAR/3”, which is not an operator of PubMed"),
    // Fields of other platforms.
    ("TS=(peer) AND support[tiab]", .pubmed, 0, "“TS=”, a field of Web of Science"),
    ("TS=(peer) AND support[tiab]", .wos, 14, "“[tiab]”, a field of PubMed"),
    ("support[tiab] and lay.tw.", .ovid, 7, "“[tiab]”, a field of PubMed"),
    ("TITLE-ABS-KEY(peer) AND TI=lay", .wos, 0, "“TITLE-ABS-KEY”, a field of Scopus"),
    ("peer.tw. OR lay[ti]", .pubmed, 0, "“.tw.”, a field of Ovid"),
    ("AB (peer W/3 support)", .scopus, 0, "“AB”, a field of EBSCOhost, in a search for Scopus,"),
    ("lay[ti] AND TI (peer)", .pubmed, 12, "“TI”, a field of EBSCOhost, in a search for PubMed,"),
    ("lay.ti. and MH \"Peer Group\"", .ovid, 12, "“MH”, a field of EBSCOhost"),
    ("TS=(peer) AND TI (lay)", .wos, 14, "“TI”, a field of EBSCOhost"),
    (
      "peer support:ti,ab. AND lay[ti]", .pubmed, 5,
      "“:ti,ab.”, a field of Embase.com and the Cochrane Library, in a search for PubMed,"
    ),
    (
      "TI=lay AND peer:ab", .wos, 11,
      "“:ab”, a field of Embase.com and the Cochrane Library, in a search for Web of Science,"
    ),
    ("peer$[tiab]", .pubmed, 0, "“peer$”, truncated as in Ovid, in a search for PubMed,"),
    ("TI lay AND peer$", .ebsco, 11, "“peer$”, truncated as in Ovid, in a search for EBSCOhost,"),
    ("TITLE(peer$2)", .scopus, 6, "“peer$”, truncated as in Ovid, in a search for Scopus,"),
    // Wildcards that a platform lacks.
    ("wom?n[tiab]", .pubmed, 0, "“wom?n”, with a wildcard that PubMed does not have,"),
    ("lay[ti] OR behavio#r[ti]", .pubmed, 11, "“behavio#r”, with a wildcard that PubMed"),
    ("\"peer behavio#r\"[ti]", .pubmed, 0, "“behavio#r”, with a wildcard that PubMed"),
    ("psychos##[ti]", .pubmed, 0, "“psychos##”, with a wildcard that PubMed"),
    ("TI=(lay OR behavio#r)", .wos, 11, "“behavio#r”, with a wildcard that Web of Science"),
    ("TITLE(behavio#r)", .scopus, 6, "“behavio#r”, with a wildcard that Scopus does not have,"),
    ("exp Peer Group/ OR lay[ti]", .pubmed, 0, "“exp Peer Group/”, a subject heading of Ovid,"),
    ("TI=lay OR exp \"Peer Group\"/", .wos, 10, "“exp"),
    ("or/1-2 AND lay[ti]", .pubmed, 0, "“or/1-2”, which is not an operator of PubMed"),
    ("TI lay AND or/1,3", .ebsco, 11, "“or/1,3”, which is not an operator of EBSCOhost"),
    // Fields that apply to one side of a proximity.
    ("support*.ab. adj3 hiv.ti.", .ovid, 13, "Different fields in a proximity search"),
    (
      "(peer*.ti. or support*.ab.) adj3 hiv.ti.", .ovid, 28,
      "Different fields in a proximity search"
    ),
    ("peer.ti. adj3 lay.ti. adj3 hiv.ti,ab.", .ovid, 22, "Different fields in a proximity search"),
    ("(peer.ti. adj3 hiv).ab.", .ovid, 19, "Different fields in a proximity search"),
    ("(lay and (peer.ti. adj3 hiv)).ab.", .ovid, 29, "Different fields in a proximity search"),
    ("exp Peer Group/ adj3 support.ti.", .ovid, 16, "Different fields in a proximity search"),
    ("TI peer N3 AB support", .ebsco, 8, "Different fields in a proximity search"),
    ("TI peer W3 SU support", .ebsco, 8, "Different fields in a proximity search"),
    ("TITLE(peer) W/3 ABS(lay)", .scopus, 12, "Different fields in a proximity search"),
    ("TI=(peer) NEAR/3 AB=(lay)", .wos, 10, "Different fields in a proximity search"),
    ("TI=peer NEAR/3 AB=lay", .wos, 0, "Different fields in a proximity search"),
    // What can't be combined.
    ("(2000.yr. not lay.ti.) or peer.ti.", .ovid, 0, "A limit without search terms next to OR"),
    ("1 adj3 2", .ovid, 0, "A proximity operator between lines"),
  ]

  @Test(arguments: mistakes)
  func `mistakes are errors`(text: String, syntax: QuerySyntax, position: Int, problem: String)
    throws
  {
    let error = try #require(throws: QueryError.self) { try Self.query(text, syntax) }
    guard case .malformed(let mistake) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(mistake.problem.hasPrefix(problem), "\(mistake.problem)")
    if problem != "Unmatched" { #expect(mistake.position == position, "\(text)") }
  }
}
