import Answers
import Query
import Retrieval
import Testing

/// The labels of a structured abstract (“SELECTION CRITERIA:”) are searched as a part of it, as in
/// PubMed and Ovid, although they are headings in the index.
struct AbstractLabelTests {
  private static let nbib = [
    "PMID- 30000001", "TI  - Mentors for new parents",
    "AB  - BACKGROUND: Parents are tired. SEARCH METHODS: We looked in four databases. ",
    "      SELECTION CRITERIA: Randomised comparisons of mentors and usual care. MAIN ",
    "      RESULTS: Sleep was better. FUNDING: The Heron Trust paid.", "DP  - 2020", "",
    "PMID- 30000002", "TI  - Walking groups",
    "AB  - We walked with parents and used no particular methods.", "DP  - 2021", "",
    "PMID- 30000003", "TI  - Selection criteria in schools", "AB  - Pupils chose.", "DP  - 2021",
    "",
  ]

  private static let xml = [
    "<?xml version=\"1.0\"?><PubmedArticleSet><PubmedArticle><MedlineCitation>",
    "<PMID>30000004</PMID><Article><ArticleTitle>Buddies at work</ArticleTitle><Abstract>",
    "<AbstractText Label=\"OBJECTIVES\">To see whether buddies help.</AbstractText>",
    "<AbstractText Label=\"SELECTION CRITERIA\">Trials with adults.</AbstractText>",
    "<AbstractText Label=\"DATA COLLECTION AND ANALYSIS\">Two authors read all reports.",
    "</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>",
  ]

  /// An article whose headings after the abstract are no part of it; a short text would be an
  /// abstract as a whole.
  private static let article = """
    Abstract

    \(sentences("Garden"))

    Introduction

    \(sentences("River"))

    Methods

    \(sentences("Stone"))
    """

  private static func sentences(_ first: String) -> String {
    (0..<60).map { _ in "\(first) tree river stone cloud field house bread lemon table." }
      .joined(separator: " ")
  }

  private static let index: Result<(TemporaryLibrary, Index), any Error> = Result {
    let library = try TemporaryLibrary()
    try library.write("a.nbib", lines: nbib)
    try library.write("b.xml", lines: xml)
    try library.write("c.jsonl", [Record("article", title: "A garden", text: article)])
    try library.index()
    return (library, try library.open())
  }

  private static let queries: [(text: String, syntax: QuerySyntax, ids: [String])] = [
    ("abstract:\"selection criteria\"", .peerlit, ["30000001", "30000004"]),
    ("selection criteria.ab.", .ovid, ["30000001", "30000004"]),
    ("selection criteria.ti,ab.", .ovid, ["30000001", "30000003", "30000004"]),
    ("\"selection criteria\"[tiab]", .pubmed, ["30000001", "30000003", "30000004"]),
    ("AB \"selection criteria\"", .ebsco, ["30000001", "30000004"]),
    ("ABS(\"selection criteria\")", .scopus, ["30000001", "30000004"]),
    ("TS=(\"selection criteria\")", .wos, ["30000001", "30000003", "30000004"]),
    // In a label or in the text, but not in a heading after the abstract.
    ("abstract:methods", .peerlit, ["30000001", "30000002"]),
    ("heading:methods", .peerlit, ["30000001", "article"]),
    ("abstract:introduction", .peerlit, []), ("abstract:stone", .peerlit, ["article"]),
    ("abstract:mentors", .peerlit, ["30000001"]), ("abstract:buddies", .peerlit, ["30000004"]),
    ("abstract:schools", .peerlit, []),
    ("abstract:criteri*", .peerlit, ["30000001", "30000004"]),
    ("abstract:crit?ria", .peerlit, ["30000001", "30000004"]),
    ("abstract:\"selection crit*\"", .peerlit, ["30000001", "30000004"]),
    ("abstract:(analysis NEAR/2 data)", .peerlit, ["30000004"]),
    ("abstract:(data PRE/1 analysis)", .peerlit, []),
    ("abstract:(selection AND adults)", .peerlit, ["30000004"]),
    ("abstract:criteria -abstract:adults", .peerlit, ["30000001"]),
    // The text after a label that names back matter is a part of the abstract, too.
    ("abstract:heron", .peerlit, ["30000001"]), ("abstract:funding", .peerlit, ["30000001"]),
    // A label and the text after it are separate texts.
    ("abstract:\"criteria trials\"", .peerlit, []),
    ("abstract:(criteria NEAR/9 trials)", .peerlit, []),
  ]

  @Test(arguments: queries)
  func `labels are searched as a part of the abstract`(
    text: String, syntax: QuerySyntax, ids: [String]
  ) throws {
    for unit in SearchRequest.Unit.allCases {
      var request = SearchRequest(text)
      request.syntax = syntax
      request.unit = unit
      request.exact = true
      let answer = try Self.index.get().1.search(request)
      let found = Set(answer.hits.map(\.document.id)).sorted()
      #expect(found == ids, "\(answer.query.interpreted) \(unit)")
      #expect(answer.total.documents == ids.count, "\(unit)")
    }
  }

  @Test func `a label that matches is highlighted`() throws {
    var request = SearchRequest("abstract:\"selection criteria\"")
    request.exact = true
    let hits = try Self.index.get().1.search(request).hits
    for hit in hits {
      #expect(hit.passage.section == "SELECTION CRITERIA")
      #expect(hit.passage.highlights.contains { $0.field == .section }, "\(hit.document.id)")
    }
    #expect(hits.count == 2)
  }
}
