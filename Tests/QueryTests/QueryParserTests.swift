import Literature
import Query
import TestSupport
import Testing

/// Parses typed queries and compares the printed trees.
struct QueryParserTests {
  func tree(_ text: String) throws -> String {
    try QueryParser().parse(text).tree.description
  }

  @Test(arguments: [
    ("role clarity", "(any role clarity)"),
    ("+role clarity", "(any clarity (must role))"),
    ("peer -mentor", "(any peer (not mentor))"),
    ("a AND b OR c", "(or (and a b) c)"),
    ("a b AND c", "(any a (and b c))"),
    ("a OR b c", "(any (or a b) c)"), ("author:OBrien", "(field author (or obrien o'brien))"),
    ("author:(O'Neill OR ONeill)", "(field author (or o'neill oneill))"),
    ("\"role clarity\"", "(phrase role clarity)"),
    ("a NEAR/5 b", "(near 5 a b)"),
    ("a NEAR b", "(near 10 a b)"),
    ("counsel*", "(prefix counsel)"),
    ("title:\"peer work\"", "(field title (phrase peer work))"),
    ("title:(a b)", "(field title (any a b))"),
    ("author:vojt", "(field author vojt)"),
  ])
  func `each row of the design's table`(text: String, tree: String) throws {
    let query = try QueryParser().parse(text)
    #expect(query.tree.description == tree)
    #expect(query.notes.isEmpty)
    #expect(query.filter.isEmpty)
  }

  @Test(arguments: [
    ("10.1002/jts.20636", "(identifier 10.1002/jts.20636)"),
    ("https://doi.org/10.1002/JTS.20636", "(identifier 10.1002/jts.20636)"),
    ("DOI: 10.1002/jts.20636.", "(identifier 10.1002/jts.20636)"),
    ("10.1016/S2215-0366(19)30000-1", "(identifier 10.1016/s2215-0366(19)30000-1)"),
    ("(10.1016/S2215-0366(19)30000-1)", "(identifier 10.1016/s2215-0366(19)30000-1)"),
    ("31234567", "(identifier 31234567)"),
    ("PMID: 2024", "(identifier 2024)"),
    ("PMC1968524", "(identifier pmc1968524)"),
    ("nct01857648", "(identifier nct01857648)"),
    ("https://clinicaltrials.gov/study/NCT01857648", "(identifier nct01857648)"),
    ("https://pubmed.ncbi.nlm.nih.gov/31234567/", "(identifier 31234567)"),
    ("ISRCTN12345678", "(identifier isrctn12345678)"),
    ("978-0-306-40615-7", "(identifier 9780306406157)"),
    ("0306406152", "(identifier 0306406152)"),
    ("peer NCT01857648, help", "(any peer (identifier nct01857648) help)"),
    ("-NCT01857648 peer", "(any peer (not (identifier nct01857648)))"),
    (
      "peer (doi.org/10.1/x OR 10.1002/jts.2)",
      "(any peer (or doi.org/10.1/x (identifier 10.1002/jts.2)))"
    ),
    ("doi:10.1002/JTS.20636", "(doi 10.1002/jts.20636)"),
    ("doi:10.1016/S2215-0366(19)30000-1", "(doi 10.1016/s2215-0366(19)30000-1)"),
    ("(doi:10.1016/S2215-0366(19)30000-1)", "(doi 10.1016/s2215-0366(19)30000-1)"),
    (
      "doi:https://doi.org/10.1002/jts.20636 peer",
      "(any (doi https://doi.org/10.1002/jts.20636) peer)"
    ),
    ("pmid:(1 OR 2)", "(or (pmid 1) (pmid 2))"),
    (
      "subject:(\"Peer Group\" OR depress*, Mentors) AND peer",
      "(and (or (subject peer group) (subject depress*) (subject mentors)) peer)"
    ),
    ("peer AND id:\"peers hcv\"", "(and peer (id peers hcv))"),
    ("NCT01857648 NEAR/2 trial", "(near 2 (identifier nct01857648) trial)"),
    ("title:NCT01857648", "(field title nct01857648)"),
    ("keyword:\"West Indies\"", "(field keyword (phrase west indies))"),
    ("abstract:(a AND b)", "(field abstract (and a b))"),
    ("2024", "2024"), ("gillard 2024", "(any gillard 2024)"), ("n=31234567", "n=31234567"),
    ("7.10.2020/2", "7.10.2020/2"),
  ])
  func `identifiers and fields of the record`(text: String, tree: String) throws {
    let query = try QueryParser().parse(text)
    #expect(query.tree.description == tree)
    #expect(query.notes.isEmpty)
    #expect(query.filter.isEmpty)
  }

  @Test(arguments: [
    ("role", "role"),
    ("role clarity HCV", "(any role clarity hcv)"),
    ("What is \"Role Clarity\"?", "(any what is (phrase role clarity))"),
    ("peer and support or not", "(any peer and support or not)"),
    ("C++ & C#, 50% (of all).", "(any c++ c 50 of all)"),
    ("peer-led don't 1:1 ½ n=25", "(any peer-led don't 1:1 ½ n=25)"),
    (
      "“curly quotes” „low ones“ «angles»",
      "(any (phrase curly quotes) (phrase low ones) (phrase angles))"
    ),
    ("-5 +1 - a", "(any 5 1 a)"),
    ("well -\"peer work\" +\"role\"", "(any well (must (phrase role)) (not (phrase peer work)))"),
    ("", "(any)"),
    (" \u{0}\t(…) ", "(any)"),
    ("互助 支持 Ἀθῆναι 👩🏽‍⚕️", "(any 互助 支持 ἀθῆναι 👩🏽‍⚕️)"),
    ("peer\u{0}support\u{FEFF}", "(any peer support)"),
  ])
  func `words are kept as typed, without the punctuation around them`(text: String, tree: String)
    throws
  {
    let query = try QueryParser().parse(text)
    #expect(query.tree.description == tree)
    #expect(query.notes.isEmpty)
  }

  @Test(arguments: [
    ("a NOT b", "(any a (not b))"),
    ("a OR b NOT c", "(any (or a b) (not c))"),
    ("a AND b NOT c NOT d", "(any (and a b) (not c) (not d))"),
    ("-a b AND c", "(any (and b c) (not a))"),
    ("method:cohort NOT a AND b", "(and (not a) b)"),
    ("a year:2015.. AND method:cohort", "a"),
    ("NOT a AND b", "(and (not a) b)"),
    ("a AND -b", "(and a (not b))"),
    ("a AND +b", "(and a b)"),
    ("NOT NOT a b", "(any a b)"),
    ("a OR b OR c AND d", "(or a b (and c d))"),
    ("(a OR b) OR c", "(or a b c)"),
    ("(a OR b) AND c", "(and (or a b) c)"),
    ("(a b) c", "(any a b c)"),
    ("(a +b) c", "(any (any a (must b)) c)"),
    ("c (-a)", "(any c (not a))"),
    ("c (-a -b)", "(any c (not (or a b)))"),
    ("c (+a -b)", "(any c (and a (not b)))"),
    ("+a +b", "(any (must a) (must b))"),
    ("NOT a NEAR/3 b c", "(any c (not (near 3 a b)))"),
    ("+a NEAR b c", "(any c (must (near 10 a b)))"),
    ("\"a b\" NEAR/0 c* NEAR/0 d", "(near 0 (phrase a b) (prefix c) d)"),
    ("+title:a -author:(b OR c)", "(any (must (field title a)) (not (field author (or b c))))"),
    ("Title:a AND TITLE:b*", "(and (field title a) (field title (prefix b)))"),
    ("c title:(-a)", "(any c (not (field title a)))"),
    ("()a", "a"),
    ("a NEAR/3 (b OR c*)", "(near 3 a (or b (prefix c)))"),
    (
      "peer* NEAR/3 (support* OR work*)",
      "(near 3 (prefix peer) (or (prefix support) (prefix work)))"
    ),
    ("(a NEAR/2 b) NEAR/5 \"c d\"", "(near 5 (near 2 a b) (phrase c d))"),
    ("a PRE/2 b PRE/2 c", "(pre 2 a b c)"),
    ("a PRE/0 b", "(phrase a b)"),
    ("title:a NEAR/3 title:b", "(field title (near 3 a b))"),
    ("title:(a* NEAR/3 (b OR \"c d\"))", "(field title (near 3 (prefix a) (or b (phrase c d))))"),
    ("\"peer worker*\" AND a", "(and (phrase peer (prefix worker)) a)"),
    ("\"peer wom#n work*2\"", "(phrase peer (wildcard wom#n) (wildcard work??))"),
    ("behavio?r psychos#s", "(any (wildcard behavio?r) (wildcard psychos#s))"),
    ("wom*n m*", "(any (wildcard wom*n) (prefix m))"),
    (
      "self-harm* non-randomi?ed",
      "(any (phrase self (prefix harm)) (phrase non (wildcard randomi?ed)))"
    ),
    ("does it work? C# psychos##", "(any does it work c (wildcard psychos##))"),
    ("a AND -(b OR c)", "(and a (not (or b c)))"),
    ("a OR b +(c OR d)", "(any (or a b) (must (or c d)))"),
    ("(title:a OR title:b) NEAR/3 title:c", "(field title (near 3 (or a b) c))"),
    ("title:(a NEAR/2 b) NEAR/5 title:c", "(field title (near 5 (near 2 a b) c))"),
    ("a NEAR 2020", "(near 10 a 2020)"), ("(a NEAR 3) AND b", "(and (near 10 a 3) b)"),
    ("a NEAR 3 OR b", "(or (near 10 a 3) b)"), ("a AND PRE/POST", "(and a pre/post)"),
    // A filter in a part of a query applies only there.
    ("(a AND method:cohort) OR b", "(or (and a (filter method:cohort)) b)"),
    ("(a method:cohort) OR b", "(or (and a (filter method:cohort)) b)"),
    ("(a b method:cohort) OR c", "(or (and (any a b) (filter method:cohort)) c)"),
    ("a AND method:cohort OR b", "(or (and a (filter method:cohort)) b)"),
    (
      "a OR (b AND c AND year:2015.. AND n:>=20)",
      "(or a (and b c (filter n:20.. year:2015..)))"
    ),
    ("a NOT (b AND method:cohort)", "(any a (not (and b (filter method:cohort))))"),
    ("a NOT (b year:2015..)", "(any a (not (and b (filter year:2015..))))"),
    ("a AND NOT (year:2015..)", "(and a (not (filter year:2015..)))"),
    // A range can be excluded with and without parentheses.
    ("a AND NOT year:2015..", "(and a (not (filter year:2015..)))"),
    ("a NOT year:2004..2010", "(any a (not (filter year:2004..2010)))"),
    ("a -n:>50", "(any a (not (filter n:51..)))"),
    ("a AND -year:2015", "(and a (not (filter year:2015)))"),
    ("a AND NOT year:none", "(and a (not (filter year:none)))"),
    ("a AND NOT NOT year:2015 b", "(any a b)"),
    ("NOT year:2015.. a", "(any a (not (filter year:2015..)))"),
    ("a AND (b NOT year:2015..)", "(and a (any b (not (filter year:2015..))))"),
  ])
  func `operators, signs and parentheses`(text: String, tree: String) throws {
    #expect(try self.tree(text) == tree)
  }

  @Test(arguments: [
    ("peer (support", "(any peer support)", "Unmatched “(” at character 6."),
    ("\"unclosed words", "(any unclosed words)", "Unmatched quotation mark at character 1."),
    ("support)", "support", "Unmatched “)” at character 8"),
    ("\"role clarity\" -mentor (", "(any (phrase role clarity) (not mentor))", "Unmatched “(”"),
    ("foo:bar baz", "(any foo bar baz)", "Unknown field “foo:”; searched as plain words."),
    ("see https://x.org/a?b=c", "(any see https x.org a b c)", "Unknown field “https:”"),
    (
      "-foo:bar baz", "(any baz (not foo) (not bar))",
      "Unknown field “foo:”; searched as plain words."
    ),
    ("*", "(any)", "needs letters before it"),
    ("*ing", "ing", "needs letters before it"),
    ("\"peer *\"", "(phrase peer)", "needs letters before it"),
    ("a \"\" b", "(any a b)", "Empty quotation marks"),
    ("a -(b c)", "(any a b c)", "use NOT"),
    ("-mentor", "(any (not mentor))", "only excludes words"),
    ("tittle:(peer support)", "(any tittle peer support)", "Unknown field “tittle:”"),
    ("Aim:\"peer support\"", "(any aim (phrase peer support))", "Unknown field “Aim:”"),
    ("Title: peer support", "(any title peer support)", "“title:” is searched as a word"),
    ("peer year: 2015", "(any peer year 2015)", "“year:” is searched as a word"),
    (
      "peer year>2015", "(any peer year>2015)",
      "“year>2015” is searched as a word. For a filter, write year:>2015."
    ),
    ("n≥20 peers", "(any n≥20 peers)", "For a filter, write n:≥20."),
    (
      "peer year > 2015", "(any peer year 2015)",
      "“year > 2015” is searched as words. For a filter, write year:>2015."
    ),
    ("peer year >=2015", "(any peer year 2015)", "For a filter, write year:>=2015."),
    ("peer year = 2015.", "(any peer year 2015)", "For a filter, write year:2015."),
    ("peer year : 2015", "(any peer year 2015)", "For a filter, write year:2015."),
    ("peer year: > 2015", "(any peer year 2015)", "For a filter, write year:>2015."),
    (
      "peer sample_size >= 50", "(any peer sample size 50)",
      "“sample_size >= 50” is searched as words. For a filter, write n:>=50."
    ),
    (
      "peer sample size > 50", "(any peer sample size 50)",
      "“sample size > 50” is searched as words. For a filter, write n:>50."
    ),
    ("method = qualitative", "(any method qualitative)", "write method:qualitative."),
    ("method=qualitative", "method=qualitative", "For a filter, write method:qualitative."),
    ("peer near/3 support", "(any peer near/3 support)", "the operator is NEAR/3"),
    ("peer AND/OR support", "(any peer and/or support)", "“AND/OR” is neither an operator"),
    (
      "peer NEXT support", "(any peer next support)",
      "“NEXT” is searched as words; the operator is PRE/0."
    ),
    ("peer n/3 support", "(any peer n/3 support)", "the operator is NEAR/3"),
    ("peer* P/2 lay", "(any (prefix peer) p/2 lay)", "the operator is PRE/2"),
    ("peer w/3 support", "(any peer w/3 support)", "the operator is NEAR/3"),
    ("peer WITHIN/3 support", "(any peer within/3 support)", "the operator is NEAR/3"),
    ("peer ONEAR/2 support", "(any peer onear/2 support)", "the operator is PRE/2"),
    ("peer SAME support", "(any peer same support)", "the operator is NEAR/15"),
    ("\"peer support\"~3", "(phrase peer support)", "“~3” is not searched."),
  ])
  func `plain text is never malformed`(text: String, tree: String, note: String) throws {
    let query = try QueryParser().parse(text)
    #expect(query.tree.description == tree)
    #expect(!query.isStructured)
    #expect(query.notes.contains { $0.contains(note) }, "\(query.notes)")
  }

  @Test(arguments: [
    (
      "(peer or lay) and (support or work)",
      "“or” and “and” are read as words. Write operators in capitals: OR, AND."
    ),
    ("(peer or lay) support and (work)", "“or” and “and” are read as words."),
    (
      "\"peer support\" or \"lay work\"", "“or” is read as a word. Write operators in capitals: OR."
    ),
    ("peer* and support*", "“and” is read as a word."),
    ("peer AND (lay or volunteer)", "“or” is read as a word."),
    ("title:(lay or volunteer)", "“or” is read as a word."),
    ("(peer or lay) not (child or infant)", "“or” and “not” are read as words."),
  ])
  func `operators in lower case where they are hardly words have a note`(
    text: String, note: String
  ) throws {
    let notes = try QueryParser().parse(text).notes
    #expect(notes.contains { $0.hasPrefix(note) }, "\(notes)")
  }

  @Test(arguments: [
    "peers and carers", "support (peer or lay) at work", "peer support (PSW) and recovery",
    "role of peers (and others)", "“give and take”", "peer-led and lay-led groups",
    "(peer OR lay) AND support", "and", "or (", "peer* support and care",
  ])
  func `“and” and “or” in plain text have no note`(text: String) throws {
    let notes = try QueryParser().parse(text).notes
    #expect(!notes.contains { $0.contains("operators in capitals") }, "\(notes)")
  }

  // The type is stated, because inferring it for so many rows takes the compiler too long.
  private static let mistakes: [(String, Int, String)] = [
    ("peer AND (burnout OR stress", 9, "Unmatched “(”"),
    ("peer-support AND (", 17, "Unmatched “(”"),
    ("C++ (hcv) OR", 10, "“OR” without a term on both sides"),
    ("AND peer", 0, "“AND” without a term"),
    ("AND", 0, "“AND” without a term"),
    ("OR NOT", 0, "“OR” without a term"),
    ("a AND OR b", 2, "“AND” without a term"),
    ("a OR b)", 6, "Unmatched “)”"),
    ("a AND \"b", 6, "Unmatched quotation mark"),
    ("NEAR/", 0, "“NEAR/” without a valid distance"),
    ("a NEAR/2000 b", 2, "“NEAR/2000” without a valid distance"),
    ("a NEAR (b c)", 7, "Words side by side in a proximity search"),
    ("a NEAR/2 (b AND c)", 9, "AND or NOT in a proximity search"),
    ("a NEAR/2 (b OR (c AND d))", 9, "AND or NOT in a proximity search"),
    ("a NEAR/2 b NEAR/4 c", 11, "Different proximity operators in a row"),
    ("a NEAR/2 b PRE/2 c", 11, "Different proximity operators in a row"),
    ("title:(author:a b)", 7, "Field inside another field"),
    ("foo:bar AND baz", 0, "Unknown field “foo:”"),
    ("titel:bar AND baz", 0, "Unknown field “titel:”"),
    ("n:few peers", 0, "Invalid number or range in “n:few”"),
    ("peer year:20155", 5, "Invalid number or range in “year:20155”"),
    ("a AND *", 6, "“*” without letters before it"),
    ("a AND *ing", 6, "“*” without letters before it"),
    ("a AND \"\"", 6, "Empty quotation marks"),
    ("a AND ()", 6, "Empty parentheses"),
    ("title:\"\"", 6, "Empty quotation marks"),
    ("title:, peer", 0, "“title:” without a word"),
    ("method:,", 0, "“method:,” without a value"),
    ("a OR +b", 5, "“+” next to OR"),
    ("a OR NOT b", 5, "OR with an excluded term"),
    ("hiv NOT nurses AND online", 4, "AND after an excluded term, but not before it"),
    ("title:hiv -nurses AND online", 10, "AND after an excluded term, but not before it"),
    ("peer AND (hiv NOT (a OR b) AND c)", 14, "AND after an excluded term, but not before it"),
    ("hiv NOT year:2015.. AND online", 4, "AND after a filter, but not before it"),
    ("\"peer support\" year:2015.. AND hiv", 15, "AND after a filter, but not before it"),
    ("peer -method:protocol AND hiv", 5, "AND after a filter, but not before it"),
    ("NOT a -b", 0, "Only excluded terms"),
    ("NOT a AND NOT b", 0, "Only excluded terms"),
    ("method:cohort OR setting:prison", 0, "Filters of several facets next to OR"),
    ("NOT (method:cohort) OR NOT (method:survey)", 0, "Excluded filters next to OR"),
    ("-method:cohort OR -method:survey", 0, "Excluded filters next to OR"),
    ("method:cohort OR NOT (method:survey)", 17, "Excluded filters next to OR"),
    ("title:(method:qualitative peer)", 7, "A filter inside a field"),
    ("title:(peer AND year:2015..)", 16, "A filter inside a field"),
    ("title:(doi:10.1002/x OR peer)", 7, "Field inside another field"),
    // Fields that apply to one side of a proximity.
    ("peer NEAR/3 title:support", 12, "Different fields in a proximity search"),
    ("title:peer NEAR/3 support", 18, "Different fields in a proximity search"),
    ("title:peer NEAR/3 abstract:support", 18, "Different fields in a proximity search"),
    ("title:peer PRE/3 abstract:support", 17, "Different fields in a proximity search"),
    ("(title:a OR b) NEAR/3 c", 0, "Different fields in a proximity search"),
    ("a NEAR/3 (title:b NEAR/2 title:c)", 9, "Different fields in a proximity search"),
    ("title:a NEAR/3 title:b NEAR/3 c", 30, "Different fields in a proximity search"),
    ("a NEAR/3 doi:10.1002/x", 9, "“doi:” in a proximity search"),
    ("subject:(stigma AND hope)", 16, "“AND” in a list of values"),
    ("peer AND type:rev*", 9, "A wildcard in “type:rev*”"),
    ("doi:(10.1002/x NOT 10.1002/y)", 15, "“NOT” in a list of values"),
    // Unknown fields before parentheses and quotation marks.
    ("tittle:(peer OR support)", 0, "Unknown field “tittle:”"),
    ("tittle:\"peer support\" AND hiv", 0, "Unknown field “tittle:”"),
    ("hiv AND foo:\"x y\"", 8, "Unknown field “foo:”"),
    ("hiv AND foo:“x y”", 8, "Unknown field “foo:”"),
    ("hiv NOT (foo:(x y))", 9, "Unknown field “foo:”"),
    ("+tittle:(peer) AND hiv", 1, "Unknown field “tittle:”"),
    // Spaces after a field.
    ("peer AND author: smith", 9, "A space after “author:”"),
    ("peer AND title: support", 9, "A space after “title:”"),
    ("peer AND Title: (support)", 9, "A space after “title:”"),
    ("year: 2015 AND peer", 0, "A space after “year:”"),
    ("peer AND (method: qualitative)", 10, "A space after “method:”"),
    ("peer AND title:", 9, "“title:” without a word"),
    ("(peer AND title:)", 10, "“title:” without a word"),
    ("peer AND year>2015", 9, "“year>2015” without a colon"),
    ("n<20 AND peer", 0, "“n<20” without a colon"),
    ("peer AND year > 2015", 9, "“year > 2015” without a colon"),
    ("peer AND (year>= 2015)", 10, "“year>= 2015” without a colon"),
    ("peer AND sample_size >= 50", 9, "“sample_size >= 50” without a colon"),
    ("peer AND sample size < 50", 9, "“sample size < 50” without a colon"),
    ("peer AND sample-size >= 50", 9, "“sample-size >= 50” without a colon"),
    ("peer AND n=20", 9, "“n=20” without a colon"),
    ("peer AND n = 20", 9, "“n = 20” without a colon"),
    ("peer AND (n= 20)", 10, "“n= 20” without a colon"),
    ("peer AND sample size = 1,000", 9, "“sample size = 1,000” without a colon"),
    ("peer AND sample size: 100", 9, "Spaces in “sample size: 100”"),
    ("peer AND 2010..2015", 9, "“2010..2015” without a field"),
    ("peer AND (hiv OR 2010..)", 17, "“2010..” without a field"),
    ("peer AND year : 2015", 9, "Spaces in “year : 2015”"),
    ("peer AND n: > 20", 9, "Spaces in “n: > 20”"),
    ("peer AND year:2015 .. 2020", 9, "A space in “year:2015 .. 2020”"),
    ("peer AND year:2015.. 2020", 9, "A space in “year:2015.. 2020”"),
    ("peer AND year:2015 ..", 9, "A space in “year:2015 ..”"),
    ("peer AND year:2015 - 2020", 9, "A space in “year:2015 - 2020”"),
    ("peer n:20 to 50", 5, "A space in “n:20 to 50”"),
    // Distances.
    ("peer NEAR/x support", 5, "“NEAR/x” without a valid distance"),
    ("peer NEAR/-1 support", 5, "“NEAR/-1” without a valid distance"),
    ("peer NEAR/3.5 support", 5, "“NEAR/3.5” without a valid distance"),
    ("peer NEAR/ 3 support", 5, "“NEAR/” without a valid distance"),
    ("peer PRE/ support", 5, "“PRE/” without a valid distance"),
    ("peer PRE/-1 support", 5, "“PRE/-1” without a valid distance"),
    ("peer NEAR 3 support", 5, "Invalid operator “NEAR 3”"),
    ("peer NEAR 3 (support OR work)", 5, "Invalid operator “NEAR 3”"),
    ("peer NEAR / 3 support", 5, "Invalid operator “NEAR 3”"),
    ("peer NEAR3 support", 5, "Invalid operator “NEAR3”"),
    ("peer PRE3 support", 5, "Invalid operator “PRE3”"),
    ("peer near/3 support AND hiv", 5, "“near/3” in lower case"),
    ("peer AND/OR support NOT hiv", 5, "Invalid operator “AND/OR”"),
    // Operators of other platforms.
    ("(peer NEXT support*) AND hiv", 6, "Invalid operator “NEXT”"),
    ("(peer* N/3 support*) AND hiv", 7, "Invalid operator “N/3”"),
    ("(peer* p/2 support*) AND hiv", 7, "Invalid operator “p/2”"),
    ("(peer* w/3 support*) AND hiv", 7, "Invalid operator “w/3”"),
    ("title:peer WITHIN/3 support", 11, "Invalid operator “WITHIN/3”"),
    ("peer SAME support AND hiv", 5, "Invalid operator “SAME”"),
    ("peer NEAR(3) support", 5, "Invalid operator “NEAR(3)”"),
    ("\"peer support\"~3 AND hiv", 14, "“~3” after a phrase"),
    // Signs after a field.
    ("title:-peer", 6, "“-” after “title:”"),
    ("title:+peer hiv", 6, "“+” after “title:”"),
    ("title:-(peer OR lay)", 6, "“-” after “title:”"),
    ("title:-\"peer work\"", 6, "“-” after “title:”"),
    ("method:-protocol", 7, "“-” after “method:”"),
    ("peer setting:\"-mental health service\"", 13, "“-” after “setting:”"),
    ("peer AND condition:hiv,-stroke", 19, "“-” after “condition:”"),
  ]

  @Test(arguments: mistakes)
  func `a mistake in a structured query is an error with its place`(
    text: String, position: Int, problem: String
  ) throws {
    let error = try #require(throws: QueryError.self) { try QueryParser().parse(text) }
    guard case .malformed(let mistake) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(mistake.position == position)
    #expect(mistake.problem.hasPrefix(problem), "\(mistake.problem)")
    #expect(mistake.text == text)
    // The words of the text can always be searched, without operators.
    let plain = try QueryParser().parse(text, plain: true).tree.description
    #expect(plain.hasPrefix("(any ") || !plain.contains(" "), "\(plain)")
    #expect(!plain.dropFirst().contains("("), "\(plain)")
  }

  @Test(arguments: [
    "THE NEXT STEP AND BEYOND", "what comes NEXT AND why", "(NEXT OR lay) AND peer",
    "ratio N/A peer AND lay", "peer AND n/3", "the next step AND lay", "peer w/o lay AND hiv",
  ])
  func `a word that is an operator elsewhere is a word`(text: String) throws {
    #expect(try QueryParser().parse(text).notes.isEmpty)
  }

  @Test(arguments: [
    "p < 0.05", "n = 25 peers", "year < month", "the year > peers", "method < qualitative",
    "people (n = 25) in their first year = hope", "people (N=1,025) in 2010...", "version 2.0.1",
    "a sample size = 30",
  ])
  func `other comparisons are words`(text: String) throws {
    #expect(try QueryParser().parse(text).notes == [])
  }

  @Test func `an equation of an article can be searched as a phrase`() throws {
    let error = try #require(throws: QueryError.self) { try QueryParser().parse("peer AND n = 20") }
    #expect(
      error.description
        == "“n = 20” without a colon at character 10. Write n:20, or \"n = 20\" in quotation marks."
    )
    #expect(
      try QueryParser().parse("peer AND \"n = 20\"").tree.description == "(and peer (phrase n 20))")
    #expect(
      try QueryParser().parse("peers 2010..2015").notes
        == ["“2010..2015” is searched as a word. For a filter, write year:2010..2015."])
  }

  @Test(arguments: [
    "year:2015 2020", "year:2015 - peer", "year:2015 to peer", "n:20 30 days", "year:2020 .. 2015",
    "n:20 -peer",
  ])
  func `words after a filter on numbers are words`(text: String) throws {
    #expect(try QueryParser().parse("hiv \(text)").isStructured)
  }

  @Test func `an error names the problem, its place and the fix`() throws {
    let error = try #require(throws: QueryError.self) { try QueryParser().parse("a OR b)") }
    #expect(
      error.description == "Unmatched “)” at character 7. Remove it, or add “(” before it.")
    // The break at the end of a file makes no second line.
    let file = try #require(throws: QueryError.self) { try QueryParser().parse("peer AND\r\n") }
    #expect(file.description.hasPrefix("“AND” without a term on both sides at character 6."))
    let field = try #require(throws: QueryError.self) { try QueryParser().parse("titel:b OR c") }
    #expect(field.description.hasSuffix("Did you mean “title:”?"))
    for (typed, hint) in [
      ("tittle", "title"), ("autor", "author"), ("pimd", "pmid"), ("sample_size", "n"),
    ] {
      let error = try #require(throws: QueryError.self) {
        try QueryParser().parse("\(typed):b OR c")
      }
      #expect(error.description.hasSuffix("Did you mean “\(hint):”?"))
    }
    for text in ["year:20x5 peer", "n:5x20 peer", "year:2015-x peer"] {
      let error = try #require(throws: QueryError.self) { try QueryParser().parse(text) }
      #expect(!error.description.contains("lower number first"))
    }
    for unlike in ["foo", "tw", "ab", "mesh"] {
      let error = try #require(throws: QueryError.self) {
        try QueryParser().parse("\(unlike):b OR c")
      }
      #expect(!error.description.contains("Did you mean"))
    }
  }

  @Test(arguments: [
    ("method:randomised-trial NOT diabetes", "(any (not diabetes))", "method:randomised-trial"),
    ("NOT diabetes year:2015..", "(any (not diabetes))", "year:2015.."),
    ("year:2015.. AND NOT (diabetes OR hiv)", "(any (not (or diabetes hiv)))", "year:2015.."),
    ("method:cohort AND method:qualitative peer", "peer", "method:cohort AND method:qualitative"),
    ("method:cohort method:qualitative peer", "peer", "method:cohort,qualitative"),
    ("peer year:2010.. AND year:..2020", "peer", "year:2010..2020"),
    (
      "peer method:review AND method:cohort AND setting:prison", "peer",
      "(method:review setting:prison) AND method:cohort"
    ),
    (
      "peer (year:2000 OR year:2002) AND year:2001..", "peer",
      "(year:2000 year:2002) AND year:2001.."
    ),
  ])
  func `filters without words, and filters joined by AND`(
    text: String, tree: String, filter: String
  ) throws {
    let query = try QueryParser().parse(text)
    #expect(query.tree.description == tree)
    #expect(query.filter.queryText == filter)
    let again = try QueryParser().parse(query.queryText)
    #expect(again.tree == query.tree)
    #expect(again.filter == query.filter)
  }

  @Test func `a sign is an operator as the first character of a query too`() throws {
    #expect(try tree("-mentor peer") == "(any peer (not mentor))")
  }

  @Test(arguments: [
    ("+role \"a b\" AND x:y n:>=20", "(any role a b and x:y n:>=20)"),
    ("peer", "peer"),
    ("", "(any)"),
    ("<30> $100 -", "(any 30 100)"),
  ])
  func `a plain query is words alone`(text: String, tree: String) throws {
    let query = try QueryParser().parse(text, plain: true)
    #expect(query.tree.description == tree)
    #expect(query.filter.isEmpty)
  }

  @Test(arguments: ["AND", "NEAR", "NEAR3", "NEAR/x", "PRE2", "PRE/5", "NEXT", "n/3"])
  func `a word that would be read as an operator is typed in quotation marks`(word: String) {
    #expect(QueryTree.word(word).queryText == "\"\(word)\"")
  }

  @Test(arguments: ["PRE", "PRE/POST", "NEARLY", "and", "ORAL"])
  func `a word that only looks like an operator is typed as it is`(word: String) throws {
    #expect(QueryTree.word(word).queryText == word)
    #expect(try QueryParser().parse("\(word) AND peer").tree == .and([.word(word), .word("peer")]))
  }

  @Test func `parentheses may be nested up to a limit`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a AND b" + String(repeating: ")", count: depth)
    }
    #expect(try tree(nested(50)) == "(and a b)")
    let error = try #require(throws: QueryError.self) { try QueryParser().parse(nested(51)) }
    #expect(error.description.hasPrefix("More than 50 nested parentheses at character 51."))
  }

  @Test(arguments: [
    ("(", 1_000, ""), (")", 1_000, ""), ("(a AND ", 50_000, ""), ("NOT ", 50_000, ""),
    ("NOT -a ", 50_000, ""), ("a NEAR ", 50_000, "b"), ("a OR ", 50_000, "b"),
    ("method:(", 50_000, ""), ("a:", 50_000, ""), ("x:y ", 50_000, ""),
    ("\"\"", 50_000, "\""), ("n:1..", 50_000, ""), ("*", 50_000, ""), ("-", 50_000, ""),
    ("e\u{301}\u{200D}", 50_000, ""),
  ])
  func `long and hostile text takes no longer than its length`(
    piece: String, count: Int, end: String
  ) throws {
    let text = String(repeating: piece, count: count) + end
    let duration = try processorTime {
      let query = try? QueryParser().parse(text)
      let plain = try QueryParser().parse(text, plain: true)
      #expect(query?.notes.count ?? 0 <= 11)
      #expect(!plain.tree.description.isEmpty)
    }
    #expect(duration < .seconds(2))
  }

  @Test func `ten thousand words are ten thousand words`() throws {
    let words = (0..<10_000).map { "w\($0)" }
    let query = try QueryParser().parse(words.joined(separator: " "))
    #expect(query.tree == .any(should: words.map { .word($0) }))
  }
}
