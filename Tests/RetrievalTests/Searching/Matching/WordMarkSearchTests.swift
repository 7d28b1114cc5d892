import Query
import Retrieval
import Testing

/// Decimals, large numbers and abbreviations are found by searches in every language.
struct WordMarkSearchTests {
  private static let index: Result<(TemporaryLibrary, Index), any Error> = Result {
    let library = try TemporaryLibrary()
    let titles = [
      "81": "A dose of 2.5 mg", "82": "Tablets with 25 mg for adults",
      "83": "Costs of 10,000 dollars",
      "84": "Given i.v. twice", "85": "Veterans in the U.S. today", "86": "Taken t.i.d., or never",
      "87": "Soil below a level of 0.05", "88": "Five rivers and 5 lakes",
    ]
    try library.write(
      "a.nbib",
      lines: titles.sorted { $0.key < $1.key }.flatMap { id, title in
        ["PMID- \(id)", "TI  - \(title)", "PT  - Journal Article", "DP  - 2020", ""]
      })
    try library.index()
    return (library, try library.open())
  }

  @Test(arguments: [
    ("2.5 mg", ["81"]), ("2.5", ["81"]), ("10,000", ["83"]), ("i.v.", ["84"]), ("U.S.", ["85"]),
    ("t.i.d.", ["86"]), ("0.05", ["87"]),
  ])
  func `a term with marks inside words`(term: String, pmids: [String]) throws {
    let index = try Self.index.get().1
    try index.expect("title:\"\(term)\"", .peerlit, finds: pmids)
    try index.expect("\"\(term)\".ti.", .ovid, finds: pmids)
    try index.expect("\"\(term)\"[ti]", .pubmed, finds: pmids)
    try index.expect("TI \"\(term)\"", .ebsco, finds: pmids)
    try index.expect("TITLE(\"\(term)\")", .scopus, finds: pmids)
    try index.expect("TI=(\"\(term)\")", .wos, finds: pmids)
  }
}
