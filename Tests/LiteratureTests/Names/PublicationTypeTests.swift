import Literature
import Testing

struct PublicationTypeTests {
  @Test(
    arguments: [
      ("guideline", ["practice guideline"]),
      (
        "controlled clinical trial",
        ["randomized controlled trial", "equivalence trial", "pragmatic clinical trial"]
      ),
      // A type in several places of the tree.
      (
        "congress", ["consensus development conference", "consensus development conference nih"]
      ),
      ("biography", ["interview", "personal narrative", "autobiography"]),
      ("systematic review", []), ("journal article", []), ("", []),
    ] as [(String, [String])])
  func `the types below a type in MeSH`(key: String, narrower: [String]) {
    #expect(PublicationType.narrower(than: key) == narrower)
  }

  @Test func `a clinical study is of every kind below it`() {
    let studies = PublicationType.narrower(than: "clinical study")
    for key in ["clinical trial", "clinical trial phase iv", "observational study"] {
      #expect(studies.contains(key))
    }
    #expect(!studies.contains("clinical study"))
    #expect(PublicationType.isInMeSH("clinical study") && !PublicationType.isInMeSH("article"))
  }
}
