import Answers
import Query
import Retrieval
import Testing

/// A wildcard that matches too many words is reported where it is.
struct WildcardErrorTests {
  /// A library with more words that begin with “c” than a wildcard can match.
  private static let index: Result<(TemporaryLibrary, Index), any Error> = Result {
    let library = try TemporaryLibrary()
    let letters = Array("bcdfghjklmnpqrtvwz")
    var words: [String] = []
    for first in letters {
      for second in letters {
        for third in letters { words.append("c\(first)\(second)\(third)x") }
      }
    }
    try library.write(
      "a.jsonl", [Record("long", title: "Words", text: words.joined(separator: " "))])
    try library.index()
    return (library, try library.open())
  }

  private static func problem(_ place: String) -> String {
    "More than 5,000 different words that match “c*” at \(place). Use more letters."
  }

  @Test(arguments: [
    ("1. peer.tw.\n2. c$.tw.\n3. 1 or 2", "line 2, character 4"),
    ("#1 TS=peer\n#2 TS=(lay OR c*)", "line 2, character 15"),
    // In the word before, the letter is not the first.
    ("1. doc$.tw.\n2. c$.tw.", "line 2, character 4"),
    ("Search number,Query,Results\n1,peer[tw],5\n2,c*[tw],3", "line 3, character 3"),
    ("peer AND c*", "character 10"),
  ])
  func `a strategy names the place`(text: String, place: String) throws {
    let index = try Self.index.get().1
    var request = SearchRequest(text)
    request.isStrategy = true
    let error = try #require(throws: QueryError.self) { try index.strategy(request) }
    #expect(error.description == Self.problem(place))
  }

  @Test(arguments: [
    ("peer AND c*", "character 10"), ("lay OR (title:doc AND c*)", "character 23"),
    ("1. peer.tw.\n2. c$.tw.\n3. 1 or 2", "line 2, character 4"),
  ])
  func `a query names the place`(text: String, place: String) throws {
    let index = try Self.index.get().1
    let error = try #require(throws: QueryError.self) { try index.search(SearchRequest(text)) }
    #expect(error.description == Self.problem(place))
  }

  @Test func `plain words have a note`() throws {
    let found = try Self.index.get().1.search(SearchRequest("peer c*"))
    #expect(
      found.query.notes.contains {
        $0.text(.options)
          == "“c*” matches more than 5,000 different words. Use more letters. Only the most "
          + "frequent are searched."
      })
  }
}
