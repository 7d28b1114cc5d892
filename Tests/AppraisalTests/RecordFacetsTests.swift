import Appraisal
import Literature
import Testing

struct RecordFacetsTests {
  @Test(arguments: [
    ("Randomized Controlled Trial", ["randomised-trial"]),
    ("Journal Article; Randomized Controlled Trial", ["randomised-trial"]),
    ("Systematic Review", ["systematic-review"]),
    ("Journal Article; Meta-Analysis", ["meta-analysis"]),
    // Types in JATS and sections of journals.
    ("systematic-review", ["systematic-review"]),
    ("Study Protocol; research-article", ["protocol"]),
    ("Case Report; case-report", ["case-study"]),
    ("article-commentary", ["commentary"]),
    ("Randomised Controlled Trial", ["randomised-trial"]),
    ("Journal Article", []),
    ("Review", []),
    ("", []),
  ])
  func `publication types are designs`(type: String, expected: [String]) {
    var document = sample("")
    document.type = type
    let facets = RecordFacets().facets(of: document)
    #expect(codes(facets.method) == expected)
    #expect(facets.method.allSatisfy { $0.origin == .record })
    #expect(facets.method.first?.evidence.first?.rule ?? "publication-type" == "publication-type")
  }

  @Test(arguments: [
    // A guess from the text does not outweigh the record.
    (
      "Review", "Mentors in prisons", "Peer support is discussed. New drugs will be needed.",
      ["narrative-review"]
    ),
    ("Journal Article; Review", "Peer mentors", "", ["narrative-review"]),
    ("review-article", "Peer mentors", "", ["narrative-review"]),
    // The text says what kind of review it is.
    ("Review", "A systematic review of mentors", "We searched MEDLINE.", ["systematic-review"]),
    (
      "Editorial; Review", "Malaria prophylaxis", "Many studies were reviewed.",
      ["commentary", "systematic-review"]
    ),
    ("Meta-Analysis; Review", "Peer mentors", "", ["meta-analysis"]),
    // What the title states is no guess.
    (
      "Review", "Peer support for depression: protocol for a randomised trial",
      "Participants will be randomised to a mentor or to usual care.",
      ["narrative-review", "protocol", "randomised-trial"]
    ),
    ("Book Review", "Peer mentors", "", []),
  ])
  func `the type “Review” is a review of the kind in the text`(
    type: String, title: String, text: String, expected: [String]
  ) {
    var document = sample(text, title: title)
    document.type = type
    let facets = appraise(document)
    #expect(facets.effective(codes: .method).sorted() == expected)
    let stated = facets.method.filter { $0.evidence.contains { $0.rule == "publication-type" } }
    #expect(stated.allSatisfy { $0.evidence.allSatisfy { $0.field == .record } })
    // Appraising again changes nothing.
    document.facets = facets.stated
    #expect(appraise(document) == facets)
  }

  @Test(arguments: [
    ("Hepatitis C, Chronic/therapy*", ["hepatitis-c"], []),
    ("*Diabetes Mellitus, Type 2", ["diabetes"], []),
    ("Primary Health Care", [], ["primary-care"]),
    ("hcv", ["hepatitis-c"], []),
    // A slash before anything but a qualifier is part of the name.
    ("HIV/AIDS", ["hiv"], []),
    ("HIV/AIDS/*psychology", ["hiv"], []),
    ("Depression/*therapy/psychology", ["depression"], []),
    ("Depression / therapy*", ["depression"], []),
    ("Depression -- Therapy", ["depression"], []),
    ("HIV/STI", [], []),
    ("Diabetes/hypertension clinics", [], []),
    ("Counselling", [], []),
    ("/", [], []),
  ])
  func `headings are conditions and settings`(
    heading: String, condition: [String], setting: [String]
  ) {
    var document = sample("")
    document.keywords = [heading]
    let facets = RecordFacets().facets(of: document)
    #expect(codes(facets.condition) == condition)
    #expect(codes(facets.setting) == setting)
  }

  @Test func `what the text says counts beside a type, but not beside a code in the record`() {
    var document = sample("Semi-structured interviews were analysed thematically.")
    document.type = "Randomized Controlled Trial"
    let open = Appraiser().appraise(document)
    #expect(open.method.map(\.origin) == [.record, .extracted])
    #expect(open.effective(codes: .method) == ["randomised-trial", "qualitative"])
    document.facets.method = [FacetValue("cohort", origin: .record)]
    let stated = Appraiser().appraise(document)
    #expect(stated.effective(codes: .method) == ["cohort"])
    #expect(codes(Facets.possible(stated.method)) == ["randomised-trial"])
  }
}
