import Query
import Testing

/// Tags of PubMed with a slip.
struct PubMedTagTests {
  @Test(arguments: [
    // Unknown tags.
    ("peer support[tittle] AND hiv[tiab]", "Unknown", "[tittle]", 13, "Did you mean “[title]”?"),
    ("peer support[ti/ab] AND hiv", "Unknown", "[ti/ab]", 13, "Did you mean “[tiab]”?"),
    ("peer[TI/AB] OR lay", "Unknown", "[TI/AB]", 5, "Did you mean “[tiab]”?"),
    ("peer[ti,ab]", "Unknown", "[ti,ab]", 5, "Did you mean “[tiab]”?"),
    ("peer*[ti-ab]", "Unknown", "[ti-ab]", 6, "Did you mean “[tiab]”?"),
    ("\"peer\"[ti.ab]", "Unknown", "[ti.ab]", 7, "Did you mean “[tiab]”?"),
    ("peer[title/abs] AND hiv", "Unknown", "[title/abs]", 5, "Did you mean “[tiab]”?"),
    ("peer[title abstract]", "Unknown", "[title abstract]", 5, "Did you mean “[title/abstract]”?"),
    ("(peer OR lay)[tiba] AND hiv[ti]", "Unknown", "[tiba]", 14, "Did you mean “[tiab]”?"),
    ("peer[mehs] OR lay[ti]", "Unknown", "[mehs]", 5, "Did you mean “[mesh]”?"),
    ("peer[Auth] OR lay[ti]", "Unknown", "[Auth]", 5, "Did you mean “[author]”?"),
    (
      "peer[xyz] OR lay[ti]", "Unknown", "[xyz]", 5,
      "Use a tag such as [tiab], [ti], [mesh] or [au]."
    ),
    // Other marks in place of brackets.
    ("lay[ti] AND peer{tiab}", "Invalid", "{tiab}", 17, "Write “[tiab]”."),
    ("lay[ti] AND peer tiab]", "Invalid", "tiab]", 18, "Write “[tiab]”."),
    ("lay[ti] AND peer support (tiab)", "Invalid", "(tiab)", 26, "Write “[tiab]”."),
    ("(peer OR lay) (ti) AND hiv[ti]", "Invalid", "(ti)", 15, "Write “[ti]”."),
  ])
  func `an unknown or invalid tag is an error at the tag`(
    text: String, kind: String, tag: String, character: Int, fix: String
  ) throws {
    let error = try #require(throws: QueryError.self) { try QueryParser().parse(text) }
    #expect(error.description == "\(kind) field tag “\(tag)” at character \(character). \(fix)")
  }

  @Test(arguments: [
    ("peer support[tiab", 13, "Write “[tiab]”."),
    ("(peer*[ti] OR lay[ti) AND hiv[tiab]", 18, "Write “[ti]”."),
    ("peer[ti} AND lay[tiab]", 5, "Write “[ti]”."),
    ("peer[tiab AND lay[ti]", 5, "Write “[tiab]”."),
    ("peer[tiab, lay[ti]", 5, "Write “[tiab]”."),
    ("peer[Title/Abstract AND lay[ti]", 5, "Write “[Title/Abstract]”."),
    ("peer[mesh terms OR lay[ti]", 5, "Write “[mesh terms]”."),
    ("peer[foo AND lay[ti]", 5, "Add the closing bracket."),
    ("(lay[ti] OR peer[mh)", 17, "Write “[mh]”."),
  ])
  func `a tag that is not closed is an error at its bracket`(
    text: String, character: Int, fix: String
  ) throws {
    let error = try #require(throws: QueryError.self) { try QueryParser().parse(text) }
    #expect(error.description == "Unmatched “[” at character \(character). \(fix)")
  }

  @Test(arguments: [
    ("peer support[tittle] AND hiv", "[tittle]", "title"), ("peer[mehs]", "[mehs]", "mesh"),
    ("peer support AND HIV (tiab)", "(tiab)", "tiab"), ("peer (TI/AB)", "(TI/AB)", "tiab"),
  ])
  func `what may be a tag with a slip is noted in plain text`(
    text: String, typed: String, tag: String
  ) throws {
    let query = try QueryParser().parse(text)
    #expect(query.syntax == .peerlit)
    #expect(
      query.notes.first
        == "“\(typed)” is searched as words. If it is a tag of PubMed, write [\(tag)].")
  }

  @Test(arguments: [
    "Title/Abs- tract", "Title/Abs-\ntract", "Title/ Abstract", "Title/\nAbstract",
    "Title /Abstract", "Title/Abstract",
  ])
  func `a tag may be divided between lines`(tag: String) throws {
    for text in ["peer[\(tag)]", "(peer)[\(tag)]"] {
      #expect(
        try QueryParser().parse(text, syntax: .pubmed).queryText
          == "title:peer OR abstract:peer OR keyword:peer", "\(text)")
    }
  }

  @Test(arguments: [
    ("Pharmacological Action", "pharmacological action"), ("EC/RN Number", "registry number"),
    ("Secondary Source ID", "secondary source"), ("Entrez Date", "entry date"),
    ("Date - Completion", "completion date"), ("Date - Modification", "modification date"),
    ("Corporate Author", "corporate author"), ("Grants and Funding", "grant"), ("ISSN", "ISSN"),
    ("jid", "journal identifier"), ("Subject - Personal Name", "personal name"),
    ("Place of Publication", "place of publication"), ("Author - Identifier", "author identifier"),
    ("ed", "editor"), ("Book", "book"), ("Pagination", "pages"),
    ("Conflict of Interest Statements", "conflict of interest"),
  ])
  func `a tag without an equivalent is named`(tag: String, kind: String) throws {
    let query = try QueryParser().parse("lay[ti] OR peer[\(tag)]")
    #expect(query.queryText == "title:lay")
    #expect(query.notes.contains("“peer[\(tag)]” (\(kind)) has no equivalent and was ignored."))
  }

  @Test(arguments: [
    ("peer[Transliterated Title]", "title:peer"),
    ("10.1128/cmr.00011-19[Location ID]", "doi:10.1128/cmr.00011-19"),
    ("Mentors[mh:exp]", "subject:Mentors"), ("\"Peer Group\"[Mesh:Exp]", "subject:\"Peer Group\""),
  ])
  func `full names and options of tags`(text: String, expected: String) throws {
    #expect(try QueryParser().parse(text, syntax: .pubmed).queryText == expected)
  }

  @Test(arguments: [
    "see Smith et al. [12]", "n=25 [1] (2010)", "peers[sic]", "titanium (Ti) and peers",
    "peers [in press]", "they were support[ed]", "Peer support [book]", "work[edited] by peers",
    "array[i]", "headings (MeSH) for peers", "see [pt 3]", "peers[1-3]",
  ])
  func `other brackets are plain text`(text: String) throws {
    let query = try QueryParser().parse(text)
    #expect(query.syntax == .peerlit)
    #expect(query.notes.isEmpty, "\(query.notes)")
  }
}
