import Answers
import Query
import Testing

/// A structured query with words side by side says how they are read.
struct AdjacentTermNotesTests {
  @Test(
    arguments: [
      (
        "peer support AND nurses",
        [
          "Words without an operator between them are alternatives; the query runs as: "
            + "peer OR (support AND nurses). Write AND between them, or quotation marks around a "
            + "phrase."
        ]
      ),
      (
        "peer OR support nurses",
        [
          "Words without an operator between them are alternatives; the query runs as: "
            + "(peer OR support) OR nurses. Write AND between them, or quotation marks around a "
            + "phrase."
        ]
      ),
      (
        "(peer support OR nurses) AND support",
        [
          "Words without an operator between them are alternatives; a group runs as: "
            + "peer OR (support OR nurses). Write AND between them, or quotation marks around a "
            + "phrase."
        ]
      ),
      ("(peer support) AND nurses", []),
      (
        "title:peer support",
        ["“title:” applies only to “peer”. For several words, write title:(peer support)."]
      ),
      ("title:(peer support)", []), ("author:jones support", []), ("peer support", []),
      ("\"peer support\" AND nurses", []), ("peer AND support AND nurses", []),
      ("peer support year:2015..", []), ("support title:peer", []),
    ] as [(String, [String])])
  func `words without an operator between them have a note`(
    query: String, notes: [String]
  ) throws {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      lines: [
        #"{"_id":"a","title":"Peer support","text":"Peer support of nurses.","#
          + #""year":2020,"authors":["Jones, Ann"]}"#
      ])
    try library.index()
    let found = try library.open().search(SearchRequest(query)).query.notes
    #expect(found == notes.map { .sentence($0) }, "\(found)")
  }
}
