import Query
import Retrieval
import Testing

/// The same spelling correction serves searches, which scan the file, and suggestions, which scan a
/// list in memory.
struct SpellingTests {
  @Test(arguments: [
    ("recvoery", "recovery"), ("recovry", "recovery"), ("rceovery", "recovery"),
    ("xrecovery", "recovery"), ("pear", "peer"),
    // The more frequent of two equally similar words.
    ("peet", "peer"),
    // Too short, too far, not a word, another first letter.
    ("pe", nil), ("recxxxry", nil), ("p33r", nil), ("tecovery", nil),
  ])
  func `the nearest word is proposed`(typed: String, expected: String?) {
    let list = WordList([("peel", 1), ("peer", 9), ("recovery", 4)])
    #expect(list.likely(typed) == expected)
  }

  @Test(arguments: [
    ("A&E", []), ("A & E", []), ("nurses AND A&E", []), ("R&D", ["r&d"]),
    ("Q&A R&D", ["q&a", "r&d"]),
    ("nurses zebra", ["zebra"]),
  ])
  func `letters joined by an ampersand are one word`(query: String, unknown: [String]) throws {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl", [Record("a", title: "Nurses", text: "Emergency departments have a nurse.")])
    try library.index()
    let notes = try library.open().search(SearchRequest(query)).query.notes
    #expect(notes == unknown.map { .unknownWord($0, suggestion: nil) })
  }

  @Test func `searches propose what suggestions propose`() throws {
    var corpus = RandomCorpus(seed: 3, words: 80)
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", (0..<40).map { corpus.record("\($0)", sentences: 4) })
    try library.index()
    let index = try library.open()
    for word in corpus.words.prefix(40) {
      var letters = Array(word)
      letters[Int.random(in: 1..<letters.count, using: &corpus.random)] = "x"
      let typed = String(letters)
      let proposed = try index.suggest(typed + " ").didYouMean?.dropLast()
      let notes = try index.search(SearchRequest(typed)).query.notes
      #expect(notes.contains(.unknownWord(typed, suggestion: proposed.map { String($0) })))
    }
  }
}
