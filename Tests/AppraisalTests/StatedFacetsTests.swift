import Appraisal
import Literature
import Testing

struct StatedFacetsTests {
  @Test func `values added by appraisal are removed, stated values stay`() {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "Peer support for people with hepatitis C: a qualitative study"
    document.text = "We interviewed 20 peer workers in community clinics."
    document.sections = [Section(bytes: 0..<document.text.utf8.count)]
    document.type = "Randomized Controlled Trial"
    document.keywords = ["HIV Infections"]
    document.facets.method = [
      FacetValue(
        "cohort", origin: .record,
        evidence: [Evidence(field: .record, text: "cohort", start: 0, end: 6, rule: "method")])
    ]
    document.facets.sampleSize = [FacetValue(45, origin: .curated)]
    let appraised = Appraiser().appraise(document)
    #expect(appraised.method.count > 1 && appraised.sampleSize.count > 1)
    #expect(!appraised.condition.isEmpty)
    #expect(appraised.stated == document.facets)
  }
}
