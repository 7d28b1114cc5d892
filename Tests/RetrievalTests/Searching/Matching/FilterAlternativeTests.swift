import Query
import Retrieval
import Testing

/// Filters that are alternatives to words: `diabetes OR method:qualitative`.
struct FilterAlternativeTests {
  /// A library in which nearly all documents contain the word *common* once, indexed in two runs.
  private static func library() throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    let padding = (0..<400).map { "word\($0)" }.joined(separator: " ")
    func record(_ id: String, _ text: String, _ method: [String] = []) -> Record {
      var record = Record(id, title: "Title of \(id)", text: text)
      record.method = method
      return record
    }
    let filtered = ["first", "second"].map { record($0, "Other words.", ["qualitative"]) }
    try library.write("a.jsonl", filtered)
    try library.index()
    try library.write(
      "b.jsonl",
      (0..<60).map { record("common\($0)", "common \(padding)") }
        + [
          record("both", "common \(padding)", ["qualitative"]),
          record("third", "x", ["cross-sectional"]),
        ]
        + [
          Record.filtered("all", method: "case-control", condition: "hepatitis-c", year: 1999),
          Record.filtered("two", method: "case-control", condition: "hepatitis-c", year: 1998),
        ])
    try library.index()
    return library
  }

  /// The documents that a search finds, best first.
  private static func ids(
    _ index: Index, _ text: String, _ unit: SearchRequest.Unit, exact: Bool
  ) throws -> [String] {
    var request = SearchRequest(text)
    request.exact = exact
    request.unit = unit
    request.limit = 100
    var ids: [String] = []
    for id in try index.search(request).hits.map(\.document.id) where ids.last != id {
      ids.append(id)
    }
    return ids
  }

  /// All together weigh less than a word that nearly all documents have.
  @Test(arguments: [SearchRequest.Unit.document, .passage], [false, true])
  func `documents that pass more filters come first among those`(
    unit: SearchRequest.Unit, exact: Bool
  ) throws {
    let ids = try Self.ids(
      Self.library().open(),
      "common OR method:qualitative OR condition:hepatitis-c OR year:1999 OR method:case-control",
      unit, exact: exact)
    #expect(ids.count == 65)
    #expect(ids.first == "both")
    #expect(ids.suffix(4) == ["all", "two", "first", "second"])
  }

  @Test(arguments: [SearchRequest.Unit.document, .passage], [false, true])
  func `documents that only pass the filter come last`(
    unit: SearchRequest.Unit, exact: Bool
  ) throws {
    let index = try Self.library().open()
    for text in ["common OR method:qualitative", "method:qualitative OR common"] {
      let ids = try Self.ids(index, text, unit, exact: exact)
      #expect(ids.count == 63)
      #expect(ids.first == "both")
      #expect(ids.suffix(2) == ["first", "second"])
    }
  }

  @Test(arguments: [
    ("common OR method:qualitative", 63), ("method:qualitative OR method:cross-sectional", 4),
    ("common OR (method:cross-sectional AND method:qualitative)", 61),
    ("common OR -method:cross-sectional", 65),
    ("nothing OR method:qualitative,cross-sectional", 4),
  ])
  func `they are found in every segment`(text: String, count: Int) throws {
    let index = try Self.library().open()
    for exact in [false, true] {
      var request = SearchRequest(text)
      request.exact = exact
      #expect(try index.search(request).total.documents == count)
    }
  }
}

extension Record {
  /// A record that passes filters and has none of the words that are searched.
  fileprivate static func filtered(
    _ id: String, method: String, condition: String, year: Int
  ) -> Record {
    var record = Record(id, title: "Title of \(id)", text: "Other words.")
    record.method = [method]
    record.condition = [condition]
    record.year = year
    return record
  }
}
