import Query
import Testing

/// Single quotation marks, which enclose phrases or are apostrophes.
struct SingleQuotesTests {
  @Test(arguments: [
    ("'peer support' AND 'breast feeding'", "(and (phrase peer support) (phrase breast feeding))"),
    ("‘peer support’ AND ’breast feeding’", "(and (phrase peer support) (phrase breast feeding))"),
    ("title:'peer support'", "(field title (phrase peer support))"),
    ("title:('peer support' OR lay)", "(field title (or (phrase peer support) lay))"),
    ("('peer support' OR lay) AND hiv", "(and (or (phrase peer support) lay) hiv)"),
    ("'peer work*' AND hiv", "(and (phrase peer (prefix work)) hiv)"),
    ("hiv NOT 'peer support'", "(any hiv (not (phrase peer support)))"),
    ("hiv AND -'peer support'", "(and hiv (not (phrase peer support)))"),
    ("'peer support' NEAR/3 hiv", "(near 3 (phrase peer support) hiv)"),
    ("'people's needs' AND hiv", "(and (phrase people's needs) hiv)"),
    ("'hiv' OR lay", "(or (phrase hiv) lay)"),
    ("\"the 'lay' role\" AND hiv", "(and (phrase the lay role) hiv)"),
    // Apostrophes.
    ("O'Brien AND don’t", "(and o'brien don’t)"),
    ("peers' needs AND carers' needs", "(any peers (and needs carers) needs)"),
    ("rock 'n' roll AND peer", "(any rock n (and roll peer))"),
    ("'peer support' AND carers' needs", "(any (and (phrase peer support) carers) needs)"),
  ])
  func `single quotation marks enclose phrases in a structured query`(
    text: String, tree: String
  ) throws {
    let query = try QueryParser().parse(text)
    #expect(query.tree.description == tree)
    #expect(query.notes.isEmpty, "\(query.notes)")
  }

  @Test(arguments: [
    (
      "the 'peer support' of women", "(any the peer support of women)",
      "“'peer support'” is searched as words. For a phrase, use double quotation marks."
    ),
    (
      "‘Nothing about us’: peers", "(any nothing about us peers)",
      "“‘Nothing about us’” is searched as words. For a phrase, use double quotation marks."
    ),
    (
      "'peer support AND hiv'", "(any peer (and support hiv))",
      "The single quotation mark at character 1 is ignored. Put phrases in double quotation marks."
    ),
    (
      "'patients' needs' AND hiv", "(any (phrase patients) (and needs hiv))",
      "“'patients'” is read as a phrase. If it is longer, use double quotation marks."
    ),
  ])
  func `other single quotation marks have a note`(
    text: String, tree: String, note: String
  ) throws {
    let query = try QueryParser().parse(text)
    #expect(query.tree.description == tree)
    #expect(query.notes == [note])
  }

  @Test func `a filter may have a value in single quotation marks`() throws {
    let query = try QueryParser().parse("peer condition:'hepatitis c'")
    #expect(query.filter.condition.wanted == ["hepatitis-c"])
    #expect(query.tree.description == "peer")
  }
}
