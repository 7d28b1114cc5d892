import Query
import Retrieval
import Testing

/// Ids of documents that are typed as words.
struct TypedIDsTests {
  private static func library() throws -> (TemporaryLibrary, Index) {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [
        Record("zotero-AB_12", title: "Peers", text: "Peers helped people."),
        Record("smith 2020", title: "Mentors", text: "Mentors helped people."),
        Record("people", title: "Walks", text: "They helped people."),
      ])
    try library.index()
    return (library, try library.open())
  }

  @Test(
    arguments: [
      (
        "zotero-AB_12",
        ["“zotero-AB_12” is the id of a document. To find it, search for id:zotero-AB_12."]
      ),
      (
        " zotero-AB_12 ",
        ["“zotero-AB_12” is the id of a document. To find it, search for id:zotero-AB_12."]
      ),
      (
        "smith 2020",
        ["“smith 2020” is the id of a document. To find it, search for id:\"smith 2020\"."]
      ),
      (
        "mentors AND zotero-AB_12",
        ["“zotero-AB_12” is the id of a document. To find it, search for id:zotero-AB_12."]
      ),
      ("id:zotero-AB_12", []),
      // A word that is found needs no hint.
      ("people", []),
      (
        "peers zotero-AB_12",
        ["“zotero-AB_12” is the id of a document. To find it, search for id:zotero-AB_12."]
      ),
      ("peers people", []),
    ] as [(String, [String])])
  func `an id that is searched as a word is named if the word is not found`(
    text: String, notes: [String]
  ) throws {
    let (_, index) = try Self.library()
    let answer = try index.search(SearchRequest(text))
    #expect(answer.query.notes.map { $0.text(.options) } == notes)
  }
}
