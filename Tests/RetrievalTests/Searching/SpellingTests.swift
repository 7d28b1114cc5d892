import Answers
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
    // Rare, and another word is at least fifty times as frequent.
    ("depresion", "depression"), ("diabtes", "diabetes"),
    // Not so rare, too short, or too far.
    ("trail", nil), ("pear", nil), ("dxpresion", nil),
    // Frequency outweighs an edit.
    ("mentle", "mental"), ("clairty", "clarity"),
  ])
  func `frequency is weighed against edits`(typed: String, expected: String?) {
    let list = WordList([
      ("charity", 2500), ("clarity", 20), ("depresion", 1), ("depression", 548),
      ("diabetes", 400), ("diabtes", 3), ("dxpresion", 5), ("mantle", 2), ("mental", 5000),
      ("pear", 1), ("peer", 9000), ("trail", 2), ("trial", 60),
    ])
    #expect(list.likely(typed) == expected)
  }

  @Test(
    arguments: [
      ("depresion", [SearchNote.rareWord("depresion", suggestion: "depression")]),
      (
        "title:depresion",
        [
          .rareWord("depresion", suggestion: "depression"),
          .sentence("No title contains “depresion”."),
        ]
      ),
      // Names are often rare; another form of the word is found as well.
      ("author:depresion", [.sentence("No author is called “depresion”.")]),
      ("depressions", []), ("depression", []),
    ] as [(String, [SearchNote])])
  func `a rare word that is probably misspelled is reported`(
    query: String, notes: [SearchNote]
  ) throws {
    let library = try TemporaryLibrary()
    let often = Array(repeating: "Depression was common.", count: 60).joined(separator: " ")
    try library.write(
      "a.jsonl",
      [
        Record("a", title: "Mood", text: often),
        Record("b", title: "Moods", text: "Nurses saw depresion. Other depressions were rare."),
      ])
    try library.index()
    let index = try library.open()
    #expect(try index.search(SearchRequest(query)).query.notes == notes)
    if notes.contains(.rareWord("depresion", suggestion: "depression")) {
      #expect(try index.suggest("depresion ").didYouMean == "depression ")
    }
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
      .filter { if case .unknownWord = $0 { true } else { false } }
    #expect(notes == unknown.map { .unknownWord($0, suggestion: nil) })
  }

  @Test(arguments: [
    ("how do nurses work", ["work"]), ("how do nurses", []), ("how", ["how"]),
  ])
  func `a stop word that is not ranked is not reported`(query: String, unknown: [String]) throws {
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
