import Answers
import Query
import Retrieval
import Testing

/// Documents are found by their subject headings and keywords as a whole.
struct SubjectHeadingTests {
  private static let index: Result<(TemporaryLibrary, Index), any Error> = Result {
    let library = try TemporaryLibrary()
    let records: [(String, String, [String])] = [
      ("61", "Alder trees", ["MH  - Depression/*therapy", "MH  - Humans"]),
      ("62", "Birch bark", ["MH  - *Depression, Postpartum/psychology", "MH  - Female"]),
      ("63", "Cedar wood", ["MH  - *Depression", "MH  - Genetic Counseling"]),
      ("64", "Hazel nuts", ["OT  - postpartum depression", "OT  - peer-group"]),
      ("65", "Maple leaves", ["MH  - Counseling", "MH  - Nurses", "MH  - Peer Group"]),
      ("66", "Rowan berries", ["OT  - HIV/AIDS", "MH  - Nursing/education"]),
      ("67", "Willow twigs", ["OT  - Dépression -- Therapy", "OT  - Peer Group Influence"]),
      ("68", "Poplar rows", ["MH  - Aged, 80 and over", "MH  - Middle Aged"]),
    ]
    try library.write(
      "a.nbib",
      lines: records.flatMap { id, title, headings in
        ["PMID- \(id)", "TI  - \(title)", "PT  - Journal Article"] + headings + ["DP  - 2020", ""]
      })
    try library.index()
    return (library, try library.open())
  }

  private static let searches: [(String, QuerySyntax, [String])] = [
    ("subject:depression", .peerlit, ["61", "63", "67"]),
    ("subject:Depression/psychology", .peerlit, ["61", "63", "67"]),
    ("keyword:depression", .peerlit, ["61", "62", "63", "64", "67"]),
    ("subject:\"Depression, Postpartum\"", .peerlit, ["62", "64"]),
    ("subject:\"postpartum depression\"", .peerlit, ["62", "64"]),
    ("subject:depress*", .peerlit, ["61", "62", "63", "67"]),
    ("subject:\"peer group\"", .peerlit, ["64", "65"]),
    ("subject:\"peer group*\"", .peerlit, ["64", "65", "67"]),
    ("subject:(Nurses OR \"genetic counseling\")", .peerlit, ["63", "65"]),
    ("subject:counseling", .peerlit, ["65"]), ("keyword:counseling", .peerlit, ["63", "65"]),
    // Stems are not compared.
    ("subject:nursing", .peerlit, ["66"]), ("subject:nurse", .peerlit, []),
    // A slash in a name is not the beginning of a subheading.
    ("subject:HIV", .peerlit, []), ("subject:HIV/AIDS", .peerlit, ["66"]),
    ("subject:therapy", .peerlit, []), ("subject:group", .peerlit, []),
    ("alder OR subject:counseling", .peerlit, ["61", "65"]),
    ("keyword:depression NOT subject:depression", .peerlit, ["62", "64"]),
    ("exp Depression/", .ovid, ["61", "63", "67"]), ("*Depression/", .ovid, ["61", "63", "67"]),
    ("Depression, Postpartum/", .ovid, ["62", "64"]), ("aged.sh.", .ovid, []),
    ("exp Aged, 80 and over/", .ovid, ["68"]), ("depress$.sh.", .ovid, ["61", "62", "63", "67"]),
    ("(nurses or nursing).sh.", .ovid, ["65", "66"]),
    ("(peer adj1 group).sh.", .ovid, ["64", "65", "67"]),
    ("\"Depression\"[Mesh]", .pubmed, ["61", "63", "67"]),
    ("\"Depression, Postpartum/psychology\"[Majr]", .pubmed, ["62", "64"]),
    ("keyword[ot] OR Middle Aged[mh]", .pubmed, ["68"]),
    ("MH \"Peer Group+\"", .ebsco, ["64", "65"]),
    ("MH \"Depress*\"", .ebsco, ["61", "62", "63", "67"]),
    ("EXACTKEYWORD(\"peer group\")", .scopus, ["64", "65"]),
  ]

  @Test(arguments: searches)
  func `a heading finds exactly this heading`(
    text: String, syntax: QuerySyntax, pmids: [String]
  ) throws {
    try Self.index.get().1.expect(text, syntax, finds: pmids)
  }

  @Test func `headings that no document has are named`() throws {
    func notes(_ query: String) throws -> [SearchNote] {
      try Self.index.get().1.search(SearchRequest(query)).query.notes
    }
    #expect(
      try notes("subject:(Nurse OR depression OR \"Peer Groups\" OR Nurse OR stigma*)")
        == [.sentence("No document has the subject heading “Nurse” or “Peer Groups”.")])
    #expect(try notes("subject:(Nurses OR \"Depression, Postpartum\")") == [])
    let many = (1...13).map { "none\($0)" }.joined(separator: " OR ")
    let note = try #require(try notes("subject:(\(many))").first)
    #expect(
      note
        == .sentence(
          "No document has the subject heading “none1”, “none2”, “none3”, “none4”, “none5”, “none6”, "
            + "“none7”, “none8”, “none9” or “none10”, nor any of 3 more."))
  }

  @Test func `a line of a strategy names its headings that no document has`() throws {
    var request = SearchRequest("1. exp Peer Grup/\n2. Nurses/\n3. Nurse/ and 1\n4. 1 or 3")
    request.syntax = .ovid
    let lines = try Self.index.get().1.strategy(request).lines
    let notes = lines.map { line in
      line.notes.map(\.statement).filter { $0.hasPrefix("No document") }
    }
    #expect(
      notes == [
        ["No document has the subject heading “Peer Grup”."], [],
        ["No document has the subject heading “Nurse”."], [],
      ])
  }

  @Test(
    arguments: [
      ("subject:\"Depression/psychology\"", "Depression/psychology"),
      ("subject:(Nurses OR *Depression/therapy)", "*Depression/therapy"),
      ("subject:HIV/AIDS", nil),
    ] as [(String, String?)])
  func `subheadings are not ignored without a note`(query: String, heading: String?) throws {
    let notes = try Self.index.get().1.search(SearchRequest(query)).query.notes
    let expected = heading.map {
      SearchNote.sentence("“\($0)”: subheadings have no equivalent; the heading is searched.")
    }
    #expect(notes == [expected].compactMap(\.self))
  }

  @Test func `a heading that a record no longer has is not found`() throws {
    let library = try TemporaryLibrary()
    var record = Record("a", title: "Alder", text: "Peers met.")
    func found(_ query: String) throws -> [String] {
      try library.open().search(SearchRequest(query)).hits.map(\.document.id)
    }
    for heading in ["Peer Group", "Mentors"] {
      record.keywords = [heading]
      try library.write("a.jsonl", [record])
      try library.index(optimize: true)
    }
    #expect(try found("subject:\"peer group\"") == [])
    #expect(try found("subject:mentors") == ["a"])
    try library.expectIntact()
  }

  @Test func `a heading that only removed documents have is named`() throws {
    let library = try TemporaryLibrary()
    var record = Record("a", title: "Alder", text: "Peers met.")
    for heading in ["Peer Group", "Mentors"] {
      record.keywords = [heading]
      try library.write("a.jsonl", [record])
      try library.index()
    }
    let found = try library.open().search(SearchRequest("subject:(\"Peer Group\" OR mentors)"))
    #expect(found.hits.map { $0.document.id } == ["a"])
    #expect(
      found.query.notes == [.sentence("No document has the subject heading “Peer Group”.")])
  }

  @Test func `more headings than are kept are found in all segments`() throws {
    let library = try TemporaryLibrary()
    for house in 0..<3 {
      let records = (0..<100).map { room in
        var record = Record(
          "r\(house)-\(room)", title: "Alder \(house) \(room)",
          text: "Peers met in room \(room) of house \(house).")
        record.keywords = ["Heading h\(house)x\(room)"]
        return record
      }
      try library.write("\(house).jsonl", records)
      try library.index()
    }
    let headings = (0..<300).map { "\"Heading h\($0 / 100)x\($0 % 100)\"" }
    let request = SearchRequest("subject:(\(headings.joined(separator: " OR ")))")
    let found = try library.open().search(request)
    #expect(found.total.documents == 300)
    #expect(found.query.notes == [])
  }
}
