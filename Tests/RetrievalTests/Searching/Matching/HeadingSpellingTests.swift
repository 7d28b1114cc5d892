import Query
import Retrieval
import Testing

/// Subject headings are found in British and in American spelling.
struct HeadingSpellingTests {
  private static let index: Result<(TemporaryLibrary, Index), any Error> = Result {
    let library = try TemporaryLibrary()
    let records: [(String, String, [String])] = [
      (
        "71", "Iron gates",
        ["OT  - Paediatrics", "OT  - Health Behaviour", "OT  - Counselling", "OT  - Counsellors"]
      ),
      ("72", "Copper pans", ["MH  - Pediatrics/trends", "MH  - *Health Behavior"]),
      ("73", "Silver spoons", ["OT  - Oesophageal Neoplasms", "OT  - Behaviour, Social"]),
      ("74", "Golden rings", ["MH  - Esophageal Neoplasms/*surgery", "MH  - Social Behavior"]),
      ("75", "Zinc roofs", ["OT  - Randomised Controlled Trials as Topic"]),
      ("76", "Lead pipes", ["MH  - Randomized Controlled Trials as Topic", "MH  - Counselors"]),
      ("77", "Tin whistles", ["MH  - Counseling"]),
    ]
    try library.write(
      "a.nbib",
      lines: records.flatMap { id, title, headings in
        ["PMID- \(id)", "TI  - \(title)", "PT  - Journal Article"] + headings + ["DP  - 2020", ""]
      })
    try library.index()
    return (library, try library.open())
  }

  private static let headings: [(String, [String])] = [
    ("Paediatrics", ["71", "72"]), ("Pediatrics", ["71", "72"]), ("Paediatric", []),
    ("Health Behaviour", ["71", "72"]), ("Health Behavior", ["71", "72"]),
    ("Counselling", ["71", "77"]), ("Counseling", ["71", "77"]),
    ("Counsellors", ["71", "76"]), ("Counselors", ["71", "76"]),
    ("Oesophageal Neoplasms", ["73", "74"]), ("Esophageal Neoplasms", ["73", "74"]),
    ("Social Behaviour", ["73", "74"]), ("Behavior, Social", ["73", "74"]),
    ("Randomised Controlled Trials as Topic", ["75", "76"]),
    ("Randomized Controlled Trials as Topic", ["75", "76"]),
    // The beginnings of headings.
    ("Paediatr*", ["71", "72"]), ("Pediatr*", ["71", "72"]),
    ("Randomis*", ["75", "76"]), ("Randomiz*", ["75", "76"]),
    ("Counsell*", ["71", "76", "77"]), ("Counselor*", ["71", "76"]),
    ("Health Behaviou*", ["71", "72"]), ("Oesophageal Neo*", ["73", "74"]),
  ]

  @Test(arguments: headings)
  func `a heading is found in both spellings`(heading: String, pmids: [String]) throws {
    let index = try Self.index.get().1
    try index.expect("subject:\"\(heading)\"", .peerlit, finds: pmids)
    try index.expect("MH \"\(heading)\"", .ebsco, finds: pmids)
  }

  @Test func `no note says that a heading is missing if its other spelling is known`() throws {
    let index = try Self.index.get().1
    for heading in ["Esophageal Neoplasms", "Oesophageal Neoplasms", "Counselling"] {
      let found = try index.search(SearchRequest("subject:\"\(heading)\""))
      #expect(found.query.notes == [], "\(heading)")
    }
  }
}
