import Query
import Testing

/// Search modes of EBSCOhost, and limits and headings of Ovid in less usual forms.
struct SearchModeTests {
  private func last(_ text: String, _ syntax: QuerySyntax) throws -> Query {
    try #require(try StrategyReader().read(text, syntax: syntax).lines.last?.query)
  }

  // MARK: EBSCOhost

  @Test(arguments: [
    ("peer support hepatitis", "Find all my search terms", "peer AND support AND hepatitis"),
    ("peer support hepatitis", "Find any of my search terms", "peer OR support OR hepatitis"),
    ("peer support hepatitis", "Boolean/Phrase", "\"peer support hepatitis\""),
    ("\"peer support\" hepatitis", "Find all my search terms", "\"peer support\" AND hepatitis"),
    ("TI peer support", "Find any of my search terms", "title:(peer OR support)"),
    (
      "peer support OR lay help", "Find all my search terms", "peer AND support OR lay AND help"
    ),
    // Names, and operands of a proximity, stay phrases.
    ("AU Smith John", "Find all my search terms", "author:\"Smith John\""),
    ("peer lay N3 support", "Find all my search terms", "\"peer lay\" NEAR/3 support"),
  ])
  func `a search mode says how words side by side are joined`(
    search: String, mode: String, expected: String
  ) throws {
    for separator in ["\n", "\t"] {
      let query = try last("\(search)\(separator)Search modes - \(mode)", .ebsco)
      #expect(query.queryText == expected)
      #expect(query.notes.isEmpty)
    }
  }

  @Test func `a search mode without an equivalent has a note`() throws {
    let query = try last("peer support\nSearch modes - SmartText Searching", .ebsco)
    #expect(query.queryText == "\"peer support\"")
    #expect(
      query.notes == [
        "“Search modes - SmartText Searching” has no equivalent; words side by side are searched as "
          + "a phrase."
      ])
  }

  // MARK: Ovid

  @Test(
    arguments: [
      (
        "1 or 2 [Limit to: Publication Year 2000-2020 and English Language]",
        "(title:peer OR title:lay) year:2000..2020",
        ["“English Language” has no equivalent and was ignored."]
      ),
      ("1 [Limit to: yr=\"2000 -Current\"]", "title:peer year:2000..", []),
      (
        "1 [Limited to (english language and yr=\"2010-2015\")]", "title:peer year:2010..2015",
        ["“english language” has no equivalent and was ignored."]
      ),
      (
        "(1 [limit to humans]) or 2", "title:peer OR title:lay",
        ["“[limit to humans]” is read as a comment and is not searched."]
      ),
      (
        "1 or 2 [English language, 2000-2020]", "title:peer OR title:lay",
        ["“[English language, 2000-2020]” is read as a comment and is not searched."]
      ),
      (
        "lay.ti. {Including Related Terms}", "title:lay",
        ["“{Including Related Terms}” has no equivalent and was ignored."]
      ),
      ("lay.ti. [mp=title, abstract]", "title:lay", []),
      ("1 or 2 [Population]", "title:peer OR title:lay", []),
      ("1 and yr=2000-2005", "title:peer year:2000..2005", []),
      ("1 and yr=\"2000 -Current\"", "title:peer year:2000..", []),
    ] as [(String, String, [String])])
  func `limits in a search are applied`(line: String, expected: String, notes: [String]) throws {
    let query = try last("1. peer.ti.\n2. lay.ti.\n3. \(line)", .ovid)
    #expect(query.queryText == expected)
    #expect(query.notes == notes)
  }

  @Test(arguments: [
    ("exp peer*/ or lay.ti.", "subject:peer* OR title:lay"),
    ("exp self-help group$/", "subject:\"self help group*\""),
    ("peer* w/ support.ti.", "title:\"peer* w support\""),
    ("peer group*/ or lay.ti.", "subject:\"peer group*\" OR title:lay"),
  ])
  func `a truncated heading`(text: String, expected: String) throws {
    #expect(try last(text, .ovid).queryText == expected)
  }

  @Test(arguments: [
    (
      "exp behavio?r/",
      "A wildcard inside the subject heading “behavio?r/” at character 5. Write the heading in full, "
        + "or truncate only its last word."
    ),
    (
      "lay.ti. or wom#n/",
      "A wildcard inside the subject heading “wom#n/” at character 12. Write the heading in full, or "
        + "truncate only its last word."
    ),
    (
      "peer.ti. and la=eng",
      "“la=”, a field before its term, at character 14. Write the field after the term: eng.la."
    ),
    (
      "peer.ti. and pt=review",
      "“pt=”, a field before its term, at character 14. Write the field after the term: review.pt."
    ),
  ])
  func `headings and fields in a wrong form are errors`(text: String, message: String) throws {
    let error = try #require(throws: QueryError.self) { try last(text, .ovid) }
    #expect(error.description == message)
  }
}
