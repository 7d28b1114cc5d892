import Appraisal
import Literature
import Testing

struct RecordFacetsTests {
  @Test(arguments: [
    ("Randomized Controlled Trial", ["randomised-trial"]),
    ("Journal Article; Randomized Controlled Trial", ["randomised-trial"]),
    ("Systematic Review", ["systematic-review"]),
    ("Journal Article; Meta-Analysis", ["meta-analysis"]),
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
    ("Hepatitis C, Chronic/therapy*", ["hepatitis-c"], []),
    ("*Diabetes Mellitus, Type 2", ["diabetes"], []),
    ("Primary Health Care", [], ["primary-care"]),
    ("hcv", ["hepatitis-c"], []),
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

  @Test func `the record takes precedence over the text, and both are kept`() {
    var document = sample("Semi-structured interviews were analysed thematically.")
    document.type = "Randomized Controlled Trial"
    let method = appraise(document).method
    #expect(method.map(\.origin) == [.record, .extracted])
    #expect(codes(Facets.effective(method)) == ["randomised-trial"])
  }
}
