import Appraisal
import Literature
import Testing

/// Which headings and types of a record count, and which are possible.
struct RecordTopicsTests {
  private static let title = "Peer navigation for people with hepatitis C"
  /// More keywords than authors give.
  private static let terms = (1...20).map { "term \($0)" }

  private static let headings: [(keywords: [String], counted: [String], possible: [String])] = [
    // Keywords of authors, and main topics, count beside what the text says.
    (["HIV Infections"], ["hepatitis-c", "hiv"], []),
    (["*HIV Infections", "Humans"], ["hepatitis-c", "hiv"], []),
    (["HIV Infections/*epidemiology", "Humans"], ["hepatitis-c", "hiv"], []),
    // Other headings of indexers do not.
    (["*Peer Group", "HIV Infections/complications"], ["hepatitis-c"], ["hiv"]),
    (["*Peer Group", "Depression/etiology"], ["hepatitis-c"], ["depression"]),
    (terms + ["pneumonia", "depression"], ["hepatitis-c"], ["depression", "respiratory"]),
    // A heading that the text names as well counts.
    (["*Peer Group", "Hepatitis C"], ["hepatitis-c"], []),
    (terms + ["hepatitis C"], ["hepatitis-c"], []),
  ]

  @Test(arguments: headings)
  func `a heading counts if it is a main topic or in the text`(
    keywords: [String], counted: [String], possible: [String]
  ) {
    var document = sample("We trained peers. They met people with hepatitis C.", title: Self.title)
    document.keywords = keywords
    let facets = Appraiser().appraise(document)
    #expect(facets.effective(codes: .condition).sorted() == counted)
    let unsure = Facets.possible(facets.condition).filter { $0.origin == .record }
    #expect(codes(unsure) == possible)
    #expect(unsure.allSatisfy { $0.confidence == nil && $0.evidence.first?.field == .record })
    // Appraising again changes nothing.
    document.facets = facets.stated
    #expect(Appraiser().appraise(document) == facets)
  }

  @Test(arguments: [
    // A title alone may not name the topics.
    ("", ["*Peer Group", "HIV Infections"], ["hiv"]),
    ("We trained peers.", ["*Peer Group", "HIV Infections"], []),
  ])
  func `a heading is better than nothing if there is no text`(
    text: String, keywords: [String], counted: [String]
  ) {
    var document = sample(text, title: "Mentors and mentees")
    document.keywords = keywords
    #expect(appraise(document).effective(codes: .condition) == counted)
  }

  private static let designs:
    [(type: String, keywords: [String], title: String, text: String, expected: [String])] = [
      // A protocol is not hidden by what it plans.
      (
        "Study Protocol", ["Stroke", "Randomized controlled trial"],
        "Mentors for stroke survivors: study protocol for a randomised controlled trial",
        "We will randomise 86 patients to a mentor or to usual care.",
        ["protocol", "randomised-trial"]
      ),
      // MEDLINE's type means that a random allocation is not stated.
      (
        "Controlled Clinical Trial", [], "Mentors for mothers",
        "Mothers were randomly assigned to an intervention (n = 84) or a control (n = 87) group.",
        ["randomised-trial"]
      ),
      (
        "Controlled Clinical Trial", [], "Mentors for mothers", "Mothers met a mentor.",
        ["non-randomised-trial"]
      ),
      // Designs in a comment are those of other studies.
      (
        "Comment", [], "Mentors for mothers",
        "The mothers were randomly assigned to a mentor or to usual care.", ["commentary"]
      ),
      // Headings of methods are never main topics.
      ("Journal Article", ["*Mentors", "Retrospective Studies"], "Mentors", "", ["cohort"]),
    ]

  @Test(arguments: designs)
  func `designs of the record and of the text count together`(
    type: String, keywords: [String], title: String, text: String, expected: [String]
  ) {
    var document = sample(text, title: title)
    (document.type, document.keywords) = (type, keywords)
    #expect(appraise(document).effective(codes: .method).sorted() == expected)
  }

  @Test func `a correction and a catalogue override headings and text`() {
    var document = sample("They met people with hepatitis C.", title: Self.title)
    document.keywords = ["HIV Infections", "Depression"]
    document.facets.condition = [FacetValue("stroke", origin: .curated)]
    let facets = Appraiser().appraise(document)
    #expect(facets.effective(codes: .condition) == ["stroke"])
    #expect(Facets.possible(facets.condition).isEmpty)
    #expect(facets.condition.map(\.origin) == [.curated, .record, .record, .extracted])
  }
}
