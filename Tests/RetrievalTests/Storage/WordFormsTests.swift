import Retrieval
import Testing

struct WordFormsTests {
  private static let index: Result<TemporaryLibrary, any Error> = Result {
    let library = try TemporaryLibrary()
    let text = """
      Remuneration of peers. A study, two studies, other studies. Using it, using them; the use. \
      During the talks. Aesthetic care. A dry town; wards in towns. Feasible plans and feasibility.
      """
    try library.write("a.jsonl", [Record("1", text: text)])
    try library.index()
    return library
  }

  @Test(
    arguments: [
      ("remuner", "remuneration"), ("studi", "studies"),
      // The stemmer adds a letter.
      ("use", "using"), ("dure", "during"),
      // The spelling differs from the first letter on.
      ("esthet", "aesthetic"),
      // Short terms.
      ("dri", "dry"), ("of", "of"), ("a", "a"),
      // Equally frequent words are in alphabetical order.
      ("feasibl", "feasibility"), ("town", "town"),
      ("absent", "absent"), ("", ""),
    ])
  func `a term is shown as its most frequent word`(term: String, word: String) throws {
    let forms = try Self.index.get().use { try WordForms($0).mostFrequentWord(of: term) }
    #expect(forms == word)
  }
}
