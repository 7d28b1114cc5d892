import Answers
import Query
import Retrieval
import Testing

/// Names of authors with initials find names with given names in full.
struct TypedAuthorTests {
  /// The authors of each document, by its id.
  private static let authors: [String: [String]] = [
    "full": ["Smith, Jane A.", "O'Brien, Kevin"], "spaced": ["Smith, J. A."],
    "short": ["Smith, JA"], "points": ["Smith, J.A."], "single": ["Smith, J."],
    "other": ["Smith, Kate"], "hyphens": ["Lloyd-Evans, Brynmor"],
    "particles": ["van der Berg, Jan"], "double": ["Dupont, Jean-Paul"],
    "organisations": ["Smith", "Jones, Ann"], "chinese": ["Li, Xiaoming"],
    "jack": ["Smith, Jack B."], "accents": ["Martin, Élodie", "Martin, Paul"],
  ]

  private static let index: Result<(TemporaryLibrary, Index), any Error> = Result {
    let library = try TemporaryLibrary()
    // Two runs, so that the names are in two segments.
    let ids = authors.keys.sorted()
    for (name, part) in [("a.jsonl", ids.prefix(6)), ("b.jsonl", ids.dropFirst(6))] {
      try library.write(
        name,
        part.map { id in
          var record = Record(id, title: "Title of \(id)", text: "Text of \(id), with Jane Smith.")
          record.authors = authors[id] ?? []
          return record
        })
      try library.index()
    }
    return (library, try library.open())
  }

  private static let j = ["full", "jack", "points", "short", "single", "spaced"]
  private static let ja = ["full", "points", "short", "spaced"]

  @Test(arguments: [
    ("author:\"Smith J\"", QuerySyntax.peerlit, j), ("author:\"smith j\"", .peerlit, j),
    ("author:\"Smith JA\"", .peerlit, ja), ("author:\"Smith, J. A.\"", .peerlit, ja),
    ("author:\"Smith, J.A.\"", .peerlit, ja), ("author:\"J Smith\"", .peerlit, j),
    ("author:\"J.A. Smith\"", .peerlit, ja), ("author:\"Smith J*\"", .peerlit, j),
    ("author:\"Smith Jane\"", .peerlit, ["full"]), ("author:\"Smith K\"", .peerlit, ["other"]),
    ("author:\"Lloyd-Evans B\"", .peerlit, ["hyphens"]),
    ("author:\"van der Berg J\"", .peerlit, ["particles"]),
    ("author:\"Dupont JP\"", .peerlit, ["double"]), ("author:\"Dupont J-P\"", .peerlit, ["double"]),
    ("author:\"Li X\"", .peerlit, ["chinese"]), ("author:\"LI X\"", .peerlit, ["chinese"]),
    ("OBrien K[au]", .pubmed, ["full"]), ("obrien k.au.", .ovid, ["full"]),
    ("author:OBrien", .peerlit, ["full"]), ("author:obrien", .peerlit, ["full"]),
    ("author:\"OBrien K\"", .peerlit, ["full"]),
    ("author:(OBrien OR \"Li X\")", .peerlit, ["chinese", "full"]),
    ("author:\"O'Brien K\"", .peerlit, ["full"]), ("author:\"Smith B\"", .peerlit, []),
    ("author:\"Martin E\"", .peerlit, ["accents"]), ("author:\"martin é\"", .peerlit, ["accents"]),
    ("author:\"Martin P\"", .peerlit, ["accents"]), ("author:\"Martin M\"", .peerlit, []),
    // A name never continues from one author to the next.
    ("author:\"Smith A\"", .peerlit, []),
    ("author:(\"Smith K\" OR \"Dupont J\")", .peerlit, ["double", "other"]),
    ("\"Smith J\"", .peerlit, ["single", "spaced"]),
    ("Smith J[au]", .pubmed, j), ("Smith JA[au]", .pubmed, ja), ("Smith J*[au]", .pubmed, j),
    ("smith j.au.", .ovid, j), ("smith ja.au.", .ovid, ja), ("smith j$.au.", .ovid, j),
    ("o?brien k.au.", .ovid, ["full"]), ("(smith k or li x).au.", .ovid, ["chinese", "other"]),
    ("AU smith j", .ebsco, j), ("AUTH(smith k)", .scopus, ["other"]),
    ("AUTH(\"Smith, K.\")", .scopus, ["other"]), ("AU=(Smith K*)", .wos, ["other"]),
    ("AU=(Smith J* OR Li X)", .wos, j + ["chinese"]), ("AU=Smith J*", .wos, j),
    ("Smith K (Author)", .wos, ["other"]), ("AU=(Smith AND Jones)", .wos, ["organisations"]),
    ("TI=(of full) AND AU=(Smith JA)", .wos, ["full"]),
  ])
  func `initials find given names`(text: String, syntax: QuerySyntax, ids: [String]) throws {
    var request = SearchRequest(text)
    request.syntax = syntax
    request.exact = true
    request.limit = 50
    // Without a field, passages are searched, which have no authors.
    let units = text.hasPrefix("\"") ? [.document] : SearchRequest.Unit.allCases
    for unit in units {
      request.unit = unit
      let found = try Self.index.get().1.search(request)
      #expect(
        Set(found.hits.map(\.document.id)) == Set(ids), "\(unit): \(found.query.interpreted)")
      if unit == .document { #expect(found.hits.count == ids.count) }
    }
  }

  @Test(
    arguments: [
      ("author:OBrien", .peerlit, []), ("author:\"O'Brien K\"", .peerlit, []),
      ("author:\"OBrien KX\"", .peerlit, []), ("OBrien K[au]", .pubmed, []),
      ("author:DAngelo", .peerlit, ["dangelo"]), ("author:\"O'Zebra\"", .peerlit, ["o'zebra"]),
      ("author:(OBrien OR Zebra)", .peerlit, ["zebra"]),
    ] as [(String, QuerySyntax, [String])])
  func `names that are found with another spelling are not unknown`(
    text: String, syntax: QuerySyntax, words: [String]
  ) throws {
    var request = SearchRequest(text)
    request.syntax = syntax
    let notes = try Self.index.get().1.search(request).query.notes
    let unknown = notes.compactMap { note -> String? in
      if case .unknownWord(let word, _) = note { word } else { nil }
    }
    #expect(unknown == words)
  }

  /// A wildcard is limited to its most frequent words; an initial is not.
  @Test func `a rare given name is found among thousands of words with its initial`() throws {
    let library = try TemporaryLibrary()
    let letters = Array("bcdfghjklmnpqrtvwz")
    var words: [String] = []
    for first in letters {
      for second in letters {
        for third in letters { words.append("j\(first)\(second)\(third)x") }
      }
    }
    #expect(words.count > 5000)
    var long = Record("long", title: "Words", text: (words + words).joined(separator: " "))
    long.authors = ["Jones, Ann"]
    var rare = Record("rare", title: "Names", text: "Text.")
    rare.authors = ["Smith, Jzuzana", "Jones, Ben"]
    var other = Record("other", title: "Others", text: "Jzuzana and Smith.")
    other.authors = ["Smith, Kate"]
    try library.write("a.jsonl", [long, rare, other])
    try library.index()
    var request = SearchRequest("author:\"Smith J\"")
    request.exact = true
    let found = try library.open().search(request)
    #expect(found.hits.map(\.document.id) == ["rare"])
  }
}
