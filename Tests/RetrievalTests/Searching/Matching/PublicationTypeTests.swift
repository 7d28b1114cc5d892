import Answers
import Query
import Retrieval
import Testing

/// Documents are found by the type of publication that their record states.
struct PublicationTypeTests {
  private static let index: Result<(TemporaryLibrary, Index), any Error> = Result {
    let library = try TemporaryLibrary()
    let records: [(String, String, [String])] = [
      ("41", "Peer support: where next?", ["Journal Article", "Review"]),
      ("42", "A systematic review of peer support", ["Journal Article"]),
      ("43", "Peer support at work", ["Journal Article"]),
      ("44", "Peer support and letters", ["Letter"]),
      ("48", "Commentary: peer mentors", ["Journal Article"]),
      ("49", "Mentors: a randomised controlled trial", ["Journal Article"]),
      ("50", "Mentors in a trial", ["Journal Article", "Randomized Controlled Trial"]),
      ("51", "Walking to school", ["Journal Article", "Clinical Trial, Phase II"]),
      ("52", "Cycling to school", ["Clinical Trial"]),
      ("53", "Bathing in rivers", ["Pragmatic Clinical Trial"]),
      ("54", "What to eat", ["Practice Guideline"]), ("55", "What to drink", ["Guideline"]),
      ("56", "Scales in use", ["Validation Study"]),
      ("57", "Forms in use", ["Validation Studies"]),
    ]
    try library.write(
      "a.nbib",
      lines: records.flatMap { id, title, types in
        ["PMID- \(id)", "TI  - \(title)"] + types.map { "PT  - \($0)" } + ["DP  - 2020", ""]
      })
    // The same types under the names of Zotero and of RIS.
    try library.write(
      "z.csv",
      lines: [
        "Item Type,Title,PMID", "conferencePaper,Sessions in Leeds,45",
        "bookSection,Training for volunteers,46",
      ])
    try library.write(
      "r.ris",
      lines: ["TY  - CHAP", "TI  - Letters from home", "PM  - 47", "ER  - "])
    try library.index()
    return (library, try library.open())
  }

  @Test(
    arguments: [
      (
        "type:editoral",
        ["No document has the publication type “editoral”; did you mean “editorial”?"]
      ),
      ("peer AND type:zzyzx", ["No document has the publication type “zzyzx”."]),
      ("peer NOT type:news", ["No document has the publication type “news”."]),
      // The names of one type in different databases.
      ("type:letter OR type:\"editorial material\"", []),
      (
        "type:(letter OR reveiw)",
        ["No document has the publication type “reveiw”; did you mean “review”?"]
      ),
      ("type:review", []),
    ] as [(String, [String])])
  func `types that no document has are named`(query: String, notes: [String]) throws {
    let found = try Self.index.get().1.search(SearchRequest(query)).query.notes
    #expect(found == notes.map { .sentence($0) })
  }

  @Test(
    arguments: [
      ("note.pt.", .ovid, ["note"]),
      ("peer.ti. or conference abstract.pt.", .ovid, ["conference abstract"]),
      ("\"in vitro\".pt.", .ovid, ["in vitro"]),
      // A type is there if a document has another of its names, or a narrower type.
      ("editorial.pt.", .ovid, ["editorial"]),
      ("DT=(Editorial Material)", .wos, ["editorial material"]),
      ("(letter or note).pt.", .ovid, ["note"]), ("peer[ti] NOT comment[pt]", .pubmed, ["comment"]),
      ("Letter/ or review.pt.", .ovid, []),
      // Designs are found in texts as well.
      ("clinical trial[pt]", .pubmed, []),
      ("equivalence trial[pt]", .pubmed, ["equivalence trial"]),
      ("1. note.pt.\n2. peer.ti.\n3. 1 or 2", .ovid, ["note"]),
    ] as [(String, QuerySyntax, [String])])
  func `types in searches of other platforms that no document has are named`(
    text: String, syntax: QuerySyntax, types: [String]
  ) throws {
    var request = SearchRequest(text)
    request.syntax = syntax
    let notes = try Self.index.get().1.search(request).query.notes.map(\.statement)
      .filter { $0.hasPrefix("No document has the publication type") }
    let named = notes.map { String($0.prefix { $0 != "”" }) }
    #expect(named == types.map { "No document has the publication type “\($0)" })
  }

  @Test(arguments: [
    ("type:review", QuerySyntax.peerlit, ["41"]), ("type:Review", .peerlit, ["41"]),
    ("type:\"Review Article\"", .peerlit, ["41"]),
    ("type:\"journal article\"", .peerlit, ["41", "42", "43", "48", "49", "50", "51"]),
    ("type:(review OR letter)", .peerlit, ["41", "44"]), ("type:journal", .peerlit, []),
    ("peer AND type:letter", .peerlit, ["44"]), ("where OR type:letter", .peerlit, ["41", "44"]),
    ("peer NOT type:\"journal article\"", .peerlit, ["44"]),
    // Only the type of the record.
    ("review[pt]", .pubmed, ["41"]), ("peer[ti] AND review[pt]", .pubmed, ["41"]),
    ("peer[ti] NOT review[pt]", .pubmed, ["42", "43", "44", "48"]),
    ("letter[pt]", .pubmed, ["44"]), ("comment[pt]", .pubmed, []),
    ("peer[ti] NOT (letter[pt] OR comment[pt])", .pubmed, ["41", "42", "43", "48"]),
    ("peer[ti] AND (review[pt] OR letter[pt])", .pubmed, ["41", "44"]),
    ("TITLE(peer) AND DOCTYPE(re)", .scopus, ["41"]), ("DT=(Review)", .wos, ["41"]),
    ("peer.ti. and review.pt.", .ovid, ["41"]), ("PT review", .ebsco, ["41"]),
    ("peer[ti] Filters: Review", .pubmed, ["41"]),
    // The type of the record, or the design in the text; after NOT, the type.
    ("randomized controlled trial[pt]", .pubmed, ["49", "50", "53"]),
    ("mentors[ti] NOT randomized controlled trial[pt]", .pubmed, ["48", "49"]),
    ("systematic review[pt]", .pubmed, ["42"]),
    // Narrower types of MeSH, in PubMed unless the tag says otherwise, and in Ovid after “exp”.
    ("school[ti] AND clinical trial[pt]", .pubmed, ["51", "52"]),
    ("school[ti] AND clinical trial[pt:noexp]", .pubmed, ["52"]),
    ("school[ti] NOT clinical trial[pt]", .pubmed, []),
    ("school[ti] NOT clinical trial[pt:noexp]", .pubmed, ["51"]),
    ("rivers[ti] AND controlled clinical trial[pt]", .pubmed, ["53"]),
    // A type without narrower ones finds no designs of these.
    ("clinical trial[pt:noexp]", .pubmed, ["52"]), ("clinical trial.pt.", .ovid, ["52"]),
    ("PT clinical trial", .ebsco, ["52"]), ("clinical trial$.pt.", .ovid, ["51", "52"]),
    // A type that is narrower than a design.
    ("pragmatic clinical trial[pt]", .pubmed, ["53"]),
    ("pragmatic clinical trial.pt.", .ovid, ["53"]), ("equivalence trial[pt]", .pubmed, []),
    ("guideline[pt]", .pubmed, ["54", "55"]), ("practice guideline[pt]", .pubmed, ["54"]),
    ("what[ti] AND guideline[filter]", .pubmed, ["54", "55"]),
    ("type:guideline", .peerlit, ["55"]), ("guideline.pt.", .ovid, ["55"]),
    ("exp Guideline/", .ovid, ["54", "55"]), ("Guideline/", .ovid, ["55"]),
    ("school.ti. not clinical trial.pt.", .ovid, ["51"]),
    ("school.ti. not exp Clinical Trial/", .ovid, []), ("Letter/", .ovid, ["44"]),
    // Other names of a type, and former ones.
    ("validation study[pt]", .pubmed, ["56", "57"]),
    ("validation studies.pt.", .ovid, ["56", "57"]),
    ("PT validation study", .ebsco, ["56", "57"]),
    ("type:\"conference paper\"", .peerlit, ["45"]),
    ("type:\"book section\"", .peerlit, ["46", "47"]), ("DOCTYPE(cp)", .scopus, ["45"]),
    ("DOCTYPE(ch)", .scopus, ["46", "47"]), ("DT=(Proceedings Paper)", .wos, ["45"]),
    ("DT=(Book Chapter)", .wos, ["46", "47"]),
    // Not a word of the query.
    ("peer[tiab] AND hasabstract", .pubmed, ["41", "42", "43", "44", "48"]),
    ("hasabstract AND where[ti]", .pubmed, ["41"]),
  ])
  func `the type of a record is searched`(
    text: String, syntax: QuerySyntax, pmids: [String]
  ) throws {
    try Self.index.get().1.expect(text, syntax, finds: pmids)
  }

  @Test(arguments: [
    ("exp Clinical Trial/ and school.ti.", "Clinical Trial"), ("Letter/ or peer.ti.", "Letter"),
  ])
  func `a heading that names a type is not missed`(text: String, heading: String) throws {
    var request = SearchRequest(text)
    request.syntax = .ovid
    let notes = try Self.index.get().1.search(request).query.notes
    #expect(!notes.contains(.sentence("No document has the subject heading “\(heading)”.")))
  }
}
