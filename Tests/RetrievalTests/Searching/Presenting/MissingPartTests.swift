import Answers
import Query
import Testing

/// A search that finds nothing says which part of it is missing.
struct MissingPartTests {
  @Test(
    arguments: [
      ("author:smyth", ["No author is called “smyth”."]),
      ("title:smyth", ["No title contains “smyth”."]),
      ("title:\"peer smyth\"", ["No title contains “peer smyth”."]),
      ("journal:smyth", ["No journal is called “smyth”."]),
      ("title:peer AND author:smyth", ["No author is called “smyth”."]),
      ("author:(smyth OR wang)", ["No author is called “smyth OR wang”."]),
      (
        "author:smyth OR title:wang",
        ["No author is called “smyth”.", "No title contains “wang”."]
      ),
      ("\"smyth peer\"", ["The phrase “smyth peer” does not occur."]),
      ("peer AND qqq*", ["No word begins with “qqq”."]),
      ("+peer -peer", ["“peer” is both required and excluded."]),
      ("peer NOT peer", ["“peer” is both required and excluded."]),
      ("peer AND wang AND NOT wang", ["“wang” is both required and excluded."]),
      // Each part is found, but not all of them together.
      (
        "author:jones AND wang",
        [
          "1 document matches without “author:jones”.",
          "1 document matches without “wang”.",
        ]
      ),
      (
        "+jones +wang",
        ["1 document matches without “jones”.", "1 document matches without “wang”."]
      ),
      ("peer AND helped AND wang", ["1 document matches without “wang”."]),
      // One of the alternatives is found.
      ("(author:smyth OR author:jones) AND wang AND smyth AND NOT peer", []),
      // Something is found.
      ("author:smyth peer", []), ("author:jones", []),
    ] as [(String, [String])])
  func `a part that no document has is named`(query: String, notes: [String]) throws {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      lines: [
        #"{"_id":"a","title":"Peer work","text":"Peer smyth helped.","authors":["Jones, Ann"]}"#,
        #"{"_id":"b","title":"Support","text":"Nurses asked wang.","authors":["Lee, Bo"]}"#,
      ])
    try library.index()
    let found = try library.open().search(SearchRequest(query)).query.notes
    #expect(found == notes.map { .sentence($0) }, "\(found)")
  }
}
